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
}

impl Fixed {
    /// The text, and how many fixes were applied.
    pub(crate) fn new(text: String, applied: usize) -> Self {
        Self { version: 1, applied, text: Some(text), diff: None }
    }

    /// The changes alone, and how many fixes were applied.
    pub(crate) fn changes(diff: String, applied: usize) -> Self {
        Self { version: 1, applied, text: None, diff: Some(diff) }
    }
}
