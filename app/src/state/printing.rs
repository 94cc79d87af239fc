//! Whether the page is being printed: paper shows every view, and all of it.

use blueprint_lens_core::html::Medium;
use leptos::prelude::*;

use crate::platform;

/// Whether the page is shown as on paper.
#[derive(Clone, Copy)]
pub(crate) struct Printing(RwSignal<bool>);

impl Printing {
    pub(super) fn new() -> Self {
        let printing = RwSignal::new(false);
        platform::on_print(move |now| {
            if printing.get_untracked() != now {
                printing.set(now);
            }
        });
        Self(printing)
    }

    /// Whether it is; a reader is woken by a change.
    pub(crate) fn get(self) -> bool {
        self.0.get()
    }

    /// For whom views write: a page with buttons, or paper.
    pub(crate) fn medium(self) -> Medium {
        if self.get() { Medium::Document } else { Medium::Page }
    }
}
