//! Whether the browser keeps the text, and whether another tab has made something else of it.

use leptos::prelude::*;

use crate::platform::drafts;

/// Whether the browser keeps the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keeping {
    /// It does.
    Kept,
    /// It has no room left.
    Full,
    /// It keeps nothing of this page.
    Refused,
}

impl Keeping {
    fn parse(word: &str) -> Self {
        match word {
            "full" => Self::Full,
            "refused" => Self::Refused,
            _ => Self::Kept,
        }
    }
}

/// Handles to what is known of this tab's draft.
#[derive(Clone, Copy)]
pub(crate) struct DraftState {
    /// Whether it is kept.
    pub(crate) keeping: RwSignal<Keeping>,
    /// Whether a copy of it was changed in another tab.
    pub(crate) changed_elsewhere: RwSignal<bool>,
}

impl DraftState {
    pub(super) fn new() -> Self {
        let state =
            Self { keeping: RwSignal::new(Keeping::Kept), changed_elsewhere: RwSignal::new(false) };
        drafts::watch(
            move |word| state.keeping.set(Keeping::parse(&word)),
            move |is_changed| state.changed_elsewhere.set(is_changed),
        );
        state
    }
}

#[cfg(test)]
mod tests {
    use super::Keeping;

    #[test]
    fn words_are_read() {
        assert_eq!(
            ["kept", "full", "refused"].map(Keeping::parse),
            [Keeping::Kept, Keeping::Full, Keeping::Refused]
        );
    }
}
