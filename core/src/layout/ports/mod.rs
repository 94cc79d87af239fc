//! Ports: where every edge leaves its caller and enters its callee.

pub(crate) mod assign;
pub(crate) mod facing;
pub(crate) mod order;
pub(crate) mod side;
