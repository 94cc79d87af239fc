//! `check`: find what is wrong in one file or in many.

mod github;
mod sarif;
mod text;
mod validate;

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use blueprint_lens_core::analysis::{Analysis, Options, Summary};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use serde_json::Value;

use crate::args::{CheckArguments, CheckFormat, FailOn};
use crate::config::Config;
use crate::{find, input, json};

/// From this number of files on, a terminal shows a progress bar.
const PROGRESS_FROM: usize = 200;

/// A file that was checked.
pub(crate) struct Checked {
    /// Its path as reported.
    pub(crate) path: String,
    /// What was found.
    pub(crate) analysis: Analysis,
}

/// Runs `check`.
///
/// # Errors
/// If nothing could be checked at all, or the report cannot be written.
pub(crate) fn run(arguments: &CheckArguments, config: &Config) -> anyhow::Result<ExitCode> {
    let default = [PathBuf::from("render.yaml")];
    let given: &[PathBuf] = if arguments.paths.is_empty() { &default } else { &arguments.paths };
    let paths = find::blueprints(given, config)?;
    if paths.is_empty() {
        anyhow::bail!(
            "no Blueprint found: looked for render.yaml, render.yml and render.*.yaml below {}",
            given.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")
        );
    }
    let options = Options { all_advice: arguments.all_advice, ..config.options() };
    let bar = progress(paths.len());
    let results: Vec<anyhow::Result<(Summary, FileReport)>> = paths
        .par_iter()
        .map(|path| {
            let decoded = input::read(path)?;
            let checked = Checked {
                path: reported(path, arguments),
                analysis: Analysis::with(decoded, options.clone()),
            };
            bar.inc(1);
            // Only the report of a file is kept: a tree of thousands of files need not fit into memory.
            Ok((checked.analysis.summary(), FileReport::of(&checked, arguments.format)))
        })
        .collect();
    bar.finish_and_clear();

    let mut files = 0;
    let mut total = Summary::default();
    let mut parts = Vec::new();
    let mut unread = false;
    for result in results {
        match result {
            Ok((summary, part)) => {
                files += 1;
                total = total.and(summary);
                parts.push(part);
            }
            Err(error) => {
                eprintln!("blueprint-lens: {error:#}");
                unread = true;
            }
        }
    }
    write(parts, arguments.format, files, total)?;
    Ok(if unread {
        ExitCode::from(2)
    } else {
        ExitCode::from(u8::from(fails(total, arguments.fail_on)))
    })
}

/// What the report says about one file.
enum FileReport {
    Plain(String),
    Json(json::check::File),
    Sarif(Vec<Value>),
    Render(validate::Validation),
}

impl FileReport {
    fn of(file: &Checked, format: CheckFormat) -> Self {
        match format {
            CheckFormat::Text => Self::Plain(text::report(file)),
            CheckFormat::Github => Self::Plain(github::annotations(file)),
            CheckFormat::Json => Self::Json(json::check::file(&file.path, &file.analysis)),
            CheckFormat::Sarif => Self::Sarif(sarif::results(file)),
            CheckFormat::Render => Self::Render(validate::result(file)),
        }
    }
}

/// The name of a file in the report.
fn reported(path: &Path, arguments: &CheckArguments) -> String {
    if input::is_stdin(path) {
        return arguments.stdin_filename.clone();
    }
    let path = path.strip_prefix(".").unwrap_or(path);
    path.display().to_string()
}

fn progress(files: usize) -> ProgressBar {
    if files <= PROGRESS_FROM || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(files as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} Blueprints") {
        bar.set_style(style);
    }
    bar
}

fn write(
    parts: Vec<FileReport>,
    format: CheckFormat,
    files: usize,
    total: Summary,
) -> anyhow::Result<()> {
    let mut plain = Vec::new();
    let mut reports = Vec::new();
    let mut results = Vec::new();
    let mut validation = validate::Validation::default();
    for part in parts {
        match part {
            FileReport::Plain(text) => plain.push(text),
            FileReport::Json(file) => reports.push(file),
            FileReport::Sarif(more) => results.extend(more),
            FileReport::Render(more) => validation = validation.and(more),
        }
    }
    if format == CheckFormat::Text {
        return text::write(&plain, files, total);
    }
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    match format {
        CheckFormat::Text | CheckFormat::Github => {
            for text in plain {
                out.write_all(text.as_bytes())?;
            }
        }
        CheckFormat::Json => {
            serde_json::to_writer_pretty(&mut out, &json::check::report(reports))?;
            writeln!(out)?;
        }
        CheckFormat::Sarif => {
            serde_json::to_writer_pretty(&mut out, &sarif::log(results))?;
            writeln!(out)?;
        }
        CheckFormat::Render => {
            serde_json::to_writer_pretty(&mut out, &validation)?;
            writeln!(out)?;
        }
    }
    out.flush()?;
    Ok(())
}

/// Whether a finding reaches the threshold.
fn fails(total: Summary, fail_on: FailOn) -> bool {
    let Summary { errors, warnings, infos, .. } = total;
    match fail_on {
        FailOn::Error => errors > 0,
        FailOn::Warning => errors + warnings > 0,
        FailOn::Info => errors + warnings + infos > 0,
        FailOn::Never => false,
    }
}
