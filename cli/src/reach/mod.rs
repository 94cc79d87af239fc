//! `reach`: who can reach whom on the private network, and why not.

mod csv;
mod list;
mod matrix;
mod question;

use std::io::Write as _;
use std::process::ExitCode;

pub(crate) use question::{Asked, Question, ask};

use crate::args::{ReachArguments, ReachFormat};
use crate::config::Config;
use crate::output::{Form, Report, secrets_of};
use crate::{json, output, workspace};

/// Runs `reach`.
///
/// # Errors
/// When the file cannot be read, or a name means no resource or several.
pub(crate) fn run(arguments: &ReachArguments, config: &Config) -> anyhow::Result<ExitCode> {
    let paths = [std::slice::from_ref(&arguments.path), &arguments.with].concat();
    let analysis = workspace::read(&paths, config)?;
    let question = arguments.question();
    let asked = ask(&analysis, question)?;
    let secrets = secrets_of([&analysis]);
    let form = if arguments.format == ReachFormat::Json { Form::Json } else { Form::Lines };
    Report::to(None, form, &secrets)?.write(|out| match arguments.format {
        ReachFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, &json::reach::answer(&analysis, &asked))?;
            writeln!(out)
        }
        ReachFormat::Csv => csv::csv(out, &asked),
        ReachFormat::Table => {
            if question.is_open() && !arguments.details {
                matrix::matrix(out, &analysis, output::width())?;
            } else {
                list::pairs(out, &analysis, || asked.ends(), asked.is_one())?;
            }
            if asked.ends().next().is_some() && !asked.entry_points.is_empty() {
                writeln!(out)?;
            }
            list::exposure(out, &analysis, &asked.entry_points)
        }
    })?;
    Ok(ExitCode::SUCCESS)
}
