//! What every question about reachability is asked of.

use crate::graph::Network;
use crate::model::Blueprint;
use crate::text::LineIndex;

/// The input of every question.
#[derive(Clone, Copy)]
pub struct ReachQuery<'a> {
    /// The user's text, for edits that keep its form.
    pub text: &'a str,
    /// Its lines.
    pub lines: &'a LineIndex,
    /// What it declares.
    pub blueprint: &'a Blueprint,
    /// The network of that Blueprint.
    pub network: &'a Network,
}
