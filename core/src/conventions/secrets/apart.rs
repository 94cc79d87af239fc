//! Ranges of a text that were found independently of each other.

use std::ops::Range;

/// The same ranges in order; those that touch or overlap as one.
pub(super) fn apart(mut found: Vec<Range<usize>>) -> Vec<Range<usize>> {
    crate::sort::by_key(&mut found, |range| (range.start, range.end));
    let mut out: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for range in found.into_iter().filter(|range| !range.is_empty()) {
        match out.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => out.push(range),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_that_touch_become_one() {
        assert_eq!(apart(vec![4..6, 0..2, 1..4, 8..8, 9..10]), [0..6, 9..10]);
    }
}
