//! Help for somebody who writes a Blueprint: what could stand at the cursor, and what stands there means.
//!
//! Everything it knows about the language comes from the tables of [`facts`](crate::platform), everything about the file
//! from the model, as far as it could be read.

mod complete;
mod hover;
mod line;
mod names;
mod outline;
mod place;

pub use complete::{Completions, Offer, OfferKind, complete};
pub use hover::{Hover, hover};
