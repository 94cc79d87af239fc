//! The layout: what it promises, and that nothing moves by accident.

mod coordinates;
mod generated;
mod overlay;
mod promises;
