//! `check`: find what is wrong in one file or in many.

mod checked;
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

use checked::Checked;

use crate::args::{CheckArguments, CheckFormat, FailOn};
use crate::config::Config;
use crate::git::WorkTrees;
use crate::input::reported;
use crate::workspace::{Workspace, source, workspaces};
use crate::{find, input, json};

/// From this number of files on, a terminal shows a progress bar.
const PROGRESS_FROM: usize = 200;

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
    let groups = workspaces(&paths, arguments.grouping.grouping(), arguments.whole_tree, config)?;
    let trees =
        WorkTrees::around(groups.iter().flat_map(|group| &group.files).map(|(path, _)| &**path));
    let bar = progress(paths.len());
    let mut results: Vec<(usize, anyhow::Result<(Summary, FileReport)>)> = groups
        .par_iter()
        .flat_map_iter(|group| {
            let reports = check(group, &trees, arguments, &options);
            bar.inc(reports.len() as u64);
            reports
        })
        .collect();
    bar.finish_and_clear();
    results.sort_by_key(|(place, _)| *place);

    let mut files = 0;
    let mut total = Summary::default();
    let mut reports = Vec::new();
    let mut unread = false;
    for (_, result) in results {
        match result {
            Ok((summary, report)) => {
                files += 1;
                total = total.and(summary);
                reports.push(report);
            }
            Err(error) => {
                eprintln!("blueprint-lens: {error:#}");
                unread = true;
            }
        }
    }
    write(reports, arguments.format, files, total)?;
    Ok(if unread {
        ExitCode::from(2)
    } else {
        ExitCode::from(u8::from(fails(total, arguments.fail_on)))
    })
}

/// Checks the files of one workspace, and reports on those that were asked for, each with its place among them. Only the
/// reports are kept: a tree of thousands of files need not fit into memory.
fn check(
    group: &Workspace,
    trees: &WorkTrees,
    arguments: &CheckArguments,
    options: &Options,
) -> Vec<(usize, anyhow::Result<(Summary, FileReport)>)> {
    let mut out = Vec::new();
    let (mut sources, mut asked) = (Vec::new(), Vec::new());
    for (path, place) in &group.files {
        match (source(path, named(path, arguments), trees), place) {
            (Ok(source), place) => {
                sources.push(source);
                asked.push(*place);
            }
            (Err(error), Some(place)) => out.push((*place, Err(error))),
            // What is only read along is not what somebody asked about, so the run does not fail for it.
            (Err(error), None) => {
                eprintln!("blueprint-lens: {error:#}; the others are read without it");
            }
        }
    }
    let analysis = Analysis::together(sources, options.clone());
    let files = analysis.files().iter().zip(asked);
    out.extend(files.filter_map(|((file, source), place)| {
        let checked = Checked::new(source.path.clone(), &analysis, file);
        Some((place?, Ok((checked.view.summary, FileReport::of(&checked, arguments.format)))))
    }));
    out
}

/// What the report says about one file.
enum FileReport {
    Plain(String),
    Json(json::check::File),
    Sarif(Vec<Value>),
    Render(validate::Validation),
}

impl FileReport {
    fn of(file: &Checked<'_>, format: CheckFormat) -> Self {
        match format {
            CheckFormat::Text => Self::Plain(text::report(file)),
            CheckFormat::Github => Self::Plain(github::annotations(file)),
            CheckFormat::Json => {
                Self::Json(json::check::file(&file.path, file.analysis, file.file))
            }
            CheckFormat::Sarif => Self::Sarif(sarif::results(file)),
            CheckFormat::Render => Self::Render(validate::result(file)),
        }
    }
}

/// The name of a file in the report.
fn named(path: &Path, arguments: &CheckArguments) -> String {
    if input::is_stdin(path) { arguments.stdin_filename.clone() } else { reported(path) }
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
    reports: Vec<FileReport>,
    format: CheckFormat,
    files: usize,
    total: Summary,
) -> anyhow::Result<()> {
    let mut plain = Vec::new();
    let mut json = Vec::new();
    let mut results = Vec::new();
    let mut validation = validate::Validation::default();
    for report in reports {
        match report {
            FileReport::Plain(text) => plain.push(text),
            FileReport::Json(file) => json.push(file),
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
            serde_json::to_writer_pretty(&mut out, &json::check::report(json))?;
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
