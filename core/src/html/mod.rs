//! The views of a Blueprint as HTML: the reachability matrix, the entry points, the explanation of one connection, the
//! problems, the plan of a change and the hand work around it. Shared by the page, the report of the command line and the embed element.
//!
//! Goes in: an analysis. Comes out: [`Html`](crate::markup::Html) without scripts and without styles, every text of the
//! file escaped. What pressing something does is decided by whoever shows it, by the `data-` attributes:
//!
//! - `data-from`, `data-to`: a cell of the matrix, with the ids of two nodes;
//! - `data-line`, `data-start`, `data-end`: a position in the text, as a 1-based line and as bytes;
//! - `data-former-start`, `data-former-end`: a position in the version before;
//! - `data-step`: the box of a step of the hand work;
//! - `data-fix`: an edit: the remedy of a pair, or the index of an entry point that can be closed;
//! - `data-page`: a page of a large matrix;
//! - `data-copy`: a text to copy.

mod command;
mod deploy;
mod excerpt;
mod explanation;
mod exposure;
mod finding;
mod line_link;
mod matrix;
mod plan;
mod problems;
mod reach;
mod severity_mark;

pub use deploy::deploy;
pub use excerpt::excerpt;
pub use explanation::explanation;
pub use exposure::exposure;
pub use finding::{finding, finding_text};
pub use line_link::{Medium, Places};
pub use matrix::Filter;
pub use plan::{plan, plan_sentence};
pub use problems::problems;
pub use reach::{reach, reach_page};
pub use severity_mark::severity_mark;
