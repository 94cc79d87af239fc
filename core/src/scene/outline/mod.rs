//! The picture as a structure to be walked, for ears and keyboards: what holds what, and what is connected to what.
//!
//! Goes in: a scene, and by what its nodes are grouped. Comes out: a tree of groups, the place that a step of the keyboard
//! leads to, and what to say there. Nodes hold their connections, so that containment and connection are one structure.
//! Where the focus really is, and how the words reach a screen reader, is the page's matter.

mod grouping;
mod moves;
mod place;
mod step;
mod tree;
mod walk;
mod words;

pub use grouping::Grouping;
pub use place::{Item, Place};
pub use step::Step;
pub use tree::Outline;
pub use walk::Walk;
