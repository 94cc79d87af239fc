//! What the surrounding git repository holds: revisions, histories and the work tree, read by the `git` executable.

mod command;
mod content;
mod log;
mod merge;
mod moved;
mod objects;
mod range;
mod versions;
mod work_tree;

use std::path::Path;

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
use command::{Git, git};

/// Where the Blueprint of a revision is when nothing says otherwise.
pub(crate) const DEFAULT_PATH: &str = "render.yaml";

/// What is said when there is no git.
const NEEDED: &str = "git cannot be run, but is needed to read revisions";

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
    if output.success {
        return Ok(());
    }
    let said = words(&output.stderr);
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
    let size = git(folder).args(["cat-file", "-s"]).arg(&object).output().context(NEEDED)?;
    if !size.success {
        return Ok(None);
    }
    // What is too large is not even read.
    let size: u64 = String::from_utf8_lossy(&size.stdout).trim().parse()?;
    input::refuse_too_large(size, &object)?;
    let content = git(folder).args(["cat-file", "blob"]).arg(&object).output().context(NEEDED)?;
    if !content.success {
        bail!("{object} is not a file");
    }
    input::read_from(content.stdout.as_slice(), &object).map(Some)
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
fn said(command: &Git) -> anyhow::Result<String> {
    let output = command.output().context(NEEDED)?;
    if !output.success {
        bail!("git says: {}", words(&output.stderr));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim_end_matches('\n').to_owned())
}

/// What git says on standard error, as a sentence of ours goes on with it.
fn words(stderr: &[u8]) -> String {
    String::from_utf8_lossy(stderr).trim().trim_start_matches("fatal: ").to_owned()
}
