//! Routing: the path of every edge through the channels of the grid, before any coordinate is known.

pub(crate) mod candidates;
pub(crate) mod clip;
pub(crate) mod cost;
pub(crate) mod crossing_index;
pub(crate) mod parting;
pub(crate) mod path;
pub(crate) mod polyline;
pub(crate) mod route;
pub(crate) mod router;
pub(crate) mod trunks;
pub(crate) mod undrawn;
