//! What a version of a file holds.

use blueprint_lens_core::text::{Decoded, decode};

/// What a version holds.
#[derive(Clone, Debug)]
pub(crate) enum Content {
    /// A text.
    Text(Decoded),
    /// Nothing: the file is gone.
    Gone,
    /// More than a Blueprint ever has.
    TooLarge,
    /// Something that this clone does not have.
    Missing,
}

impl Content {
    /// What is said of a file that is gone.
    pub(crate) const GONE: &str = "The file is gone in this version";

    /// The text; empty where there is none.
    pub(crate) fn text(&self) -> Decoded {
        match self {
            Self::Text(decoded) => decoded.clone(),
            Self::Gone | Self::TooLarge | Self::Missing => decode(b""),
        }
    }

    /// Why there is no text, in words for people.
    pub(crate) fn trouble(&self) -> Option<&'static str> {
        match self {
            Self::Text(_) => None,
            Self::Gone => Some(Self::GONE),
            Self::TooLarge => {
                Some("This version is larger than 4 MiB, so it is most likely not a Blueprint")
            }
            Self::Missing => Some("This clone does not have this version"),
        }
    }
}
