//! The views of a Blueprint as HTML text: the reachability matrix, the entry points, the explanation of one connection, the
//! problems. Shared by the page, the report of the command line and the embed element.
//!
//! Goes in: an analysis. Comes out: markup without scripts and without styles, every text of the file escaped. What
//! pressing something does is decided by whoever shows it, by the `data-` attributes:
//!
//! - `data-from`, `data-to`: a cell of the matrix, with the ids of two nodes;
//! - `data-line`, `data-start`, `data-end`: a place in the text, as a 1-based line and as bytes;
//! - `data-fix`: an edit: the remedy of a pair, or the index of an entry point that can be closed;
//! - `data-page`: a page of a large matrix;
//! - `data-copy`: a text to copy.

mod escape;
mod explanation;
mod exposure;
mod matrix;
mod place;
mod problems;
mod reach;

pub use escape::{push_attribute, push_name, push_prose, push_text};
pub use explanation::explanation;
pub use exposure::exposure;
pub use matrix::Filter;
pub use place::Medium;
pub use problems::problems;
pub use reach::{reach, reach_page};
