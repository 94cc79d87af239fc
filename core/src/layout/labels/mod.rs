//! Labels: the segment that carries the label of an edge, and the place of its card.

pub(crate) mod place;
pub(crate) mod segment;
