//! The commits that touched a file, along the first parents: what the branch held, one commit after the other. A merge is
//! one of them, because it is what a sync of the branch saw.

use std::path::Path;
use std::str::Split;

use anyhow::bail;

use super::command::git;
use super::said;

/// A commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Commit {
    /// Its whole id.
    pub(crate) id: String,
    /// Who wrote it.
    pub(crate) author: String,
    /// When it was written: ISO 8601 with the author's zone.
    pub(crate) date: String,
    /// The first line of its message.
    pub(crate) subject: String,
}

impl Commit {
    /// The start of its id, for people.
    pub(crate) fn short(&self) -> &str {
        self.id.get(..7).unwrap_or(&self.id)
    }

    /// The author's day: `2026-03-01`.
    pub(crate) fn day(&self) -> &str {
        self.date.get(..10).unwrap_or(&self.date)
    }
}

/// What a commit did to the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Touch {
    /// The commit.
    pub(super) commit: Commit,
    /// Where the file is afterwards, from the root of the repository.
    pub(super) path: String,
    /// Where it was, when it was moved.
    pub(super) moved_from: Option<String>,
    /// The object before; `None` when there was none.
    pub(super) before: Option<String>,
    /// The object afterwards; `None` when the file is gone.
    pub(super) after: Option<String>,
}

/// The commits from behind `after` to `until` that touched the file, the oldest first. Renames are followed.
///
/// # Errors
/// If git cannot read the history.
pub(super) fn touches(
    folder: &Path,
    after: Option<&str>,
    until: &str,
    path: &str,
) -> anyhow::Result<Vec<Touch>> {
    let mut command = git(folder);
    command.args(["--literal-pathspecs", "-c", "log.showSignature=false", "log"]);
    command.args(["--first-parent", "--diff-merges=first-parent", "--follow", "-M"]);
    command.args(["--raw", "-z", "--no-abbrev", "--no-color", "--no-notes", "--encoding=UTF-8"]);
    command.args(["--format=%H%x00%aN%x00%aI%x00%s", until]);
    command.args(after.map(|after| format!("^{after}")));
    let text = said(command.arg("--").arg(path))?;
    let mut touches = Vec::new();
    let mut words = text.split('\0');
    while let Some(id) = words.next().filter(|id| !id.is_empty()) {
        touches.push(touch(id, &mut words)?);
    }
    touches.reverse();
    Ok(touches)
}

/// Reads one commit: its four fields, and the one file that it is about.
fn touch(id: &str, words: &mut Split<'_, char>) -> anyhow::Result<Touch> {
    let mut word = || words.next().unwrap_or_default().to_owned();
    let (author, date, subject) = (word(), word(), word());
    let commit = Commit { id: id.to_owned(), author, date, subject };
    let change = word();
    let fields: Vec<&str> = change.trim_start_matches(['\n', ':']).split(' ').collect();
    let [_, _, before, after, status] = fields[..] else {
        bail!("the history that git prints cannot be read at commit {id}");
    };
    let object = |id: &str| id.bytes().any(|byte| byte != b'0').then(|| id.to_owned());
    let first = word();
    let is_move = status.starts_with(['R', 'C']);
    let (path, moved_from) = if is_move { (word(), Some(first)) } else { (first, None) };
    Ok(Touch { commit, path, moved_from, before: object(before), after: object(after) })
}
