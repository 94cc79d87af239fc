//! Texts by how they begin, so that all of them are looked for in one pass over another text.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

/// How many bytes a text begins with here; shorter ones are not kept.
const START: usize = 8;

/// Texts that begin alike, by length, the longest first: one may begin with another.
type ByLength<T> = BTreeMap<Reverse<usize>, BTreeMap<Vec<u8>, T>>;

/// Texts, each with something that is kept about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ByStart<T> {
    /// By the first bytes.
    texts: BTreeMap<[u8; START], ByLength<T>>,
}

impl<T> Default for ByStart<T> {
    fn default() -> Self {
        Self { texts: BTreeMap::new() }
    }
}

impl<T: Default> ByStart<T> {
    /// What is kept about a text, which is added if it is new; `None` for one that is too short.
    pub(super) fn entry(&mut self, text: &[u8]) -> Option<&mut T> {
        let start = text.first_chunk::<START>()?;
        let same = self.texts.entry(*start).or_default().entry(Reverse(text.len())).or_default();
        Some(same.entry(text.to_vec()).or_default())
    }
}

impl<T> ByStart<T> {
    /// Where in `bytes` one of the texts may begin.
    pub(super) fn starts(&self, bytes: &[u8]) -> Range<usize> {
        if self.texts.is_empty() { 0..0 } else { 0..(bytes.len() + 1).saturating_sub(START) }
    }

    /// Every text that `bytes` begin with, the longest first: its length, and what is kept about it. Takes one search for
    /// each length of the texts that begin alike.
    pub(super) fn beginning<'a>(&'a self, bytes: &'a [u8]) -> impl Iterator<Item = (usize, &'a T)> {
        let alike = bytes.first_chunk::<START>().and_then(|start| self.texts.get(start));
        alike.into_iter().flatten().filter_map(|(Reverse(length), texts)| {
            Some((*length, texts.get(bytes.get(..*length)?)?))
        })
    }

    /// Every text, in a fixed order.
    pub(super) fn texts(&self) -> impl Iterator<Item = &[u8]> {
        self.texts.values().flat_map(BTreeMap::values).flat_map(BTreeMap::keys).map(Vec::as_slice)
    }
}
