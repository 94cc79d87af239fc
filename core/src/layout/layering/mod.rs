//! Layering: which lane, block and column every node belongs to, and the layer graph that the ordering works on.

pub(crate) mod columns;
pub(crate) mod lanes;
pub(crate) mod layer_graph;
pub(crate) mod rank;
