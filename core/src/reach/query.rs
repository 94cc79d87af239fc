//! What every question about reachability is asked of.

use crate::edit::YamlEditor;
use crate::graph::Network;
use crate::model::Blueprint;
use crate::text::{Files, LineIndex, Span};

/// The input of every question.
#[derive(Clone, Copy)]
pub struct ReachQuery<'a> {
    /// The user's text, for edits that keep its form.
    pub text: &'a str,
    /// Its lines.
    pub lines: &'a LineIndex,
    /// Its files.
    pub files: &'a Files,
    /// What it declares.
    pub blueprint: &'a Blueprint,
    /// The network of that Blueprint.
    pub network: &'a Network,
}

impl<'a> ReachQuery<'a> {
    /// For an edit of the file that holds `span`.
    pub(crate) fn editor(&self, span: Span) -> YamlEditor<'a> {
        let line_break = self.files.of_span(span).lines.line_break();
        YamlEditor { text: self.text, lines: self.lines, line_break }
    }
}
