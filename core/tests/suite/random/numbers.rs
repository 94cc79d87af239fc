//! Numbers that look random and are the same on every run.

/// Numbers from a seed (Knuth's linear congruences).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_041);
        self.0
    }

    /// A byte.
    pub(crate) fn byte(&mut self) -> u8 {
        (self.next() >> 40) as u8
    }

    /// A number below `limit`; 0 when there is none.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        ((self.next() >> 33) as usize).checked_rem(limit).unwrap_or(0)
    }

    /// Whether something happens that happens so many times of ten.
    pub(crate) fn chance(&mut self, of_ten: usize) -> bool {
        self.below(10) < of_ten
    }

    /// One of several, of which there is at least one.
    pub(crate) fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }
}

/// Bytes from a seed.
pub(crate) fn seeded(seed: u64, length: usize) -> Vec<u8> {
    let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5851_F42D_4C95_7F2D);
    (0..length).map(|_| random.byte()).collect()
}
