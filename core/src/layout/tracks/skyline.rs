//! Skyline: how far a channel is filled at each place along it.
//!
//! A segment tree over the places where something begins: whatever overlaps has one of those in common. Raising a stretch
//! and asking for its height take O(log n).

use std::ops::Range;

/// The heights over a number of places.
pub(crate) struct Skyline {
    /// Where something begins, ascending.
    places: Vec<f64>,
    /// For each range of places, the root first, the leaves last: to what all of it was raised, and the highest in it.
    raised: Vec<f64>,
    highest: Vec<f64>,
}

impl Skyline {
    /// Nothing, over the places where something will begin.
    pub(crate) fn new(begins: impl Iterator<Item = f64>) -> Self {
        let mut places: Vec<f64> = begins.collect();
        places.sort_unstable_by(f64::total_cmp);
        places.dedup();
        let nodes = vec![0.0; 2 * places.len()];
        Self { places, raised: nodes.clone(), highest: nodes }
    }

    /// The greatest height over a stretch that begins at one of the places.
    pub(crate) fn height(&self, stretch: Range<f64>) -> f64 {
        let mut height: f64 = 0.0;
        let (mut low, mut high) = self.leaves(stretch);
        // What holds a node of the tree was raised as a whole.
        let above = |mut node: usize| {
            let mut height: f64 = 0.0;
            while node > 0 {
                height = height.max(self.raised[node]);
                node /= 2;
            }
            height
        };
        while low < high {
            if low % 2 == 1 {
                height = height.max(self.highest[low]).max(above(low));
                low += 1;
            }
            if high % 2 == 1 {
                high -= 1;
                height = height.max(self.highest[high]).max(above(high));
            }
            (low, high) = (low / 2, high / 2);
        }
        height
    }

    /// Raises a stretch that begins at one of the places to at least `height`.
    pub(crate) fn raise(&mut self, stretch: Range<f64>, height: f64) {
        let (mut low, mut high) = self.leaves(stretch);
        let raise = |skyline: &mut Self, node: usize| {
            skyline.raised[node] = skyline.raised[node].max(height);
            let mut node = node;
            while node > 0 {
                skyline.highest[node] = skyline.highest[node].max(height);
                node /= 2;
            }
        };
        while low < high {
            if low % 2 == 1 {
                raise(self, low);
                low += 1;
            }
            if high % 2 == 1 {
                high -= 1;
                raise(self, high);
            }
            (low, high) = (low / 2, high / 2);
        }
    }

    /// The leaves of a stretch: the first, and behind the last.
    fn leaves(&self, stretch: Range<f64>) -> (usize, usize) {
        let leaf = |at: f64| self.places.len() + self.places.partition_point(|place| *place < at);
        (leaf(stretch.start), leaf(stretch.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_as_high_as_the_highest_part_of_it() {
        // Stretches of all sorts, compared with looking at every one of them.
        let mut random = 7_u64;
        let mut next = |below: u64| {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            ((random >> 33) % below) as f64
        };
        for count in [1, 2, 3, 7, 40] {
            let stretches: Vec<Range<f64>> = (0..count)
                .map(|_| {
                    let low = next(60);
                    low..low + 1.0 + next(20)
                })
                .collect();
            let mut skyline = Skyline::new(stretches.iter().map(|stretch| stretch.start));
            let mut raised: Vec<(Range<f64>, f64)> = Vec::new();
            for stretch in stretches {
                let overlaps =
                    |other: &Range<f64>| other.start < stretch.end && stretch.start < other.end;
                let heights = raised.iter().filter(|(other, _)| overlaps(other));
                let wanted = heights.map(|(_, height)| *height).fold(0.0, f64::max);
                assert_eq!(skyline.height(stretch.clone()), wanted, "of {count}");
                let height = next(100);
                skyline.raise(stretch.clone(), height);
                raised.push((stretch, height));
            }
        }
    }
}
