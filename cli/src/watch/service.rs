//! What the server answers from.

use std::sync::Arc;

use super::address::Address;
use super::editor::Editor;
use super::shown::Shown;

/// What answers need.
pub(super) struct Service {
    /// Where the page is.
    pub(super) address: Address,
    /// What it shows.
    pub(super) shown: Arc<Shown>,
    /// What opens a place of a file.
    pub(super) editor: Option<Editor>,
}
