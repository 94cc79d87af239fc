//! The keys of a mapping, to be found by their names and by their places: a mapping may have as many as a text has room for,
//! and a finding on each of them.

use std::ops::Deref;

use crate::model::Key;
use crate::sort;
use crate::text::Span;

/// The keys of a mapping as written, in source order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Siblings {
    keys: Vec<Key>,
    /// Their numbers, by name.
    by_name: Vec<u32>,
}

impl Siblings {
    /// Those of a mapping, in source order.
    pub(super) fn new(keys: Vec<Key>) -> Self {
        let mut by_name: Vec<u32> = (0..keys.len() as u32).collect();
        sort::by(&mut by_name, |a, b| keys[*a as usize].name.cmp(&keys[*b as usize].name));
        Self { keys, by_name }
    }

    /// Those of that name, in source order.
    pub fn named(&self, name: &str) -> impl Iterator<Item = &Key> {
        let name_of = |at: &u32| self.keys[*at as usize].name.as_str();
        let start = self.by_name.partition_point(|at| name_of(at) < name);
        let count = self.by_name[start..].partition_point(|at| name_of(at) == name);
        self.by_name[start..start + count].iter().map(|at| &self.keys[*at as usize])
    }

    /// Whether there is one of that name.
    pub fn has(&self, name: &str) -> bool {
        self.named(name).next().is_some()
    }

    /// The one of that name; `None` when there are several.
    pub fn only(&self, name: &str) -> Option<&Key> {
        let mut named = self.named(name);
        named.next().filter(|_| named.next().is_none())
    }

    /// The one whose key or value is exactly at `span`.
    pub fn at(&self, span: Span) -> Option<&Key> {
        let end = self.keys.partition_point(|key| key.span.start <= span.start);
        self.keys[..end].last().filter(|key| key.span == span || key.value == span)
    }
}

impl Deref for Siblings {
    type Target = [Key];

    fn deref(&self) -> &[Key] {
        &self.keys
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ValueKind;

    #[test]
    fn keys_are_found_by_name_and_by_place() {
        let key = |at: usize, name: &str| Key {
            name: name.to_owned(),
            span: Span::new(at, at + 1),
            value: Span::new(at + 3, at + 5),
            value_kind: ValueKind::Scalar,
        };
        let siblings = Siblings::new(vec![key(0, "b"), key(10, "a"), key(20, "b")]);
        let starts = |name| siblings.named(name).map(|key| key.span.start).collect::<Vec<_>>();
        assert_eq!((starts("a"), starts("b"), starts("c")), (vec![10], vec![0, 20], vec![]));
        assert!(siblings.only("a").is_some() && siblings.only("b").is_none() && !siblings.has(""));
        let at = |start, end| siblings.at(Span::new(start, end)).map(|key| key.span.start);
        assert_eq!((at(10, 11), at(13, 15), at(23, 25)), (Some(10), Some(10), Some(20)));
        assert_eq!((at(11, 12), at(10, 12), at(30, 31)), (None, None, None));
        assert_eq!(Siblings::default().at(Span::at(0)), None);
    }
}
