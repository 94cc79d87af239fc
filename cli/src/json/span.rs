//! Spans: 1-based lines and columns in characters, 0-based byte offsets, end exclusive.

use blueprint_lens_core::analysis::{Analysis, SourceView};
use blueprint_lens_core::text::{Position, Span, TextEdit};
use schemars::JsonSchema;
use serde::Serialize;

/// A place.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct JsonPosition {
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) offset: usize,
}

/// A range.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct JsonSpan {
    pub(crate) start: JsonPosition,
    pub(crate) end: JsonPosition,
    /// The file that it is in, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) file: Option<String>,
}

/// An edit.
#[derive(Debug, JsonSchema, Serialize)]
pub(crate) struct JsonEdit {
    pub(crate) span: JsonSpan,
    pub(crate) text: String,
}

impl From<Position> for JsonPosition {
    fn from(position: Position) -> Self {
        let Position { line, column, offset } = position;
        Self { line, column, offset }
    }
}

/// A span of a file, counted from its start.
pub(crate) fn span_in(source: SourceView<'_>, span: Span) -> JsonSpan {
    let at = |offset| source.position(offset).into();
    JsonSpan { start: at(span.start()), end: at(span.end()), file: None }
}

/// A span of everything that was analysed, counted in its file; with that file's path where there are several.
pub(crate) fn span(analysis: &Analysis, span: Span) -> JsonSpan {
    let (file, local) = analysis.locate(span);
    let source = analysis.source(file);
    let file = (analysis.files().count() > 1).then(|| source.path.to_owned());
    JsonSpan { file, ..span_in(source, local) }
}

/// Edits of everything that was analysed.
pub(crate) fn edits(analysis: &Analysis, edits: &[TextEdit]) -> Vec<JsonEdit> {
    edits
        .iter()
        .map(|edit| JsonEdit { span: span(analysis, edit.span), text: edit.text.clone() })
        .collect()
}
