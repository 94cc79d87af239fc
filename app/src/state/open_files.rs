//! The files that are open in the editor, and which of them is shown.

use leptos::prelude::*;

/// Handles to what the editor has open.
#[derive(Clone, Copy)]
pub(crate) struct OpenFiles {
    /// What the files are called; never none.
    pub(crate) names: RwSignal<Vec<String>>,
    /// The index of the one that is shown.
    pub(crate) shown: RwSignal<usize>,
}

impl OpenFiles {
    pub(super) fn new() -> Self {
        Self { names: RwSignal::new(vec![String::new()]), shown: RwSignal::new(0) }
    }

    /// Whether there is more than one; a reader is woken by other files.
    pub(crate) fn are_several(self) -> bool {
        self.names.read().len() > 1
    }

    /// The editor shows the file of that index, of files of these names.
    pub(crate) fn set(self, names: Vec<String>, shown: usize) {
        if self.names.with_untracked(|known| *known != names) {
            self.names.set(names);
        }
        if self.shown.get_untracked() != shown {
            self.shown.set(shown);
        }
    }
}
