//! What the reader of YAML stumbled over, by place.

use crate::syntax::{SyntaxError, SyntaxErrorKind as Kind};
use crate::text::{Span, SpanIndex};

/// The errors of a file, as the rules ask for them.
pub(super) struct ReadingErrors {
    /// Text around them is read as if it were not there.
    unparsed: SpanIndex,
    /// Those of values that take in the text after them.
    run_on: SpanIndex,
    /// Where those end that lack a space, in order.
    missing_space: Vec<usize>,
}

impl ReadingErrors {
    pub(super) fn new(errors: &[SyntaxError]) -> Self {
        let of = |wanted: fn(Kind) -> bool| {
            errors.iter().filter(move |error| wanted(error.kind)).map(|error| error.span)
        };
        let mut missing_space: Vec<usize> =
            of(|kind| kind == Kind::MissingSpace).map(Span::end).collect();
        crate::sort::ascending(&mut missing_space);
        Self {
            unparsed: SpanIndex::new(of(leaves_text_unparsed)),
            run_on: SpanIndex::new(of(|kind| {
                matches!(kind, Kind::ColonInValue | Kind::UnbalancedFlow)
            })),
            missing_space,
        }
    }

    /// Whether text in a span is read as if it were not there.
    pub(super) fn leave_unparsed(&self, span: Span) -> bool {
        self.unparsed.any_inside(span)
    }

    /// Whether a value took in the text after it.
    pub(super) fn run_on(&self, value: Span) -> bool {
        self.run_on.any_inside(value) || self.run_on.any_around(value)
    }

    /// Whether the line right above a place lacks a space, so that what most likely is the first of its block is not read.
    pub(super) fn is_right_below(&self, text: &str, start: usize) -> bool {
        let before = self.missing_space.partition_point(|end| *end <= start);
        let nearest = before.checked_sub(1).map(|last| self.missing_space[last]);
        nearest.is_some_and(|end| text[..start].trim_end().len() <= end)
    }
}

/// Whether text around an error is read as if it were not there.
fn leaves_text_unparsed(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::ColonInValue
            | Kind::ReservedStart
            | Kind::UnquotedSchedule
            | Kind::TabIndentation
            | Kind::DuplicateKey
            | Kind::MergeConflict
    )
}
