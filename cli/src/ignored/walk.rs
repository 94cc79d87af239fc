//! A walk through a folder, in the order of names, without what its `.gitignore` files leave out. Those of the folders
//! around it count, too, up to the root of the git repository; so do `.ignore` files, which win over them, and
//! `.git/info/exclude`, over which they win.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::Context as _;

use super::Patterns;
use crate::output::shown;

/// Files with patterns, those that win first.
const NAMES: [&str; 3] = [".ignore", ".gitignore", ".git/info/exclude"];

/// A folder or a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// Where, as seen from where the walk began.
    pub(crate) path: PathBuf,
    /// Whether it is a folder, and no link to one.
    pub(crate) is_folder: bool,
    /// Whether it is a file, and no link to one.
    pub(crate) is_file: bool,
}

/// The walk, the folder itself first.
pub(crate) struct Walk {
    /// Found, and not yet given.
    found: VecDeque<Found>,
    /// Folders to be read, the next one last, each with its whole path and the patterns around it.
    pending: Vec<(PathBuf, PathBuf, Option<Rc<Level>>)>,
}

/// The patterns of a folder, and of those around it.
struct Level {
    /// By the names of the files that they are in.
    patterns: [Patterns; NAMES.len()],
    around: Option<Rc<Self>>,
}

impl Walk {
    /// Through a folder.
    pub(crate) fn new(folder: &Path) -> Self {
        let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        let mut around: Vec<&Path> = Vec::new();
        let mut is_inside = !is_root(&whole);
        for above in whole.ancestors().skip(1) {
            if !is_inside {
                break;
            }
            around.push(above);
            is_inside = !is_root(above);
        }
        let level = around.into_iter().rev().fold(None, |level, folder| Some(below(folder, level)));
        let found = Found { path: folder.to_owned(), is_folder: true, is_file: false };
        Self { found: [found].into(), pending: vec![(folder.to_owned(), whole, level)] }
    }

    /// Reads the next folder.
    fn read(&mut self) -> anyhow::Result<bool> {
        let Some((folder, whole, around)) = self.pending.pop() else { return Ok(false) };
        let failed = || format!("{} cannot be searched", shown(&folder));
        let mut entries = std::fs::read_dir(&folder)
            .and_then(Iterator::collect::<std::io::Result<Vec<_>>>)
            .with_context(failed)?;
        entries.sort_by_key(std::fs::DirEntry::file_name);
        let level = below(&whole, around);
        let mut folders = Vec::new();
        for entry in entries {
            let (name, kind) = (entry.file_name(), entry.file_type().with_context(failed)?);
            let (path, whole) = (folder.join(&name), whole.join(&name));
            if name != ".git" && !level.leaves_out(&whole, kind.is_dir()) {
                if kind.is_dir() {
                    folders.push((path.clone(), whole, Some(Rc::clone(&level))));
                }
                let (is_folder, is_file) = (kind.is_dir(), kind.is_file());
                self.found.push_back(Found { path, is_folder, is_file });
            }
        }
        self.pending.extend(folders.into_iter().rev());
        Ok(true)
    }
}

impl Iterator for Walk {
    type Item = anyhow::Result<Found>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(found) = self.found.pop_front() {
                return Some(Ok(found));
            }
            match self.read() {
                Ok(true) => {}
                Ok(false) => return None,
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl Level {
    /// Whether a path is left out: files of the first name decide first, and of those the nearest.
    fn leaves_out(&self, path: &Path, is_folder: bool) -> bool {
        let levels = || std::iter::successors(Some(self), |level| level.around.as_deref());
        let decided = (0..NAMES.len()).find_map(|name| {
            levels().find_map(|level| level.patterns[name].leaves_out(path, is_folder))
        });
        decided.unwrap_or(false)
    }
}

/// The level of a folder.
fn below(folder: &Path, around: Option<Rc<Level>>) -> Rc<Level> {
    let patterns = NAMES.map(|name| {
        let bytes = std::fs::read(folder.join(name)).unwrap_or_default();
        Patterns::of_text(folder, &String::from_utf8_lossy(&bytes))
    });
    Rc::new(Level { patterns, around })
}

/// Whether a folder is the root of a git repository.
fn is_root(folder: &Path) -> bool {
    folder.join(".git").exists()
}
