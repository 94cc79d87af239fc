//! `checklist`: the hand work around a deploy, in order.

mod markdown;
mod text;

use std::path::Path;
use std::process::ExitCode;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::checklist::checklist;
use blueprint_lens_core::text::decode;

pub(crate) use markdown::list;

use crate::args::ChecklistArguments;
use crate::choices::ChecklistFormat;
use crate::config::Config;
use crate::diff::read_both;
use crate::output::{Form, secrets_of};
use crate::{input, json, output};

/// Runs `checklist`.
///
/// # Errors
/// When a version cannot be read, or the list cannot be written.
pub(crate) fn run(arguments: &ChecklistArguments, config: &Config) -> anyhow::Result<ExitCode> {
    let (base, head) = match &arguments.head {
        Some(head) => read_both(&arguments.file, head)?,
        // Of a whole file, everything is new.
        None => (decode(b""), input::read(Path::new(&arguments.file))?),
    };
    let analyse = |decoded| Analysis::with(decoded, config.options());
    let (base, head) = rayon::join(|| analyse(base), || analyse(head));
    let steps = checklist(&base, &head);
    let report = match arguments.format {
        ChecklistFormat::Text => text::report(&steps),
        ChecklistFormat::Markdown => list(&steps),
        ChecklistFormat::Json => {
            serde_json::to_string_pretty(&json::checklist::report(&head, &steps))? + "\n"
        }
    };
    let form = match arguments.format {
        ChecklistFormat::Json => Form::Json,
        ChecklistFormat::Text | ChecklistFormat::Markdown => Form::Lines,
    };
    output::report(None, &report, form, &secrets_of([&base, &head]))?;
    Ok(ExitCode::SUCCESS)
}
