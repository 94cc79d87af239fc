//! The few commands of git that a release takes.

use std::path::Path;
use std::process::Command;

use crate::{Result, command};

fn git(root: &Path, arguments: &[&str]) -> Command {
    let mut git = Command::new("git");
    git.current_dir(root).args(arguments);
    git
}

/// Runs one that has to succeed.
pub(super) fn run(root: &Path, arguments: &[&str]) -> Result<()> {
    command::output(&mut git(root, arguments)).map(drop)
}

/// Whether nothing is changed and nothing is untracked.
pub(super) fn is_clean(root: &Path) -> Result<bool> {
    command::output(&mut git(root, &["status", "--porcelain"])).map(|changes| changes.is_empty())
}

/// Whether a tag is there.
pub(super) fn has_tag(root: &Path, tag: &str) -> Result<bool> {
    command::output(&mut git(root, &["tag", "--list", tag])).map(|tags| !tags.is_empty())
}

/// The branch that is checked out; an error when none is.
pub(super) fn branch(root: &Path) -> Result<String> {
    let name = command::output(&mut git(root, &["symbolic-ref", "--short", "HEAD"]))?;
    Ok(name.trim().to_owned())
}

/// Commits what is changed in files that git knows, and what has been added.
pub(super) fn commit(root: &Path, message: &str) -> Result<()> {
    run(root, &["commit", "--quiet", "--all", "--message", message])
}
