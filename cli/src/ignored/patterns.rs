//! The patterns of one file, or of the settings: the last one that fits decides.

use std::path::{Path, PathBuf};

use super::glob::Glob;

/// Patterns, and the folder that they count from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Patterns {
    folder: PathBuf,
    patterns: Vec<Pattern>,
}

/// A pattern.
#[derive(Clone, Debug)]
struct Pattern {
    glob: Glob,
    /// Whether it takes back what one before it leaves out.
    is_exception: bool,
    /// Whether it means folders alone.
    is_of_folders: bool,
}

impl Patterns {
    /// None yet, counting from a folder.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), patterns: Vec::new() }
    }

    /// Those of a text, a line each. A line that cannot be read means nothing.
    pub(super) fn of_text(folder: &Path, text: &str) -> Self {
        let mut out = Self::in_folder(folder);
        for line in text.trim_start_matches('\u{feff}').lines() {
            let _ = out.add(line);
        }
        out
    }

    /// Adds a line: a pattern, a comment or nothing.
    ///
    /// # Errors
    /// What is wrong with it, in a few words.
    pub(crate) fn add(&mut self, line: &str) -> Result<(), String> {
        if line.starts_with('#') {
            return Ok(());
        }
        let line = without_spaces(line);
        let (line, is_exception) = match line.strip_prefix('!') {
            Some(rest) => (rest, true),
            None => (line, false),
        };
        let (line, is_of_folders) = match line.strip_suffix('/') {
            Some(rest) => (rest, true),
            None => (line, false),
        };
        let is_anywhere = !line.contains('/');
        let line = line.strip_prefix('/').unwrap_or(line);
        if !line.is_empty() {
            let glob = Glob::read(line, is_anywhere)?;
            self.patterns.push(Pattern { glob, is_exception, is_of_folders });
        }
        Ok(())
    }

    /// Whether a path is left out, or is an exception; `None` when no pattern fits, or it is not in the folder.
    pub(super) fn leaves_out(&self, path: &Path, is_folder: bool) -> Option<bool> {
        if self.patterns.is_empty() {
            return None;
        }
        let inside = path.strip_prefix(&self.folder).ok()?;
        let names: Vec<_> = inside.iter().map(|name| name.to_string_lossy()).collect();
        let inside = names.join("/");
        let fits = |pattern: &&Pattern| {
            (is_folder || !pattern.is_of_folders) && pattern.glob.matches(&inside)
        };
        let last = self.patterns.iter().rev().find(fits)?;
        Some(!last.is_exception)
    }

    /// Whether a file, or a folder that it is in, is left out.
    pub(crate) fn leave_out_file(&self, path: &Path) -> bool {
        let own = self.leaves_out(path, false);
        let folders = path.ancestors().skip(1).take_while(|folder| *folder != self.folder);
        let decided = own.or_else(|| {
            folders.map(|folder| self.leaves_out(folder, true)).find_map(|decided| decided)
        });
        decided == Some(true)
    }
}

/// A line without the spaces at its end, but for one behind a backslash.
fn without_spaces(line: &str) -> &str {
    let trimmed = line.trim_end_matches([' ', '\t']);
    let backslashes = trimmed.len() - trimmed.trim_end_matches('\\').len();
    if backslashes % 2 == 1 && trimmed.len() < line.len() {
        &line[..=trimmed.len()]
    } else {
        trimmed
    }
}
