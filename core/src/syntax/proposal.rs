//! One way past an error of the reader, and what all of them share.

use super::line::SourceLine;
use super::tree::{SyntaxError, SyntaxErrorKind};
use crate::text::Span;

/// A proposed mask: what to overwrite, and what to report if it helps.
pub(super) struct Proposal {
    pub(super) masks: Vec<Mask>,
    pub(super) error: Option<SyntaxError>,
}

/// Bytes to overwrite with one ASCII character.
#[derive(Clone, Copy)]
pub(super) struct Mask {
    pub(super) span: Span,
    pub(super) with: u8,
}

/// The nearest line before `start` that has content.
pub(super) fn previous(work: &str, start: usize) -> Option<SourceLine> {
    let mut start = start;
    while start > 0 {
        let line = SourceLine::at(work, start - 1);
        if !line.is_blank(work) {
            return Some(line);
        }
        start = line.start;
    }
    None
}

/// An error without a repair.
pub(super) fn plain_error(kind: SyntaxErrorKind, span: Span, message: String) -> SyntaxError {
    SyntaxError { kind, span, message, related: None, repair: Vec::new() }
}

/// The message of the reader, in our form.
pub(super) fn plain_words(words: &str) -> String {
    let words = words.trim_end_matches('.').replace('`', "'");
    format!("this cannot be read as YAML: {words}")
}
