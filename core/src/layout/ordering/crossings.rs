//! Crossing counting in the layer graph: the edges between two columns cross as often as their ends, sorted by their
//! beginnings, stand in falling order.
//!
//! Inversions are counted with an accumulator tree (Barth, Jünger and Mutzel, "Simple and efficient bilayer cross
//! counting"). O(m log m) for all columns together.

use crate::layout::layering::layer_graph::LayerGraph;

/// Crossings between all neighbouring columns, for vertices at `places`.
pub(crate) fn crossings(graph: &LayerGraph, places: &[usize]) -> usize {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut tree = AccumulatorTree::new(places.iter().max().map_or(0, |last| last + 1));
    let mut count = 0;
    for column in 1..graph.columns {
        pairs.clear();
        for &vertex in graph.layers.iter().flat_map(|layers| &layers[column]) {
            let left = &graph.vertices[vertex].left;
            pairs.extend(left.iter().map(|&other| (places[other], places[vertex])));
        }
        pairs.sort_unstable();
        count += tree.inversions(pairs.iter().map(|&(_, end)| end));
    }
    count
}

/// How many of some numbers there are in every range of a binary partition.
struct AccumulatorTree {
    /// The root is at 1, the children of `i` at `2 * i` and `2 * i + 1`.
    counts: Vec<usize>,
    /// Where the leaves begin.
    leaves: usize,
}

impl AccumulatorTree {
    /// For numbers below `size`.
    fn new(size: usize) -> Self {
        let leaves = size.next_power_of_two();
        Self { counts: vec![0; 2 * leaves], leaves }
    }

    /// How many pairs of a list stand in falling order.
    fn inversions(&mut self, list: impl Iterator<Item = usize> + Clone) -> usize {
        let mut count = 0;
        for number in list.clone() {
            let mut at = self.leaves + number;
            self.counts[at] += 1;
            while at > 1 {
                if at.is_multiple_of(2) {
                    count += self.counts[at + 1];
                }
                at /= 2;
                self.counts[at] += 1;
            }
        }
        // Empty again for the next list, which may be short.
        for number in list {
            let mut at = self.leaves + number;
            while at > 0 && self.counts[at] > 0 {
                self.counts[at] = 0;
                at /= 2;
            }
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inversions(list: &[usize]) -> usize {
        AccumulatorTree::new(list.iter().max().map_or(0, |n| n + 1))
            .inversions(list.iter().copied())
    }

    #[test]
    fn inversions_are_counted() {
        assert_eq!(inversions(&[]), 0);
        assert_eq!(inversions(&[1, 1, 2]), 0);
        assert_eq!(inversions(&[3, 1, 2]), 2);
        assert_eq!(inversions(&[4, 3, 2, 1]), 6);
    }

    #[test]
    fn the_tree_counts_as_pairs_do() {
        let mut state = 1_u64;
        for length in 0..60 {
            let list: Vec<usize> = (0..length)
                .map(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    (state >> 33) as usize % 20
                })
                .collect();
            let pairs = (0..list.len()).flat_map(|a| (a + 1..list.len()).map(move |b| (a, b)));
            let naive = pairs.filter(|&(a, b)| list[a] > list[b]).count();
            assert_eq!(inversions(&list), naive, "{list:?}");
        }
    }
}
