//! `diff`: what changed by meaning, for terminals, pull requests and programs.

mod changes;
mod code;
mod headline;
mod html;
mod markdown;
mod picture;
mod side;
mod text;

use std::io::Write as _;
use std::process::ExitCode;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diff::{Alarms, Difference, diff};
use blueprint_lens_core::text::Decoded;

use crate::args::{DiffArguments, DiffFailOn, DiffFormat};
use crate::config::Config;
use crate::json;

/// Two Blueprints and what changed between them.
pub(crate) struct Compared {
    /// What the base goes by.
    pub(crate) base_name: String,
    /// What the head goes by.
    pub(crate) head_name: String,
    /// The base.
    pub(crate) base: Analysis,
    /// The head.
    pub(crate) head: Analysis,
    /// What changed.
    pub(crate) difference: Difference,
}

/// Runs `diff`.
///
/// # Errors
/// When a side cannot be read, or the report cannot be written.
pub(crate) fn run(arguments: &DiffArguments, config: &Config) -> anyhow::Result<ExitCode> {
    let (base, head) = side::read_both(&arguments.base, &arguments.head)?;
    let compared = compare((arguments.base.clone(), base), (arguments.head.clone(), head), config);
    let report = match arguments.format {
        DiffFormat::Text => text::report(&compared),
        DiffFormat::Markdown => markdown::comment(&compared),
        DiffFormat::Html => html::report(&compared),
        DiffFormat::Json => {
            serde_json::to_string_pretty(&json::diff::difference(&compared))? + "\n"
        }
    };
    std::io::stdout().lock().write_all(report.as_bytes())?;
    Ok(ExitCode::from(u8::from(compared.difference.fails(asked(&arguments.fail_on)))))
}

/// Compares two texts, each with the name it goes by.
pub(crate) fn compare(
    (base_name, base): (String, Decoded),
    (head_name, head): (String, Decoded),
    config: &Config,
) -> Compared {
    let analyse = |decoded| Analysis::with(decoded, config.options());
    let (base, head) = rayon::join(|| analyse(base), || analyse(head));
    let difference = diff(&base, &head);
    Compared { base_name, head_name, base, head, difference }
}

/// The alarms that were asked for.
fn asked(fail_on: &[DiffFailOn]) -> Alarms {
    Alarms {
        new_error: fail_on.contains(&DiffFailOn::NewError),
        new_exposure: fail_on.contains(&DiffFailOn::NewExposure),
        new_public_service: fail_on.contains(&DiffFailOn::NewPublicService),
    }
}
