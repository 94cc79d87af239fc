//! Graphs and Blueprints of any size, the same on every run.

pub(crate) mod blueprints;
pub(crate) mod inputs;
