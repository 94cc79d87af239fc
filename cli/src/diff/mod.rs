//! `diff`: semantic changes, for terminals, pull requests and programs.

mod alarm;
pub(crate) mod changes;
pub(crate) mod code;
mod compared;
mod extent;
mod headline;
mod history;
mod html;
mod links;
mod list;
mod markdown;
mod picture;
mod side;
mod text;
mod twin;
mod twin_names;
mod words;

use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use blueprint_lens_core::plan::Mode;

pub(crate) use alarm::Alarm;
pub(crate) use compared::{Compared, compare};
use extent::Extent;
#[cfg(not(target_family = "wasm"))]
pub(crate) use html::for_a_page;
use links::Links;
pub(crate) use side::read_both;
pub(crate) use twin_names::TwinNames;
pub(crate) use words::{difference_words, plan_words};

use crate::args::{CompareOptions, DiffArguments, PlanArguments};
use crate::choices::DiffFormat;
use crate::config::Config;
use crate::git::Range;
use crate::output::{self, Form};

/// Runs `diff`.
///
/// # Errors
/// When a side or the history cannot be read, or the report cannot be written.
pub(crate) fn run(arguments: &DiffArguments, config: &Config) -> anyhow::Result<ExitCode> {
    let output = arguments.output.as_deref();
    if arguments.history {
        if !matches!(arguments.options.format, None | Some(DiffFormat::Html)) {
            bail!("a history is written as HTML only");
        }
        let range = arguments.base.as_deref().unwrap_or_default();
        let (report, secrets) = history::report(&Range::read(range)?, arguments.path()?, config)?;
        output::report(output, &report, Form::Markup, &secrets)?;
        return Ok(ExitCode::SUCCESS);
    }
    let [base, head] = arguments.sides()?;
    let options = &arguments.options;
    let compared = if arguments.twin {
        twin::compare_twins(base, head, config)?
    } else {
        versions(base, head, options, config)?
    };
    report(&compared, options, Extent::All, output)
}

/// Runs `plan`.
///
/// # Errors
/// When a side cannot be read, or the report cannot be written.
pub(crate) fn plan(arguments: &PlanArguments, config: &Config) -> anyhow::Result<ExitCode> {
    let options = &arguments.options;
    let compared = versions(&arguments.base, &arguments.head, options, config)?;
    report(&compared, options, Extent::Plan, None)
}

fn versions(
    base_name: &str,
    head_name: &str,
    options: &CompareOptions,
    config: &Config,
) -> anyhow::Result<Compared> {
    let (base, head) = side::read_both(base_name, head_name)?;
    let mode = if options.first { Mode::First } else { Mode::Later };
    Ok(compare((base_name.to_owned(), base), (head_name.to_owned(), head), mode, config))
}

fn report(
    compared: &Compared,
    options: &CompareOptions,
    extent: Extent,
    output: Option<&Path>,
) -> anyhow::Result<ExitCode> {
    let links = Links::of_run(&compared.base_name, &compared.head_name);
    let report = match (options.format.unwrap_or(DiffFormat::Text), extent) {
        (DiffFormat::Text, _) => text::report(compared, extent),
        (DiffFormat::Markdown, _) => markdown::comment(compared, extent, &links),
        (DiffFormat::Html, _) => html::report(compared, extent, &links),
        (DiffFormat::Json, Extent::All) => serde_json::to_string_pretty(&compared.json())? + "\n",
        (DiffFormat::Json, Extent::Plan) => {
            serde_json::to_string_pretty(&compared.json_plan())? + "\n"
        }
    };
    let form = match options.format.unwrap_or(DiffFormat::Text) {
        DiffFormat::Text | DiffFormat::Markdown => Form::Lines,
        DiffFormat::Html => Form::Markup,
        DiffFormat::Json => Form::Json,
    };
    output::report(output, &report, form, &compared.secrets())?;
    let asked = |(alarm, _, applies): &Alarm| *applies && options.fail_on.contains(alarm);
    Ok(ExitCode::from(u8::from(compared.alarms().iter().any(asked))))
}
