//! How open a resource is to the internet.

use crate::graph::Exposure;

/// What an entry point is: in the legend, in the name of a node, in a sentence.
pub const OPEN: &str = "open to the internet";

/// Where there is no entry point at all.
pub const NOTHING_OPEN: &str = "Nothing is open to the internet.";

/// For whom an entry point is open, in the exposure review.
pub fn open_to(exposure: Exposure) -> &'static str {
    if exposure == Exposure::Public { "open to everybody" } else { "open to a list" }
}

/// Why nobody gets in from the internet, as a sentence.
pub fn why_not_open(exposure: Exposure) -> &'static str {
    match exposure {
        Exposure::OutboundOnly => "It opens connections but receives none.",
        Exposure::Closed => "It would be public, but rejects every request.",
        Exposure::Unknown => "Unknown from this file.",
        _ => "It is on the private network only.",
    }
}

/// How open a resource is, on its card; `None` where that is not known.
pub fn on_card(exposure: Exposure) -> Option<&'static str> {
    Some(match exposure {
        Exposure::Public => "open to everybody",
        Exposure::PublicLimited => "open to the ranges of its allow list",
        Exposure::Private => "closed: private network only",
        Exposure::Closed => "closed: it rejects every request",
        Exposure::OutboundOnly => "not reachable: it only opens connections",
        Exposure::Unknown => return None,
    })
}

/// How open a resource is, in one word: a cell of the matrix.
pub fn in_a_word(exposure: Exposure) -> &'static str {
    match exposure {
        Exposure::Public => "public",
        Exposure::PublicLimited => "limited",
        Exposure::Private | Exposure::OutboundOnly => "no",
        Exposure::Closed => "closed",
        Exposure::Unknown => "unknown",
    }
}
