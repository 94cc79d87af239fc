//! Lines that cannot be read at all: as the last resort, they are masked as a whole.

use super::line::SourceLine;
use super::proposal::{Mask, Proposal, plain_error, plain_words, previous};
use super::tree::SyntaxErrorKind;
use crate::text::{Span, TextEdit};

/// The whole line, as the last resort.
pub(super) fn whole_line(text: &str, line: &SourceLine, words: &str) -> Proposal {
    let span = Span::new(line.content, line.end);
    let indentation =
        ["block mapping", "block sequence", "block collection", "indent", "block sequence entries"]
            .iter()
            .any(|part| words.contains(part));
    let odd =
        text[line.start..line.item].contains('\u{a0}') || span.slice(text).starts_with('\u{a0}');
    let (kind, message) = if odd {
        (
            SyntaxErrorKind::Indentation,
            "a no-break space in the indentation; YAML allows only ordinary spaces".to_owned(),
        )
    } else if span.slice(text).starts_with(['}', ']']) {
        (SyntaxErrorKind::UnbalancedFlow, "this bracket closes nothing".to_owned())
    } else if span.slice(text).starts_with('%') {
        (
            SyntaxErrorKind::Directive,
            "a line that starts with `%` is a directive to the YAML reader".to_owned(),
        )
    } else if indentation {
        (
            SyntaxErrorKind::Indentation,
            "the indentation of this line matches no line above".to_owned(),
        )
    } else {
        (SyntaxErrorKind::Other, plain_words(words))
    };
    let mut error = plain_error(kind, span, message);
    if odd {
        let whole = Span::new(line.start, line.end);
        let blank = |c: char| c == ' ' || c == '\u{a0}';
        let start = line.end - whole.slice(text).trim_start_matches(blank).len();
        let width = text[line.start..start].chars().count();
        error.repair = vec![TextEdit::replace(Span::new(line.start, start), " ".repeat(width))];
    }
    Proposal { masks: vec![Mask { span, with: b' ' }], error: Some(error) }
}

/// Keys whose entries are resources, or hold them.
const HOLD_RESOURCES: [&str; 5] =
    ["services", "databases", "environments", "projects", "readReplicas"];

/// The whole line and the lines indented below it, which belong to it: one mistake, however many lines it covers.
pub(super) fn with_what_is_below(
    text: &str,
    work: &str,
    line: &SourceLine,
    words: &str,
) -> Option<Proposal> {
    // A line with a value of its own has nothing below it, and too much would be lost with a key that contains
    // resources.
    let key = line.colon.map(|colon| &text[line.item..colon])?;
    let indent = line.content - line.start;
    let mut proposal = whole_line(text, line, words);
    let misplaced =
        proposal.error.as_ref().is_some_and(|one| one.kind == SyntaxErrorKind::Indentation);
    let opens = misplaced && indent > 0 && line.value == line.end && !HOLD_RESOURCES.contains(&key);
    let mut end = line.end;
    while let Some(at) = work[end..].find('\n').filter(|_| opens) {
        let next = SourceLine::at(work, end + at + 1);
        let deeper = next.content - next.start > indent;
        if next.start <= end || !(deeper || next.content == next.end) {
            break;
        }
        proposal.masks.push(Mask { span: Span::new(next.content, next.end), with: b' ' });
        end = next.end;
        if next.end >= work.len() {
            break;
        }
    }
    (proposal.masks.len() > 1).then(|| {
        if let Some(error) = &mut proposal.error {
            error.repair = back_in_line(text, work, line);
        }
        proposal
    })
}

/// The repair of a key that is one column off the entry above it.
fn back_in_line(text: &str, work: &str, line: &SourceLine) -> Vec<TextEdit> {
    let indent = line.content - line.start;
    let Some(above) = previous(work, line.start) else { return Vec::new() };
    let column = above.item - above.start;
    let blanks = text[line.start..line.content].bytes().all(|byte| byte == b' ');
    let beside = blanks && above.colon.is_some() && above.value < above.end;
    if !beside || column.abs_diff(indent) != 1 {
        return Vec::new();
    }
    vec![TextEdit::replace(Span::new(line.start, line.content), " ".repeat(column))]
}
