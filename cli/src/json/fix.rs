//! The answer of `fix` to programs.

use schemars::JsonSchema;
use serde::Serialize;

/// What fixes do to a text.
#[derive(JsonSchema, Serialize)]
pub(crate) struct Fixed {
    version: u32,
    /// How many fixes were applied.
    applied: usize,
    /// The text after them; left out for a file, and where the text holds something that looks like a secret.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    /// What they change, with secrets hidden, where the text is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    diff: Option<String>,
    /// The same of each of several files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    files: Vec<FileChanges>,
}

/// What fixes change in a file.
#[derive(JsonSchema, Serialize)]
pub(crate) struct FileChanges {
    /// Where it is.
    pub(crate) path: String,
    /// How many fixes were applied.
    pub(crate) applied: usize,
    /// What they change, with secrets hidden.
    pub(crate) diff: String,
}

impl Fixed {
    /// The text, and how many fixes were applied.
    pub(crate) fn new(text: String, applied: usize) -> Self {
        Self { version: 1, applied, text: Some(text), diff: None, files: Vec::new() }
    }

    /// The changes of several files.
    pub(crate) fn of_files(files: Vec<FileChanges>) -> Self {
        let applied = files.iter().map(|file| file.applied).sum();
        Self { version: 1, applied, text: None, diff: None, files }
    }

    /// The changes alone, and how many fixes were applied.
    pub(crate) fn changes(diff: String, applied: usize) -> Self {
        Self { version: 1, applied, text: None, diff: Some(diff), files: Vec::new() }
    }
}
