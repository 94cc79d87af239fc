//! What the forms of a report are made from.

use blueprint_lens_core::analysis::Analysis;

/// A file that was checked.
pub(super) struct Checked {
    /// Its path as reported.
    pub(super) path: String,
    /// What was found.
    pub(super) analysis: Analysis,
}
