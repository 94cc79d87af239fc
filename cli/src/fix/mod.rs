//! `fix`: apply fixes until none is left, in files that are read together as `check` reads them.

mod rounds;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use blueprint_lens_core::analysis::{Options, SourceText};
use blueprint_lens_core::text::Decoded;
use blueprint_lens_core::wording::count::count_of;
use similar::TextDiff;

use crate::args::{FixArguments, FixFormat};
use crate::config::Config;
use crate::git::WorkTrees;
use crate::output::reported;
use crate::workspace::{Grouping, Readout, Workspace, workspaces};
use crate::{find, input, json, output};

pub(crate) use rounds::Fixed;

use rounds::fixed;

/// Runs `fix`.
///
/// # Errors
/// When a file cannot be read or written, or is not UTF-8; no file is written then.
pub(crate) fn run(arguments: &FixArguments, config: &Config) -> anyhow::Result<ExitCode> {
    let (grouping, whole_tree) = (arguments.grouping.grouping(), arguments.grouping.whole_tree);
    let paths = find::blueprints(&arguments.paths, config)?;
    let all = all_fixed(&paths, grouping, whole_tree, arguments.unsafe_fixes, config)?;
    if arguments.format == FixFormat::Json {
        let [file] = all.as_slice() else { anyhow::bail!("--format json is for one file") };
        let answer = json::fix::Fixed::new(file.after.text.clone(), file.after.applied);
        output::print(&(serde_json::to_string_pretty(&answer)? + "\n"))?;
        return Ok(status(arguments, &all));
    }
    let mut diffs = String::new();
    for FixedFile { path, before, after } in &all {
        if arguments.outcome.write && input::is_stdin(path) {
            output::print(&after.text)?;
        } else if arguments.outcome.write && after.text != *before {
            output::write(Some(path), after.text.as_bytes())?;
        } else if !arguments.outcome.write {
            diffs.push_str(&diff(path, before, &after.text));
        }
    }
    output::print(&diffs)?;
    if arguments.outcome.write {
        output::note(&applied(&all));
    }
    Ok(status(arguments, &all))
}

/// 1 when there are changes, for those who ask whether there are.
fn status(arguments: &FixArguments, all: &[FixedFile]) -> ExitCode {
    let would_change = all.iter().any(|file| file.after.text != file.before);
    ExitCode::from(u8::from(arguments.outcome.check && would_change))
}

/// A file, and what became of it.
pub(crate) struct FixedFile {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// Its text before.
    pub(crate) before: String,
    /// Its text after the fixes.
    pub(crate) after: Fixed,
}

/// The files of these paths with all allowed fixes, in their order. Nothing is written.
///
/// # Errors
/// When there is no file, or one cannot be read or is not UTF-8.
pub(crate) fn all_fixed(
    paths: &[PathBuf],
    grouping: Grouping,
    whole_tree: bool,
    unsafe_fixes: bool,
    config: &Config,
) -> anyhow::Result<Vec<FixedFile>> {
    if paths.is_empty() {
        anyhow::bail!("no Blueprint found");
    }
    let groups = workspaces(paths, grouping, whole_tree, config)?;
    let files = groups.iter().flat_map(|group| &group.files);
    let trees = WorkTrees::around(files.map(|(path, _)| &**path));
    let mut out = Vec::new();
    for group in &groups {
        out.extend(of_workspace(group, &trees, unsafe_fixes, &config.options())?);
    }
    out.sort_by_key(|(place, _)| *place);
    Ok(out.into_iter().map(|(_, file)| file).collect())
}

/// The files of a workspace that were asked for, each with its place among all of them.
fn of_workspace(
    group: &Workspace,
    trees: &WorkTrees,
    unsafe_fixes: bool,
    options: &Options,
) -> anyhow::Result<Vec<(usize, FixedFile)>> {
    let Readout { sources, asked, unread } = group.read(trees, named);
    if let Some((_, error)) = unread.into_iter().next() {
        return Err(error);
    }
    for (source, _) in sources.iter().zip(&asked).filter(|(_, place)| place.is_some()) {
        refuse_other_encodings(&source.path, &source.decoded)?;
    }
    let before: Vec<String> = sources.iter().map(|source| source.decoded.text.clone()).collect();
    let is_asked: Vec<bool> = asked.iter().map(Option::is_some).collect();
    let after = fixed(sources, &is_asked, unsafe_fixes, options)?;
    // In the order of the workspace, as the texts are.
    let places = group.files.iter().filter_map(|(path, place)| Some((path.clone(), (*place)?)));
    let texts = before.into_iter().zip(after).zip(is_asked).filter(|(_, asked)| *asked);
    let files = places
        .zip(texts)
        .map(|((path, place), ((before, after), _))| (place, FixedFile { path, before, after }));
    Ok(files.collect())
}

/// The text of one Blueprint, as it came, with all allowed fixes.
///
/// # Errors
/// When it is not UTF-8.
pub(crate) fn fixed_text(
    name: &str,
    decoded: Decoded,
    unsafe_fixes: bool,
    config: &Config,
) -> anyhow::Result<Fixed> {
    refuse_other_encodings(name, &decoded)?;
    let source = SourceText::new(name.to_owned(), decoded);
    let fixed = fixed(vec![source], &[true], unsafe_fixes, &config.options())?.pop();
    fixed.context("there is no text")
}

/// The name of a file in diffs and messages.
pub(crate) fn named(path: &Path) -> String {
    if input::is_stdin(path) { "render.yaml".to_owned() } else { reported(path) }
}

/// What changes in a file, for `patch` and `git apply`.
fn diff(path: &Path, before: &str, after: &str) -> String {
    let name = named(path);
    let diff = TextDiff::from_lines(before, after);
    diff.unified_diff().header(&format!("a/{name}"), &format!("b/{name}")).to_string()
}

/// "3 fixes applied", and in how many files when there are several.
fn applied(all: &[FixedFile]) -> String {
    let count = all.iter().map(|file| file.after.applied).sum();
    let fixes = count_of(count, "fix", "fixes");
    let files = all.iter().filter(|file| file.after.applied > 0).count();
    match all.len() {
        1 => format!("{fixes} applied"),
        _ => format!("{fixes} applied in {}", count_of(files, "file", "files")),
    }
}

/// Rejects text that is not UTF-8: writing it back would lose the part that could not be read.
///
/// # Errors
/// When a byte belongs to no character.
fn refuse_other_encodings(name: &str, decoded: &Decoded) -> anyhow::Result<()> {
    if !decoded.invalid.is_empty() {
        anyhow::bail!("{name} is not UTF-8; save it as UTF-8 first");
    }
    Ok(())
}
