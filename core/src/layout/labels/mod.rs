//! Labels: the line that carries the label of an edge, the place of its card, and the wording that fits.

mod obstacles;
pub(crate) mod place;
pub(crate) mod segment;
pub(crate) mod wording;
