//! Reading on after an error. The text that the reader trips over is masked, byte for byte, in a working copy, so that
//! every other position stays true; what was masked takes its text back from the original afterwards.
//!
//! What to mask is found by trial: the likely culprits near the place of the error each propose a mask, and the one
//! with which the reader gets furthest is kept.

use super::line::Line;
use super::load::{Loaded, load};
use super::propose::{Mask, Proposal, plain_problem, plain_words, proposals, strip_quote};
use super::tree::{Node, ScalarStyle, SyntaxError, SyntaxErrorKind, Value};
use crate::sort;
use crate::text::Span;

/// Most errors that are worked around one by one.
const MAX_ROUNDS: usize = 64;

/// Most bytes that are read again while looking for a mask; keeps a large broken file from taking seconds.
const MAX_BYTES_READ: usize = 48 * 1024 * 1024;

/// A text that was read in spite of its errors.
pub(super) struct Recovered {
    /// What the reader made of the masked text.
    pub(super) loaded: Loaded,
    /// What was wrong with it.
    pub(super) problems: Vec<SyntaxError>,
}

/// Reads `text`, masking what stops the reader.
pub(super) fn recover(text: &str) -> Recovered {
    let mut problems = Vec::new();
    let mut masked: Vec<Span> = Vec::new();
    let mut work = text.to_owned();
    for proposal in conflict_markers(text) {
        work = apply(&work, &proposal.masks);
        problems.extend(proposal.problem);
    }
    let mut loaded = load(&work);
    let mut read = work.len();
    for _ in 0..MAX_ROUNDS {
        let Some((at, words)) = loaded.error.clone() else { break };
        let mut best: Option<(usize, Proposal, String, Loaded)> = None;
        for proposal in proposals(text, &work, at, &words) {
            let candidate = apply(&work, &proposal.masks);
            if candidate == work || read > MAX_BYTES_READ {
                continue;
            }
            read += candidate.len();
            let result = load(&candidate);
            let reached = result.error.as_ref().map_or(usize::MAX, |(at, _)| *at);
            if best.as_ref().is_none_or(|(furthest, ..)| reached > *furthest) {
                best = Some((reached, proposal, candidate, result));
            }
        }
        let Some((_, proposal, candidate, result)) = best else {
            problems.push(plain_problem(SyntaxErrorKind::Other, Span::at(at), plain_words(&words)));
            break;
        };
        masked.extend(proposal.masks.iter().map(|mask| mask.span));
        problems.extend(proposal.problem);
        work = candidate;
        loaded = result;
    }
    if let Some((at, words)) = &loaded.error
        && problems.len() >= MAX_ROUNDS
    {
        problems.push(plain_problem(SyntaxErrorKind::Other, Span::at(*at), plain_words(words)));
    }
    // A line whose tabs are reported is not reported again for fitting nowhere.
    let line_of = |problem: &SyntaxError| Line::at(text, problem.span.start()).start;
    let with_tabs: Vec<usize> = problems
        .iter()
        .filter(|problem| problem.kind == SyntaxErrorKind::TabIndentation)
        .map(line_of)
        .collect();
    problems.retain(|problem| {
        problem.kind == SyntaxErrorKind::TabIndentation || !with_tabs.contains(&line_of(problem))
    });
    sort::ascending(&mut masked);
    for document in &mut loaded.documents {
        unmask(document, text, &masked);
    }
    Recovered { loaded, problems }
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
    // Spans cover whole characters and ASCII takes their place.
    String::from_utf8(bytes).unwrap_or_else(|_| work.to_owned())
}

/// Lines left over from a merge.
fn conflict_markers(text: &str) -> Vec<Proposal> {
    let mut out = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let marker = line.starts_with("<<<<<<< ")
            || line.starts_with(">>>>>>> ")
            || line.trim_end() == "=======";
        if marker {
            let span = Span::new(start, start + line.trim_end().len());
            out.push(Proposal {
                masks: vec![Mask { span, with: b' ' }],
                problem: Some(plain_problem(
                    SyntaxErrorKind::MergeConflict,
                    span,
                    "a conflict marker is left over from a merge; both sides are read".to_owned(),
                )),
            });
        }
        start += line.len();
    }
    out
}

/// Gives every scalar whose bytes were masked its own text back.
fn unmask(node: &mut Node, text: &str, masked: &[Span]) {
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
