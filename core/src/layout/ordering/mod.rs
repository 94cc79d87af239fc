//! Ordering: the order of the nodes in every column, with few crossings.

pub(crate) mod crossings;
pub(crate) mod order;
pub(crate) mod previous;
pub(crate) mod search;
pub(crate) mod sifting;
