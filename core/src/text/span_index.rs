//! Spans to be asked for by place.

use super::Span;
use crate::sort;

/// Spans in order, with how far those up to each of them reach.
#[derive(Clone, Debug, Default)]
pub(crate) struct SpanIndex {
    spans: Vec<Span>,
    reach: Vec<u32>,
}

impl SpanIndex {
    /// The index of some spans. Takes n log n.
    pub(crate) fn new(spans: impl Iterator<Item = Span>) -> Self {
        let mut spans: Vec<Span> = spans.collect();
        sort::ascending(&mut spans);
        let reach = spans.iter().scan(0, |end, span| {
            *end = span.end.max(*end);
            Some(*end)
        });
        Self { reach: reach.collect(), spans }
    }

    /// Whether one of them lies in `outer`. Takes log n, and a step for each that begins there and ends behind it.
    pub(crate) fn any_inside(&self, outer: Span) -> bool {
        let from = self.spans.partition_point(|span| span.start < outer.start);
        let mut begun = self.spans[from..].iter().take_while(|span| span.start <= outer.end);
        begun.any(|span| span.end <= outer.end)
    }

    /// Whether one of them holds `inner`. Takes log n.
    pub(crate) fn any_around(&self, inner: Span) -> bool {
        let before = self.spans.partition_point(|span| span.start <= inner.start);
        before.checked_sub(1).is_some_and(|last| self.reach[last] >= inner.end)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn says_what_a_search_says(
            spans in proptest::collection::vec((0..20_usize, 0..9_usize), 0..9),
            (start, length) in (0..20_usize, 0..9_usize),
        ) {
            let spans: Vec<Span> =
                spans.into_iter().map(|(start, length)| Span::new(start, start + length)).collect();
            let asked = Span::new(start, start + length);
            let index = SpanIndex::new(spans.iter().copied());
            prop_assert_eq!(index.any_inside(asked), spans.iter().any(|span| asked.contains(*span)));
            prop_assert_eq!(index.any_around(asked), spans.iter().any(|span| span.contains(asked)));
        }
    }
}
