//! The answers of `fix` to programs.

use serde::Serialize;

use crate::fix::{Fixed, FixedFile, named};

/// A text after its fixes.
#[derive(Serialize)]
pub(crate) struct FixedText {
    version: u32,
    text: String,
    applied: usize,
}

impl FixedText {
    /// The text, and how many fixes were applied.
    pub(crate) fn new(fixed: Fixed) -> Self {
        Self { version: 1, text: fixed.text, applied: fixed.applied }
    }
}

/// Files after their fixes.
#[derive(Serialize)]
pub(crate) struct FixedFiles {
    version: u32,
    files: Vec<JsonFile>,
}

#[derive(Serialize)]
struct JsonFile {
    path: String,
    text: String,
    applied: usize,
}

impl FixedFiles {
    /// The files in the order in which they were asked for.
    pub(crate) fn new(all: Vec<FixedFile>) -> Self {
        let file = |FixedFile { path, after, .. }: FixedFile| JsonFile {
            path: named(&path),
            text: after.text,
            applied: after.applied,
        };
        Self { version: 1, files: all.into_iter().map(file).collect() }
    }
}
