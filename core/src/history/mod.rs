//! The pictures of many versions of one Blueprint, side by side in time: a box stands in the same place in all of them.
//!
//! Goes in: the analyses of the versions. Comes out: a [`Scene`](crate::scene::Scene) for each. The places are those of
//! a drawing of everything that any version has (`union`), so there is room for whatever comes and goes
//! (`places`); words, wires and marks are each version's own.

mod places;
mod union;

pub use places::Places;
