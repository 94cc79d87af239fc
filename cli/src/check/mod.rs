//! `check`: find what is wrong in one file or in many.

mod github;
mod sarif;
mod text;
mod validate;

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use blueprint_lens_core::analysis::{Analysis, Options};
use blueprint_lens_core::diagnostics::Severity;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;

use crate::args::{CheckArguments, CheckFormat, FailOn};
use crate::config::Config;
use crate::{find, input, json};

/// From how many files on a terminal shows a progress bar.
const PROGRESS_FROM: usize = 200;

/// A file that was read.
pub(crate) struct Checked {
    /// Its path as reported.
    pub(crate) path: String,
    /// What was found.
    pub(crate) analysis: Analysis,
}

/// Runs `check`.
///
/// # Errors
/// When nothing could be checked at all, or the report cannot be written.
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
    let results: Vec<anyhow::Result<Checked>> = paths
        .par_iter()
        .map(|path| {
            let decoded = input::read(path)?;
            let checked = Checked {
                path: reported(path, arguments),
                analysis: Analysis::with(decoded, options.clone()),
            };
            bar.inc(1);
            Ok(checked)
        })
        .collect();
    bar.finish_and_clear();

    let mut files = Vec::new();
    let mut unread = false;
    for result in results {
        match result {
            Ok(checked) => files.push(checked),
            Err(error) => {
                eprintln!("blueprint-lens: {error:#}");
                unread = true;
            }
        }
    }
    write(&files, arguments.format)?;
    Ok(if unread {
        ExitCode::from(2)
    } else {
        ExitCode::from(u8::from(fails(&files, arguments.fail_on)))
    })
}

/// The name a file goes by in the report.
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

fn write(files: &[Checked], format: CheckFormat) -> anyhow::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    match format {
        CheckFormat::Text => return text::write(files),
        CheckFormat::Json => {
            let report = json::check::report(
                files.iter().map(|file| json::check::file(&file.path, &file.analysis)).collect(),
            );
            serde_json::to_writer_pretty(&mut out, &report)?;
            writeln!(out)?;
        }
        CheckFormat::Sarif => {
            serde_json::to_writer_pretty(&mut out, &sarif::log(files))?;
            writeln!(out)?;
        }
        CheckFormat::Github => out.write_all(github::annotations(files).as_bytes())?,
        CheckFormat::Render => {
            serde_json::to_writer_pretty(&mut out, &validate::result(files))?;
            writeln!(out)?;
        }
    }
    out.flush()?;
    Ok(())
}

/// Whether a finding reaches the threshold.
fn fails(files: &[Checked], fail_on: FailOn) -> bool {
    let threshold = match fail_on {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
        FailOn::Info => Severity::Info,
        FailOn::Never => return false,
    };
    files
        .iter()
        .flat_map(|file| file.analysis.diagnostics())
        .any(|diagnostic| diagnostic.severity >= threshold)
}
