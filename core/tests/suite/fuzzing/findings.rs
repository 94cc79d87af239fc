//! A text to its findings: everything that they point at is in the text, and their edits fit it.

use super::input::text;
use super::soundness::misplaced;
use blueprint_lens_core::analysis::{Analysis, Options};

/// The cheap target: one analysis, nothing drawn.
pub(super) fn broken(bytes: &[u8]) -> Vec<String> {
    misplaced(&Analysis::with(text(bytes), Options::default()))
}
