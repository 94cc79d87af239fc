//! `check`: find what is wrong in one file or in many.

mod checked;
mod excerpt;
mod github;
mod sarif;
mod text;
mod validate;

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use blueprint_lens_core::analysis::{Analysis, Options, Summary};
use blueprint_lens_core::redact::KnownSecrets;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use serde_json::Value;

use checked::Checked;

use crate::args::{CheckArguments, CheckFormat, FailOn};
use crate::config::Config;
use crate::git::WorkTrees;
use crate::output::{Form, reported};
use crate::workspace::{Grouping, Readout, Workspace, workspaces};
use crate::{find, input, json, output};

/// From this number of files on, a terminal shows a progress bar.
const PROGRESS_FROM: usize = 200;

/// Runs `check`.
///
/// # Errors
/// If nothing could be checked at all, or the report cannot be written.
pub(crate) fn run(arguments: &CheckArguments, config: &Config) -> anyhow::Result<ExitCode> {
    let default = [PathBuf::from("render.yaml")];
    let given: &[PathBuf] = if arguments.paths.is_empty() { &default } else { &arguments.paths };
    if arguments.paths.is_empty() && !default[0].exists() {
        anyhow::bail!("there is no render.yaml here: name a file, or `.` to search this folder");
    }
    let paths = find::blueprints(given, config)?;
    if paths.is_empty() {
        anyhow::bail!(
            "no Blueprint found: looked for render.yaml, render.yml and render.*.yaml below {}",
            given.iter().map(|path| output::shown(path)).collect::<Vec<_>>().join(", ")
        );
    }
    let options = Options { all_advice: arguments.all_advice, ..config.options() };
    let groups =
        workspaces(&paths, arguments.grouping.grouping(), arguments.grouping.whole_tree, config)?;
    let trees =
        WorkTrees::around(groups.iter().flat_map(|group| &group.files).map(|(path, _)| &**path));
    let bar = progress(paths.len());
    let checked: Vec<(Reports, KnownSecrets)> = groups
        .par_iter()
        .map(|group| {
            let checked = check(group, &trees, arguments, &options);
            bar.inc(checked.0.len() as u64);
            checked
        })
        .collect();
    bar.finish_and_clear();
    let (results, secrets): (Vec<Reports>, Vec<KnownSecrets>) = checked.into_iter().unzip();
    let secrets = secrets.into_iter().fold(KnownSecrets::default(), KnownSecrets::and);
    let mut results: Reports = results.into_iter().flatten().collect();
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
                output::note(&error);
                unread = true;
            }
        }
    }
    let report = written(reports, arguments.format, files, total)?;
    write(&report, arguments, &secrets)?;
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
) -> (Reports, KnownSecrets) {
    let Readout { sources, asked, unread } = group.read(trees, |path| named(path, arguments));
    let mut out: Reports =
        unread.into_iter().map(|(place, error)| (place, Err(format!("{error:#}")))).collect();
    let analysis = Analysis::together(sources, options.clone());
    let secrets = analysis.secret_values();
    let shown = match arguments.format {
        CheckFormat::Text => text::shown(analysis.text(), secrets),
        _ => String::new(),
    };
    let files = analysis.files().iter().zip(asked);
    out.extend(files.filter_map(|((file, source), place)| {
        let checked = Checked::new(source.path.clone(), (&analysis, &shown), file);
        Some((place?, Ok((checked.view.summary, FileReport::of(&checked, arguments.format)))))
    }));
    (out, KnownSecrets::of(analysis.text(), secrets))
}

/// The report on these files as JSON, read as the command reads them, and what it is made from.
///
/// # Errors
/// If there is no file, or one cannot be read.
pub(crate) fn json_report(
    paths: &[PathBuf],
    config: &Config,
) -> anyhow::Result<(json::check::Report, Vec<Analysis>)> {
    if paths.is_empty() {
        anyhow::bail!("no Blueprint found");
    }
    let groups = workspaces(paths, Grouping::ByTree, false, config)?;
    let files = groups.iter().flat_map(|group| &group.files);
    let trees = WorkTrees::around(files.map(|(path, _)| &**path));
    let (mut reports, mut analyses) = (Vec::new(), Vec::new());
    for group in &groups {
        let Readout { sources, asked, unread } = group.read(&trees, reported);
        if let Some((_, error)) = unread.into_iter().next() {
            return Err(error);
        }
        let analysis = Analysis::together(sources, config.options());
        let files = analysis.files().iter().zip(asked);
        reports.extend(files.filter_map(|((file, source), place)| {
            Some((place?, json::check::file(&source.path, &analysis, file)))
        }));
        analyses.push(analysis);
    }
    reports.sort_by_key(|(place, _)| *place);
    let files = reports.into_iter().map(|(_, report)| report).collect();
    Ok((json::check::report(files), analyses))
}

/// What was found in files, or why one cannot be read, each with its place among what was asked for.
type Reports = Vec<(usize, Result<(Summary, FileReport), String>)>;

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

/// The whole report.
fn written(
    reports: Vec<FileReport>,
    format: CheckFormat,
    files: usize,
    total: Summary,
) -> anyhow::Result<String> {
    let mut plain = String::new();
    let mut json = Vec::new();
    let mut results = Vec::new();
    let mut validation = validate::Validation::default();
    for report in reports {
        match report {
            FileReport::Plain(text) => plain.push_str(&text),
            FileReport::Json(file) => json.push(file),
            FileReport::Sarif(more) => results.extend(more),
            FileReport::Render(more) => validation = validation.and(more),
        }
    }
    Ok(match format {
        CheckFormat::Text if files == 0 => plain,
        CheckFormat::Text => plain + &text::closing(files, total),
        CheckFormat::Github => plain,
        CheckFormat::Json => serde_json::to_string_pretty(&json::check::report(json))? + "\n",
        CheckFormat::Sarif => serde_json::to_string_pretty(&sarif::log(results))? + "\n",
        CheckFormat::Render => serde_json::to_string_pretty(&validation)? + "\n",
    })
}

/// Writes the report. The forms with signs that act make what is the file's harmless themselves.
fn write(report: &str, arguments: &CheckArguments, secrets: &KnownSecrets) -> anyhow::Result<()> {
    match arguments.format {
        CheckFormat::Text => output::print_styled(&secrets.hide(report)),
        CheckFormat::Github => output::print(&secrets.hide(report)),
        CheckFormat::Json | CheckFormat::Sarif | CheckFormat::Render => {
            output::report(None, report, Form::Json, secrets)
        }
    }
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
