//! The words for what the engine finds out, once for the page, the reports and the terminal: how open a resource is, what
//! becomes of a connection, how many there are of something.
//!
//! Goes in: values of the model, the graph and the reach. Comes out: English, without markup. What a single rule or reason
//! says is with the rule or the reason.

pub mod count;
pub mod exposure;
pub mod reach;
pub mod rule_page;
pub mod sentence;
pub mod spoken;
pub mod verdict;
