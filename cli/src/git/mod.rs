//! What the surrounding git repository holds: revisions, histories and the work tree, read by the `git` executable.

mod content;
mod log;
mod merge;
mod moved;
mod objects;
mod range;
mod versions;
mod work_tree;

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context as _, bail};
use blueprint_lens_core::text::Decoded;

pub(crate) use content::Content;
pub(crate) use log::Commit;
pub(crate) use merge::merged_branches;
pub(crate) use moved::{Direction, moved};
pub(crate) use range::Range;
pub(crate) use versions::{FileHistory, FileVersion, file_history};
pub(crate) use work_tree::{WorkTrees, root_of};

use crate::input;

/// Where the Blueprint of a revision is when nothing says otherwise.
pub(crate) const DEFAULT_PATH: &str = "render.yaml";

/// What is said when there is no git.
const NEEDED: &str = "git cannot be run, but is needed to read revisions";

/// Runs `git` in a directory. Nothing is fetched, even if the repository would fetch on demand, nothing is written, and the
/// program that a repository may name in `core.fsmonitor` is not run.
fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.args(["-c", "core.fsmonitor=false", "-C"]).arg(folder).stdin(Stdio::null());
    command.env("GIT_NO_LAZY_FETCH", "1").env("GIT_OPTIONAL_LOCKS", "0");
    command
}

/// Whether a revision is there.
///
/// # Errors
/// If there is no `git`, no repository, or no such revision.
pub(crate) fn check_revision(folder: &Path, revision: &str) -> anyhow::Result<()> {
    if revision.starts_with('-') {
        bail!("`{revision}` is not a revision");
    }
    let output = git(folder)
        .args(["rev-parse", "--verify", "--quiet", "--end-of-options"])
        .arg(format!("{revision}^{{tree}}"))
        .output()
        .context(NEEDED)?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.trim().trim_start_matches("fatal: ");
    if said.is_empty() {
        bail!("`{revision}` is neither a file nor a revision of this git repository");
    }
    bail!("`{revision}` is not a file, and git says: {said}");
}

/// A file at a revision; `None` if it does not exist.
///
/// # Errors
/// If git cannot be run, or what is there is no file that can be read.
pub(crate) fn blob(folder: &Path, revision: &str, path: &str) -> anyhow::Result<Option<Decoded>> {
    let object = format!("{revision}:{path}");
    let there = git(folder)
        .args(["cat-file", "-e"])
        .arg(&object)
        .stderr(Stdio::null())
        .status()
        .context(NEEDED)?;
    if !there.success() {
        return Ok(None);
    }
    let mut child = git(folder)
        .args(["cat-file", "blob"])
        .arg(&object)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context(NEEDED)?;
    let output = child.stdout.take().context("git gives no output")?;
    let read = input::read_from(output, &object);
    // Reading stops at the limit; the rest of git's output is discarded.
    let status = child.wait().with_context(|| format!("{object} cannot be read"))?;
    let decoded = read?;
    if !status.success() {
        bail!("{object} is not a file");
    }
    Ok(Some(decoded))
}

/// The id of the commit that a revision means.
///
/// # Errors
/// As for [`check_revision`].
fn commit_id(folder: &Path, revision: &str) -> anyhow::Result<String> {
    check_revision(folder, revision)?;
    said(
        git(folder)
            .args(["rev-parse", "--verify", "--end-of-options"])
            .arg(format!("{revision}^{{commit}}")),
    )
}

/// What a command prints, without the line break at its end.
///
/// # Errors
/// If it cannot be run, or fails; in git's own words.
fn said(command: &mut Command) -> anyhow::Result<String> {
    let output = command.output().context(NEEDED)?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("git says: {}", said.trim().trim_start_matches("fatal: "));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim_end_matches('\n').to_owned())
}
