//! What becomes of a connection that is wired.

use super::exposure::OPEN;
use crate::graph::{EdgeClass, Verdict};

/// What an edge is, in the middle of a sentence.
pub fn edge(class: EdgeClass, verdict: Verdict) -> &'static str {
    match (class, verdict) {
        (EdgeClass::Ingress, _) => OPEN,
        (_, Verdict::Unknown) => UNKNOWN,
        (EdgeClass::Private, Verdict::Blocked) => "private, blocked",
        (EdgeClass::Private, _) => "private",
        (EdgeClass::Public, Verdict::Detour) => "public detour",
        (EdgeClass::Public, _) => "public",
        (EdgeClass::Config, _) => "value copied",
        (EdgeClass::Control, _) => "through Render's API",
    }
}

/// What an edge carries, on its card.
pub fn traffic(class: EdgeClass, verdict: Verdict) -> &'static str {
    match (class, verdict) {
        (EdgeClass::Private, Verdict::Ok) => "Private network, works",
        (EdgeClass::Private, Verdict::Blocked) => "Private network, blocked",
        (EdgeClass::Private, _) => "Private network, unknown",
        (EdgeClass::Public, Verdict::Detour) => {
            "Over the internet, although a private route exists"
        }
        (EdgeClass::Public, _) => "Over the internet",
        (EdgeClass::Config, _) => "A copied value, no traffic",
        (EdgeClass::Control, _) => "Through Render's API",
        (EdgeClass::Ingress, _) => "From the internet",
    }
}

/// A verdict that has changed: what it is now, or was.
pub fn changed(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Ok => "works",
        Verdict::Blocked => "blocked",
        Verdict::Detour => "a detour over the internet",
        Verdict::Unknown => "unknown",
    }
}

/// An edge of which the file says too little.
pub const UNKNOWN: &str = "not known from this file";
