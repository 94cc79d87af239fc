//! The Rust sources of the repository.

use std::fs;
use std::path::Path;

use super::source::Source;
use crate::Result;
use crate::repository::{Repository, read};

/// The crates whose sources are looked at.
const CRATES: [&str; 5] = ["app", "cli", "core", "embed", "xtask"];

/// A file, read.
#[derive(Debug)]
pub(super) struct SourceFile {
    /// Its path in the repository, with `/`.
    pub(super) path: String,
    /// Its text.
    pub(super) text: String,
    /// What it defines, imports and names.
    pub(super) source: Source,
}

impl SourceFile {
    /// Reads a file of that path and text.
    pub(super) fn new(path: String, text: String) -> Self {
        let source = Source::read(&text);
        Self { path, text, source }
    }
}

/// Every source of every crate, by path.
pub(super) fn source_files(repository: &Repository) -> Result<Vec<SourceFile>> {
    let mut files = Vec::new();
    for name in CRATES {
        let folder = format!("{name}/src");
        collect(&repository.path(&folder), &folder, &mut files)?;
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn collect(folder: &Path, name: &str, files: &mut Vec<SourceFile>) -> Result<()> {
    let entries = fs::read_dir(folder)
        .map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
    for entry in entries.flatten() {
        let path = entry.path();
        let inside = format!("{name}/{}", entry.file_name().to_string_lossy());
        if path.is_dir() {
            collect(&path, &inside, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(SourceFile::new(inside, read(&path)?));
        }
    }
    Ok(())
}
