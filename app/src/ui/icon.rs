//! Icons, drawn with lines of one width in a box of 20 by 20.

use leptos::prelude::*;

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    /// More.
    Plus,
    /// Less.
    Minus,
    /// Four corners.
    Fit,
    /// A keyboard.
    Keys,
    /// A funnel.
    Filter,
    /// A closing cross.
    Close,
    /// Downwards: there is more below.
    Down,
    /// The system's theme.
    Auto,
    /// The sun.
    Light,
    /// The moon.
    Dark,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Plus => "M10 4.5v11M4.5 10h11",
            Self::Minus => "M4.5 10h11",
            Self::Fit => "M4 7.5V4h3.5M12.5 4H16v3.5M16 12.5V16h-3.5M7.5 16H4v-3.5",
            Self::Keys => "M3 5.5h14v9H3zM6 8.5h.5M9.8 8.5h.5M13.5 8.5h.5M6.5 11.7h7",
            Self::Filter => "M3.5 5h13l-5 5.8v4.7l-3-1.8v-2.9z",
            Self::Close => "M5 5l10 10M15 5L5 15",
            Self::Down => "M5.5 8l4.5 4.5L14.5 8",
            Self::Auto => "M10 3.5a6.5 6.5 0 1 0 0 13zM10 3.5a6.5 6.5 0 0 1 0 13",
            Self::Light => {
                "M10 6.8a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4zM10 2.2v1.6M10 16.2v1.6M2.2 10h1.6M16.2 10h1.6M4.5 4.5l1.1 1.1M14.4 14.4l1.1 1.1M15.5 4.5l-1.1 1.1M5.6 14.4l-1.1 1.1"
            }
            Self::Dark => "M15.8 12.1A6.5 6.5 0 0 1 7.9 4.2a6.5 6.5 0 1 0 7.9 7.9z",
        }
    }

    /// The icon as decoration: the name stands elsewhere.
    pub(crate) fn view(self) -> impl IntoView {
        view! {
            <svg class="icon-glyph" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                <path d=self.path()></path>
            </svg>
        }
    }
}
