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
    /// What the next sync does, compared with another version.
    Compare,
    /// The hand work around a deploy.
    Deploy,
    /// The problems, on a narrow page.
    Problems,
}

impl View {
    /// Every view, in the order of the tabs.
    pub(crate) const ALL: [Self; 6] =
        [Self::Diagram, Self::Reach, Self::Exposure, Self::Problems, Self::Compare, Self::Deploy];

    /// The word of `?view=`.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Diagram => "diagram",
            Self::Reach => "reach",
            Self::Exposure => "doors",
            Self::Compare => "compare",
            Self::Deploy => "deploy",
            Self::Problems => "problems",
        }
    }

    /// The word on its tab.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Diagram => "Picture",
            Self::Reach => "Reach",
            Self::Exposure => "Exposure",
            Self::Compare => "Compare",
            Self::Deploy => "Deploy",
            Self::Problems => "Problems",
        }
    }

    /// Where the keyboard enters what is shown.
    pub(crate) fn entrance(self) -> &'static str {
        match self {
            Self::Diagram => ".diagram [tabindex='0']",
            Self::Reach => ".reach-host [tabindex='0']",
            Self::Exposure => ".exposure-view .pane-title",
            Self::Compare => ".compare-view .pane-title",
            Self::Deploy => ".deploy-view .pane-title",
            Self::Problems => ".problems button",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.id() == word)
    }

    /// The view that the address asks for.
    pub(super) fn in_address() -> Self {
        let word = address::parameter("view");
        word.and_then(|word| Self::parse(&word)).unwrap_or(Self::Diagram)
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
    /// The text as a file.
    ExportText,
}

impl Panel {
    const ALL: [Self; 7] = [
        Self::About,
        Self::Keys,
        Self::Share,
        Self::Drafts,
        Self::Source,
        Self::WhatIf,
        Self::ExportText,
    ];

    /// The word that the history keeps.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Keys => "keys",
            Self::Share => "share",
            Self::Drafts => "drafts",
            Self::Source => "source",
            Self::WhatIf => "what-if",
            Self::ExportText => "export-text",
        }
    }

    /// The dialog of that word.
    pub(super) fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|panel| panel.id() == word)
    }
}

/// Views, theme and dialogs.
#[derive(Clone, Copy)]
pub(crate) struct ViewState {
    /// What the page shows beside the text.
    pub(crate) view: RwSignal<View>,
    /// The theme.
    pub(crate) theme: RwSignal<Theme>,
    /// The open dialog.
    pub(crate) panel: RwSignal<Option<Panel>>,
}

impl ViewState {
    pub(super) fn new() -> Self {
        Self {
            view: RwSignal::new(View::in_address()),
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
        for panel in Panel::ALL {
            assert_eq!(Panel::parse(panel.id()), Some(panel));
        }
        assert_eq!(Panel::parse(""), None);
    }
}
