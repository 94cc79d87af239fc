//! Coordinates: what has been decided about rows, columns and tracks, in numbers.

pub(crate) mod channel_space;
pub(crate) mod grid_lines;
pub(crate) mod trace;
pub(crate) mod x;
pub(crate) mod y;
