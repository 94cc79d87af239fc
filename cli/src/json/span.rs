//! Spans: 1-based lines and columns in characters, 0-based byte offsets, end exclusive.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::text::{Position, Span, TextEdit};
use serde::Serialize;

/// A place.
#[derive(Debug, Serialize)]
pub(crate) struct JsonPosition {
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) offset: usize,
}

/// A range.
#[derive(Debug, Serialize)]
pub(crate) struct JsonSpan {
    pub(crate) start: JsonPosition,
    pub(crate) end: JsonPosition,
}

/// An edit.
#[derive(Debug, Serialize)]
pub(crate) struct JsonEdit {
    span: JsonSpan,
    text: String,
}

impl From<Position> for JsonPosition {
    fn from(position: Position) -> Self {
        let Position { line, column, offset } = position;
        Self { line, column, offset }
    }
}

/// A span of the analysed text.
pub(crate) fn span(analysis: &Analysis, span: Span) -> JsonSpan {
    let at = |offset| analysis.lines().position(offset, analysis.text()).into();
    JsonSpan { start: at(span.start()), end: at(span.end()) }
}

/// Edits of the analysed text.
pub(crate) fn edits(analysis: &Analysis, edits: &[TextEdit]) -> Vec<JsonEdit> {
    edits
        .iter()
        .map(|edit| JsonEdit { span: span(analysis, edit.span), text: edit.text.clone() })
        .collect()
}
