//! Track assignment: segments that run in one channel side by side.

pub(crate) mod assign;
mod bundle;
pub(crate) mod columns;
pub(crate) mod rows;
mod skyline;
