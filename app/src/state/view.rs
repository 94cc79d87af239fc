//! What is open, shown and hidden.

use leptos::prelude::*;

use super::theme::Theme;
use crate::platform::{self, address};

/// What the page shows beside the text; a wide one shows the problems below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    /// The picture.
    Diagram,
    /// Who can reach whom.
    Reach,
    /// The ways in from the internet.
    Exposure,
    /// The problems, on a narrow page.
    Problems,
}

impl View {
    /// Every view, in the order of the tabs.
    pub(crate) const ALL: [Self; 4] = [Self::Diagram, Self::Reach, Self::Exposure, Self::Problems];

    /// The word of `?view=`.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Diagram => "diagram",
            Self::Reach => "reach",
            Self::Exposure => "doors",
            Self::Problems => "problems",
        }
    }

    /// The word on its tab.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Diagram => "Picture",
            Self::Reach => "Reach",
            Self::Exposure => "Exposure",
            Self::Problems => "Problems",
        }
    }

    /// Where the keyboard enters what is shown.
    pub(crate) fn entrance(self) -> &'static str {
        match self {
            Self::Diagram => ".diagram [tabindex='0']",
            Self::Reach => ".reach-host [tabindex='0']",
            Self::Exposure => ".exposure-view .pane-title",
            Self::Problems => ".problems button",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.id() == word)
    }
}

/// A dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Panel {
    /// What this is.
    About,
    /// The keys.
    Keys,
    /// The link.
    Share,
    /// Texts that were set aside.
    Drafts,
    /// Loading from an address.
    Source,
    /// Changes to try out.
    WhatIf,
}

/// Views, theme and dialogs.
#[derive(Clone, Copy)]
pub(crate) struct ViewState {
    /// The view of a narrow page.
    pub(crate) view: RwSignal<View>,
    /// The theme.
    pub(crate) theme: RwSignal<Theme>,
    /// The open dialog.
    pub(crate) panel: RwSignal<Option<Panel>>,
}

impl ViewState {
    pub(super) fn new() -> Self {
        let view = address::parameter("view").and_then(|word| View::parse(&word));
        Self {
            view: RwSignal::new(view.unwrap_or(View::Diagram)),
            theme: RwSignal::new(Theme::parse(&platform::theme::chosen())),
            panel: RwSignal::new(None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_back() {
        for view in View::ALL {
            assert_eq!(View::parse(view.id()), Some(view));
        }
        assert_eq!(View::parse("nothing"), None);
    }
}
