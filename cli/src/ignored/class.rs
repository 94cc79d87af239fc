//! A set of characters in a pattern: `[a-z_]`, `[!0-9]`.

use std::iter::Peekable;
use std::str::Chars;

/// Characters, as ranges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Class {
    ranges: Vec<(char, char)>,
    is_negated: bool,
}

impl Class {
    /// Reads what stands behind a `[`.
    ///
    /// # Errors
    /// What is wrong with it, in a few words.
    pub(super) fn read(rest: &mut Peekable<Chars<'_>>) -> Result<Self, String> {
        let is_negated = rest.next_if(|c| matches!(c, '!' | '^')).is_some();
        let mut ranges = Vec::new();
        loop {
            let first = match rest.next() {
                // The first one means itself.
                Some(']') if !ranges.is_empty() => return Ok(Self { ranges, is_negated }),
                Some('\\') => rest.next().ok_or_else(unclosed)?,
                Some(c) => c,
                None => return Err(unclosed()),
            };
            let mut ahead = rest.clone();
            let is_range = ahead.next() == Some('-') && ahead.next().is_some_and(|c| c != ']');
            let last = if is_range {
                rest.next();
                match rest.next() {
                    Some('\\') => rest.next().ok_or_else(unclosed)?,
                    Some(c) => c,
                    None => return Err(unclosed()),
                }
            } else {
                first
            };
            if last < first {
                return Err(format!("the range `{first}-{last}` is backwards"));
            }
            ranges.push((first, last));
        }
    }

    /// Whether a character is one of the set.
    pub(super) fn has(&self, c: char) -> bool {
        self.ranges.iter().any(|(first, last)| (*first..=*last).contains(&c)) != self.is_negated
    }
}

fn unclosed() -> String {
    "a `[` is never closed".to_owned()
}
