//! A wire: what one variable or one route says about the network.

use super::edge::{Cause, EdgeClass};
use crate::model::ResourceId;
use crate::platform::Kind;
use crate::text::Span;

/// What one variable or route says about the network.
pub(super) struct Wire {
    /// What it aims at.
    pub(super) target: WireTarget,
    /// Over which way.
    pub(super) class: EdgeClass,
    /// Whether a server is the caller, rather than a browser that is handed the address.
    pub(super) server_side: bool,
    /// The variable.
    pub(super) cause: Cause,
    /// Where it states the type of what it aims at.
    pub(super) type_word: Option<Span>,
}

/// What a wire aims at.
pub(super) enum WireTarget {
    /// A resource of the file.
    Declared(ResourceId),
    /// A resource that is named but not declared.
    Undeclared { name: String, expected: Option<Kind> },
    /// A host elsewhere.
    External { host: String },
}
