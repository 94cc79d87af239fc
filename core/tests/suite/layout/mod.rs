//! The layout: what it promises, and that nothing moves by accident.

mod coordinates;
pub(crate) mod generated;
mod overlay;
mod promises;
