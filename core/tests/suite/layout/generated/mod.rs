//! Graphs and Blueprints of any size, the same on every run.

pub(crate) mod blueprints;
pub(crate) mod inputs;

/// Numbers that look random and are the same for the same seed (Knuth's linear congruences).
pub(crate) struct Random(pub u64);

impl Random {
    /// The next number below `below`.
    pub(crate) fn pick(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_041);
        (self.0 >> 33) as usize % below
    }
}
