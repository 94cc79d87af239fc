//! Edits of several fixes that are made at once.

use std::collections::BTreeSet;

use super::{Span, TextEdit};

/// Edits that fit together: no two of them touch the same bytes.
#[derive(Clone, Debug, Default)]
pub struct EditSet {
    edits: Vec<TextEdit>,
    known: BTreeSet<TextEdit>,
    places: BTreeSet<Span>,
}

impl EditSet {
    /// Adds the edits of one fix, which must be apart from each other, all or none: none when one of them touches what
    /// another fix changes in another way. Returns whether that made the set larger. Takes log n for each edit.
    pub fn add(&mut self, edits: &[TextEdit]) -> bool {
        let new: Vec<&TextEdit> = edits.iter().filter(|edit| !self.known.contains(edit)).collect();
        if new.is_empty() || new.iter().any(|edit| self.touches(edit.span)) {
            return false;
        }
        for edit in new {
            self.places.insert(edit.span);
            self.known.insert(edit.clone());
            self.edits.push(edit.clone());
        }
        true
    }

    /// The edits, in the order in which they came.
    pub fn edits(&self) -> &[TextEdit] {
        &self.edits
    }

    /// Whether an edit of `span` would touch one of the set. Those are apart, so the last that begins before the end of
    /// `span` reaches farthest.
    fn touches(&self, span: Span) -> bool {
        let before = self.places.range(..Span::at(span.end()));
        before.last().is_some_and(|last| last.end > span.start)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::apply;

    proptest! {
        #[test]
        fn takes_what_can_be_applied_together(
            spans in proptest::collection::vec((0..20_usize, 0..4_usize, 0..2_u8), 0..12),
        ) {
            let text = "abcdefghijklmnopqrstuvwx";
            let mut set = EditSet::default();
            let mut kept: Vec<TextEdit> = Vec::new();
            for (start, length, word) in spans {
                let edit = TextEdit::replace(Span::new(start, start + length), word.to_string());
                let mut with = kept.clone();
                with.push(edit.clone());
                let fits = !kept.contains(&edit) && apply(text, &with).is_ok();
                prop_assert_eq!(set.add(std::slice::from_ref(&edit)), fits, "{:?} and {:?}", kept, edit);
                if fits {
                    kept = with;
                }
            }
            prop_assert_eq!(set.edits(), kept);
        }
    }

    #[test]
    fn takes_all_edits_of_a_fix_or_none() {
        let mut set = EditSet::default();
        let [first, second] =
            [(0, 2), (4, 6)].map(|(a, b)| TextEdit::replace(Span::new(a, b), "x"));
        assert!(set.add(std::slice::from_ref(&first)));
        assert!(!set.add(&[TextEdit::insert(9, "y"), TextEdit::replace(Span::new(1, 3), "z")]));
        assert!(set.add(&[first.clone(), second.clone()]), "one of them is known");
        assert!(!set.add(std::slice::from_ref(&first)), "nothing new");
        assert_eq!(set.edits(), [first, second]);
    }
}
