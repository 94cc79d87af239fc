//! Routing: the way of every edge through the channels of the grid, before any coordinate is known.

pub(crate) mod candidates;
pub(crate) mod clip;
pub(crate) mod cost;
pub(crate) mod crossing_index;
pub(crate) mod polyline;
pub(crate) mod router;
pub(crate) mod short;
