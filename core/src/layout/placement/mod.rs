//! Placement: a row for every node, and the grid that rows and columns make.

pub(crate) mod brandes_koepf;
pub(crate) mod grid;
pub(crate) mod rows;
pub(crate) mod zone;
