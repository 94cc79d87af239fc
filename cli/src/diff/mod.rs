//! `diff`: semantic changes, for terminals, pull requests and programs.

mod alarm;
pub(crate) mod changes;
pub(crate) mod code;
mod compared;
mod extent;
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

use blueprint_lens_core::plan::Mode;

pub(crate) use alarm::Alarm;
pub(crate) use compared::{Compared, compare};
pub(crate) use extent::Extent;
pub(crate) use side::read_both;
pub(crate) use twin_names::TwinNames;

use crate::args::{DiffArguments, DiffFormat};
use crate::config::Config;

/// Runs `diff` or `plan`.
///
/// # Errors
/// When a side cannot be read, or the report cannot be written.
pub(crate) fn run(
    arguments: &DiffArguments,
    extent: Extent,
    config: &Config,
) -> anyhow::Result<ExitCode> {
    let (first, second) = (&arguments.base, &arguments.head);
    let compared = if arguments.twin {
        twin::compare_twins(first, second, config)?
    } else {
        let (base, head) = side::read_both(first, second)?;
        let mode = if arguments.first { Mode::First } else { Mode::Later };
        compare((first.clone(), base), (second.clone(), head), mode, config)
    };
    let report = match (arguments.format, extent) {
        (DiffFormat::Text, _) => text::report(&compared, extent),
        (DiffFormat::Markdown, _) => markdown::comment(&compared, extent),
        (DiffFormat::Html, _) => html::report(&compared, extent),
        (DiffFormat::Json, Extent::All) => serde_json::to_string_pretty(&compared.json())? + "\n",
        (DiffFormat::Json, Extent::Plan) => {
            serde_json::to_string_pretty(&compared.json_plan())? + "\n"
        }
    };
    std::io::stdout().lock().write_all(report.as_bytes())?;
    let asked = |(alarm, _, applies): &Alarm| *applies && arguments.fail_on.contains(alarm);
    Ok(ExitCode::from(u8::from(compared.alarms().iter().any(asked))))
}
