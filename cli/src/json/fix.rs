//! The answer of `fix` to programs.

use serde::Serialize;

/// A text after its fixes.
#[derive(Serialize)]
pub(crate) struct Fixed {
    version: u32,
    text: String,
    applied: usize,
}

impl Fixed {
    /// The text, and how many fixes were applied.
    pub(crate) fn new(text: String, applied: usize) -> Self {
        Self { version: 1, text, applied }
    }
}
