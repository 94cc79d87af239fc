//! The versions of a file: what it held after each commit that touched it.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::command::git;
use super::content::Content;
use super::log::{Commit, touches};
use super::objects::contents;
use super::{Range, commit_id, said};

/// A file over time.
#[derive(Clone, Debug)]
pub(crate) struct FileHistory {
    /// What it held before the first version here; `None` when it was not there.
    pub(crate) before: Option<Content>,
    /// Its versions, the oldest first.
    pub(crate) versions: Vec<FileVersion>,
    /// Whether the clone holds only the last commits, so that the first version may not be the first one.
    pub(crate) is_cut: bool,
}

/// A version of a file.
#[derive(Clone, Debug)]
pub(crate) struct FileVersion {
    /// The commit that made it; `None` for what is not committed.
    pub(crate) commit: Option<Commit>,
    /// Where the file is, from the root of the repository.
    pub(crate) path: String,
    /// Where it was before, when this commit moved it.
    pub(crate) moved_from: Option<String>,
    /// What it holds.
    pub(crate) content: Content,
}

/// The versions of a file in a part of the history, along first parents and across renames.
///
/// # Errors
/// If git cannot read them, or the range starts at no ancestor of its end.
pub(crate) fn file_history(range: &Range, path: &Path) -> anyhow::Result<FileHistory> {
    let (folder, path) = seen_from(path);
    let (folder, path) = (folder.as_path(), path.as_str());
    let until = commit_id(folder, &range.until)?;
    let after = range.after.as_ref().map(|after| commit_id(folder, after)).transpose()?;
    if let Some(after) = &after {
        let mut command = git(folder);
        command.args(["merge-base", "--is-ancestor", after, &until]);
        if !command.output()?.success {
            let (one, other) = (range.after.as_deref().unwrap_or_default(), &range.until);
            bail!("`{one}` is not in the history of `{other}`");
        }
    }
    let touches = touches(folder, after.as_deref(), &until, path)?;
    let before = match touches.first() {
        Some(first) => first.before.clone(),
        None => object_at(folder, &until, path),
    };
    let ids = touches.iter().filter_map(|touch| touch.after.clone()).chain(before.clone());
    let objects = contents(folder, ids)?;
    let content = |id: Option<String>| id.and_then(|id| objects.get(&id).cloned());
    let mut versions = Vec::with_capacity(touches.len());
    for touch in touches {
        versions.push(FileVersion {
            commit: Some(touch.commit),
            path: touch.path,
            moved_from: touch.moved_from,
            content: content(touch.after).unwrap_or(Content::Gone),
        });
    }
    let shallow = said(git(folder).args(["rev-parse", "--is-shallow-repository"]))?;
    Ok(FileHistory {
        is_cut: shallow == "true" && after.is_none(),
        before: content(before),
        versions,
    })
}

/// The folder in which to run git, and the path from there. A folder that is gone is no place to run it in.
pub(super) fn seen_from(path: &Path) -> (PathBuf, String) {
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into());
    match path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) if folder.is_dir() => (folder.to_owned(), format!("./{name}")),
        Some(_) => (PathBuf::from("."), format!("./{}", path.display())),
        None => (PathBuf::from("."), format!("./{name}")),
    }
}

/// The object of a file at a commit; `None` when it is not there.
fn object_at(folder: &Path, commit: &str, path: &str) -> Option<String> {
    said(git(folder).args(["rev-parse", "--verify", "--quiet"]).arg(format!("{commit}:{path}")))
        .ok()
}
