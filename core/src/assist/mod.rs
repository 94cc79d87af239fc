//! Help for somebody who writes a Blueprint: completion and hover.
//!
//! Line-based, because half-typed YAML rarely parses. Everything it knows about the language comes from the tables of
//! [`platform`](crate::platform), everything about the file from the model, as far as it could be read.

mod complete;
mod field_type;
mod hover;
mod line;
mod names;
mod offer;
mod outline;

pub use complete::{Completions, complete};
pub use hover::{Hover, hover};
pub use offer::{Offer, OfferKind};
