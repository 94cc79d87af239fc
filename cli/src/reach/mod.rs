//! `reach`: who can reach whom on the private network, and why not.

mod csv;
mod list;
mod matrix;
mod question;

use std::process::ExitCode;

pub(crate) use question::{Asked, Question, ask};

use crate::args::{ReachArguments, ReachFormat};
use crate::config::Config;
use crate::output::{Form, secrets_of};
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
    let (form, text) = match arguments.format {
        ReachFormat::Json => {
            let answer = json::reach::answer(&analysis, &asked);
            (Form::Json, serde_json::to_string_pretty(&answer)? + "\n")
        }
        ReachFormat::Csv => (Form::Lines, csv::csv(&analysis, &asked.pairs)),
        ReachFormat::Table => {
            let pairs = if question.is_open() && !arguments.details {
                matrix::matrix(&analysis, &asked.pairs, output::width())
            } else {
                list::pairs(&analysis, &asked.pairs, asked.is_one)
            };
            let exposure = list::exposure(&analysis, &asked.entry_points);
            let text = pairs + &exposure;
            (Form::Lines, text.trim_start_matches('\n').to_owned())
        }
    };
    output::report(None, &text, form, &secrets_of([&analysis]))?;
    Ok(ExitCode::SUCCESS)
}
