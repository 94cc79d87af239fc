//! Fitting: which form of the drawing shows the largest text in the room that there is.

pub(crate) mod estimate;
pub(crate) mod form;
pub(crate) mod inset;
pub(crate) mod legend;
pub(crate) mod room;
pub(crate) mod search;
