//! Completion and hover: the engine's answers at an offset of the editor's text.

use blueprint_lens_core::assist::{self, Completions, Hover};
use blueprint_lens_core::model::Blueprint;
use blueprint_lens_core::text::{LineIndex, Span};

use crate::platform::Located;

/// What could stand at an offset, in UTF-16 units. The names come from what was analysed last.
pub(super) fn complete(known: &Blueprint, text: &str, offset: u32) -> Option<Located<Completions>> {
    let lines = LineIndex::new(text);
    let at = lines.from_utf16(offset as usize, text);
    let completions = assist::complete(text, at, known)?;
    Some(located(&lines, text, completions.span, completions))
}

/// What stands at an offset, in UTF-16 units.
pub(super) fn explain(known: &Blueprint, text: &str, offset: u32) -> Option<Located<Hover>> {
    let lines = LineIndex::new(text);
    let at = lines.from_utf16(offset as usize, text);
    let hover = assist::hover(text, at, known)?;
    Some(located(&lines, text, hover.span, hover))
}

fn located<Content>(
    lines: &LineIndex,
    text: &str,
    span: Span,
    content: Content,
) -> Located<Content> {
    let [from, to] = [span.start(), span.end()].map(|at| lines.utf16(at, text) as u32);
    Located { from, to, content }
}

#[cfg(test)]
mod tests {
    use blueprint_lens_core::analysis::Analysis;

    use super::*;

    #[test]
    fn offsets_count_utf16_units() {
        let text = "# \u{1f600}\nservices:\n  - type: web\n    na";
        let units = text.encode_utf16().count() as u32;
        let analysis = Analysis::new(text);
        let found = complete(analysis.blueprint(), text, units).unwrap();
        assert_eq!((found.from, found.to), (units - 2, units));
        let on_type = explain(analysis.blueprint(), text, units - 13).unwrap();
        assert_eq!(on_type.content.title, "type");
    }
}
