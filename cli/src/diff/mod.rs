//! `diff`: semantic changes, for terminals, pull requests and programs.

mod changes;
mod code;
mod compared;
mod headline;
mod html;
mod markdown;
mod picture;
mod side;
mod text;
mod twin;
mod twin_names;

use std::io::Write as _;
use std::process::ExitCode;

use blueprint_lens_core::diff::Alarms;

pub(crate) use compared::compare;
pub(crate) use twin_names::TwinNames;

use crate::args::{DiffArguments, DiffFailOn, DiffFormat};
use crate::config::Config;

/// Runs `diff`.
///
/// # Errors
/// When a side cannot be read, or the report cannot be written.
pub(crate) fn run(arguments: &DiffArguments, config: &Config) -> anyhow::Result<ExitCode> {
    let (first, second) = (&arguments.base, &arguments.head);
    let compared = if arguments.twin {
        twin::compare_twins(first, second, config)?
    } else {
        let (base, head) = side::read_both(first, second)?;
        compare((first.clone(), base), (second.clone(), head), config)
    };
    let report = match arguments.format {
        DiffFormat::Text => text::report(&compared),
        DiffFormat::Markdown => markdown::comment(&compared),
        DiffFormat::Html => html::report(&compared),
        DiffFormat::Json => serde_json::to_string_pretty(&compared.json())? + "\n",
    };
    std::io::stdout().lock().write_all(report.as_bytes())?;
    Ok(ExitCode::from(u8::from(compared.difference.fails(asked(&arguments.fail_on)))))
}

/// The alarms that were asked for.
fn asked(fail_on: &[DiffFailOn]) -> Alarms {
    Alarms {
        new_error: fail_on.contains(&DiffFailOn::NewError),
        new_exposure: fail_on.contains(&DiffFailOn::NewExposure),
        new_public_service: fail_on.contains(&DiffFailOn::NewPublicService),
    }
}
