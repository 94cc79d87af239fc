//! Reading on after an error. The text that stops the reader is masked, byte for byte, in a working copy, so that every
//! other position stays true. The masked text is restored from the original afterwards.
//!
//! What to mask is found by trial: each likely cause near an error proposes a mask, and the mask with which the reader
//! gets furthest is kept.

use super::events::{Stop, stops};
use super::line::SourceLine;
use super::load::{Loaded, load};
use super::proposal::{Mask, Proposal, plain_error, plain_words};
use super::propose::{proposals, strip_quote};
use super::tree::{Node, ScalarStyle, SyntaxError, SyntaxErrorKind, Value};
use crate::sort;
use crate::text::Span;

/// Maximum number of errors that are worked around one by one.
const MAX_ROUNDS: usize = 64;

/// Maximum number of bytes that are read again in search of a mask, so that a large broken file does not take seconds.
const MAX_BYTES_READ: usize = 16 * 1024 * 1024;

/// A text that was read despite its errors.
pub(super) struct Recovered {
    /// What the reader found in the masked text.
    pub(super) loaded: Loaded,
    /// What was wrong with the text.
    pub(super) errors: Vec<SyntaxError>,
}

/// A mask that was tried, and where the reader stops then.
struct Try {
    proposal: Proposal,
    candidate: String,
    stopped: Option<Stop>,
}

/// Reads `text`, masking what stops the reader. How far the reader gets with a mask is asked without building a tree.
pub(super) fn recover(text: &str) -> Recovered {
    let mut errors = Vec::new();
    let mut masked: Vec<Span> = Vec::new();
    let mut work = text.to_owned();
    let (masks, markers) = conflict_markers(text);
    if !masks.is_empty() {
        work = apply(&work, &masks);
    }
    errors.extend(markers);
    let mut loaded = load(&work);
    let mut stopped = loaded.error.clone();
    let mut read = work.len();
    for _ in 0..MAX_ROUNDS {
        let Some((at, words)) = stopped.clone() else { break };
        let mut best: Option<(usize, Try)> = None;
        for proposal in proposals(text, &work, at, &words) {
            let candidate = apply(&work, &proposal.masks);
            if candidate == work || read > MAX_BYTES_READ {
                continue;
            }
            read += candidate.len();
            let stopped = stops(&candidate);
            let reached = stopped.as_ref().map_or(usize::MAX, |(at, _)| *at);
            if best.as_ref().is_none_or(|(furthest, _)| reached > *furthest) {
                best = Some((reached, Try { proposal, candidate, stopped }));
            }
            // Nothing gets further than to the end.
            if reached == usize::MAX {
                break;
            }
        }
        let Some((_, kept)) = best else {
            errors.push(plain_error(SyntaxErrorKind::Other, Span::at(at), plain_words(&words)));
            break;
        };
        masked.extend(kept.proposal.masks.iter().map(|mask| mask.span));
        errors.extend(kept.proposal.error);
        work = kept.candidate;
        stopped = kept.stopped;
    }
    if let Some((at, words)) = &stopped
        && errors.len() >= MAX_ROUNDS
    {
        errors.push(plain_error(SyntaxErrorKind::Other, Span::at(*at), plain_words(words)));
    }
    if !masked.is_empty() {
        loaded = load(&work);
    }
    // A line whose tabs are reported is not also reported for its indentation.
    let line_of = |error: &SyntaxError| SourceLine::at(text, error.span.start()).start;
    let with_tabs: Vec<usize> = errors
        .iter()
        .filter(|error| error.kind == SyntaxErrorKind::TabIndentation)
        .map(line_of)
        .collect();
    errors.retain(|error| {
        error.kind == SyntaxErrorKind::TabIndentation || !with_tabs.contains(&line_of(error))
    });
    sort::ascending(&mut masked);
    if !masked.is_empty() {
        loaded.documents.iter_mut().for_each(|document| unmask(document, text, &masked));
    }
    Recovered { loaded, errors }
}

fn apply(work: &str, masks: &[Mask]) -> String {
    let mut bytes = work.as_bytes().to_vec();
    for mask in masks {
        for byte in &mut bytes[mask.span.range()] {
            if !matches!(*byte, b'\n' | b'\r') {
                *byte = mask.with;
            }
        }
    }
    // Spans cover whole characters, and ASCII replaces them.
    String::from_utf8(bytes).unwrap_or_else(|_| work.to_owned())
}

/// Lines left over from a merge: what masks them, and what is said about them.
fn conflict_markers(text: &str) -> (Vec<Mask>, Vec<SyntaxError>) {
    let (mut masks, mut errors) = (Vec::new(), Vec::new());
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let marker = line.starts_with("<<<<<<< ")
            || line.starts_with(">>>>>>> ")
            || line.trim_end() == "=======";
        if marker {
            let span = Span::new(start, start + line.trim_end().len());
            masks.push(Mask { span, with: b' ' });
            errors.push(plain_error(
                SyntaxErrorKind::MergeConflict,
                span,
                "a conflict marker is left over from a merge; both sides are read".to_owned(),
            ));
        }
        start += line.len();
    }
    (masks, errors)
}

fn whole_characters(span: Span, text: &str) -> Span {
    let start = text.floor_char_boundary(span.start());
    Span::new(start, text.floor_char_boundary(span.end()).max(start))
}

/// Restores the text of every scalar that was masked. What has no text may be said to be anywhere in a mask: it is before
/// the character there.
fn unmask(node: &mut Node, text: &str, masked: &[Span]) {
    for span in [&mut node.span, &mut node.source] {
        *span = whole_characters(*span, text);
    }
    match &mut node.value {
        Value::Scalar(scalar) => {
            let next = masked.partition_point(|mask| mask.end <= node.span.start);
            let touched = masked.get(next).is_some_and(|mask| mask.start < node.span.end);
            if touched && scalar.style == ScalarStyle::Plain {
                let lines: Vec<&str> = node.span.slice(text).lines().map(str::trim).collect();
                strip_quote(&lines.join(" ")).clone_into(&mut scalar.text);
            }
        }
        Value::Sequence(items) => items.iter_mut().for_each(|item| unmask(item, text, masked)),
        Value::Mapping(entries) => {
            for entry in entries {
                unmask(&mut entry.key, text, masked);
                unmask(&mut entry.value, text, masked);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_begins_or_ends_inside_a_character() {
        let text =
            "%\u{202e}\u{202e}\u{202e}\u{202e}\u{202e}\u{202e}\n---\n-: &\n - @\u{16}\u{202e}:";
        let Recovered { loaded, errors } = recover(text);
        assert!(errors.len() > 1 && !loaded.documents.is_empty(), "{errors:?}");
        for document in &loaded.documents {
            assert!(text.get(document.span.range()).is_some(), "{:?}", document.span);
        }
    }
}
