//! Edits of the user's text. A fix is a list of them; applying it leaves every other byte alone.

use super::Span;
use crate::sort;

/// Replaces the bytes of `span` by `text`. An empty span inserts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TextEdit {
    /// What is replaced.
    pub span: Span,
    /// What is there afterwards.
    pub text: String,
}

impl TextEdit {
    /// An edit that replaces `span` by `text`.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }

    /// An edit that inserts `text` before the byte `offset`.
    pub fn insert(offset: usize, text: impl Into<String>) -> Self {
        Self { span: Span::at(offset), text: text.into() }
    }
}

/// Why a list of edits cannot be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditError {
    /// Two edits touch the same bytes.
    Overlap(Span, Span),
    /// An edit lies outside the text or inside a character.
    OutOfBounds(Span),
}

/// The text after all `edits`.
///
/// Edits may come in any order; insertions at one place keep the order given.
///
/// # Errors
/// [`EditError`] when edits overlap or do not fit the text; nothing is applied then.
pub fn apply(text: &str, edits: &[TextEdit]) -> Result<String, EditError> {
    let mut sorted: Vec<&TextEdit> = edits.iter().collect();
    sort::by_key(&mut sorted, |edit| (edit.span.start, edit.span.end));
    let mut out = String::with_capacity(text.len());
    let mut done = Span::default();
    for edit in sorted {
        if edit.span.start < done.end {
            return Err(EditError::Overlap(done, edit.span));
        }
        let kept = text.get(done.end()..edit.span.start());
        let (Some(kept), Some(_)) = (kept, text.get(edit.span.range())) else {
            return Err(EditError::OutOfBounds(edit.span));
        };
        out.push_str(kept);
        out.push_str(&edit.text);
        done = edit.span;
    }
    out.push_str(&text[done.end()..]);
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn applies_in_text_order() {
        let edits = [
            TextEdit::replace(Span::new(4, 5), "E"),
            TextEdit::insert(0, ">"),
            TextEdit::insert(0, ">"),
        ];
        assert_eq!(apply("abcde", &edits).unwrap(), ">>abcdE");
    }

    #[test]
    fn refuses_overlap_and_bad_bounds() {
        let overlap =
            [TextEdit::replace(Span::new(0, 3), ""), TextEdit::replace(Span::new(2, 4), "")];
        assert!(matches!(apply("abcde", &overlap), Err(EditError::Overlap(..))));
        let outside = [TextEdit::replace(Span::new(9, 12), "")];
        assert!(matches!(apply("abcde", &outside), Err(EditError::OutOfBounds(..))));
        let inside_a_character = [TextEdit::insert(1, "x")];
        assert!(matches!(apply("é", &inside_a_character), Err(EditError::OutOfBounds(..))));
    }
}
