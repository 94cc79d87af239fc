//! Decisions read from bytes: from a seed in the tests, from a fuzzer elsewhere.

/// A source of decisions. When the bytes are used up, every further decision is the first one, so that whatever is made
/// from it comes to an end.
pub(crate) struct Choices<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Choices<'a> {
    /// Decisions from these bytes.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// A number below `limit`, which is at most 256; 0 when there is none.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        let byte = self.bytes.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        usize::from(byte).checked_rem(limit).unwrap_or(0)
    }

    /// Whether something happens that happens once in `times`.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == times - 1
    }

    /// One of several, of which there is at least one.
    pub(crate) fn pick<'b, T: ?Sized>(&mut self, items: &[&'b T]) -> &'b T {
        items[self.below(items.len())]
    }
}
