//! Texts that are kept in this browser after something else has taken their place.

use super::bridge;

/// A kept text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    /// When it was kept, in ISO 8601; no two drafts share it.
    pub(crate) saved: String,
    /// The text.
    pub(crate) text: String,
}

/// Every draft, the newest first.
pub(crate) fn all() -> Vec<Draft> {
    let flat = bridge::drafts();
    let pairs = flat.chunks_exact(2);
    pairs.map(|pair| Draft { saved: pair[0].clone(), text: pair[1].clone() }).collect()
}

/// Keeps a text among the drafts.
pub(crate) fn set_aside(text: &str) {
    bridge::set_aside(text);
}

/// Deletes the draft that was kept at that time.
pub(crate) fn remove(saved: &str) {
    bridge::remove_draft(saved);
}
