//! Crossing minimization: the order of the vertices in every column, so that few edges cross.
//!
//! Needs: the layer graph. Gives: an order in every block and column. Sugiyama's sweeps with barycentres (Sugiyama, Tagawa
//! and Toda, "Methods for visual understanding of hierarchical system structures"), each followed by sifting every vertex
//! through its column, from a few starts: the order of the source, its reverse, and shuffled ones. The order of the
//! source is the first candidate and earlier ones win every tie, so that an edit that changes no edge moves nothing.
//! Large graphs get fewer starts; every start is O(sweeps · m · vertices of a column) at worst.

use super::crossings::crossings;
use super::sifting::sift;
use crate::layout::layering::layer_graph::LayerGraph;
use crate::sort;

/// How often the columns are swept in both directions, from each start.
const SWEEPS: usize = 8;
/// Sweeps without a gain that end a start.
const PATIENCE: usize = 2;
/// How many vertices are swept from all starts together, and how many starts there are at least and at most.
const EFFORT: usize = 400;
const STARTS: (usize, usize) = (1, 6);
/// In a column with more edges, those of each vertex are put in order before they are compared.
const FEW_EDGES: usize = 200;
/// Columns with more vertices than this are not sifted: the gain is small and the time is not.
const MOST_SIFTED: usize = 24;

/// The best order from a number of starts that fits the graph's size.
pub(crate) fn best_order(graph: &mut LayerGraph) {
    let source = graph.layers.clone();
    let starts = (EFFORT / graph.vertices.len().max(1)).clamp(STARTS.0, STARTS.1);
    let mut best = (usize::MAX, source.clone());
    for start in 0..starts {
        graph.layers.clone_from(&source);
        let found = order_from(graph, start);
        if found < best.0 {
            best = (found, graph.layers.clone());
        }
        if found == 0 {
            break;
        }
    }
    graph.layers = best.1;
}

/// The best order from one start: 0 is the order of the source, 1 its reverse, all others are shuffled. Gives the
/// crossings that are left.
pub(crate) fn order_from(graph: &mut LayerGraph, start: usize) -> usize {
    let source = graph.layers.clone();
    let mut random = start as u64;
    match start {
        0 => {}
        1 => graph.layers.iter_mut().flatten().for_each(|layer| layer.reverse()),
        _ => graph.layers.iter_mut().flatten().for_each(|layer| shuffle(layer, &mut random)),
    }
    let mut places = vec![0; graph.vertices.len()];
    number(graph, &mut places);
    let mut best = (crossings(graph, &places), graph.layers.clone());
    let mut waited = 0;
    for sweep in 0..SWEEPS {
        if best.0 == 0 || waited == PATIENCE {
            break;
        }
        let rightwards = (sweep + start).is_multiple_of(2);
        for step in 0..graph.columns {
            let column = if rightwards { step } else { graph.columns - 1 - step };
            by_barycentre(graph, column, rightwards, &places);
            number(graph, &mut places);
        }
        sift_columns(graph, &mut places);
        let found = crossings(graph, &places);
        waited += 1;
        if found < best.0 {
            best = (found, graph.layers.clone());
            waited = 0;
        }
    }
    graph.layers = best.1;
    put_loose_back(graph, &source);
    best.0
}

/// Puts vertices that are joined to nothing into the order of the source, in the places that such vertices have.
fn put_loose_back(graph: &mut LayerGraph, source: &[Vec<Vec<usize>>]) {
    let LayerGraph { vertices, layers, .. } = graph;
    for (layer, source) in layers.iter_mut().flatten().zip(source.iter().flatten()) {
        let mut in_order = source.iter().copied().filter(|&vertex| vertices[vertex].is_loose());
        for place in layer.iter_mut().filter(|place| vertices[**place].is_loose()) {
            *place = in_order.next().unwrap_or(*place);
        }
    }
}

/// Shuffles a column, always in the same way (Fisher and Yates; Knuth's linear congruences).
fn shuffle(layer: &mut [usize], random: &mut u64) {
    for last in (1..layer.len()).rev() {
        *random =
            random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        layer.swap(last, (*random >> 33) as usize % (last + 1));
    }
}

/// Gives every vertex its place in its column, comparable across columns: blocks are as tall as their longest column.
fn number(graph: &LayerGraph, places: &mut [usize]) {
    let mut start = 0;
    for layers in &graph.layers {
        for layer in layers {
            for (index, &vertex) in layer.iter().enumerate() {
                places[vertex] = start + index;
            }
        }
        start += layers.iter().map(Vec::len).max().unwrap_or(0);
    }
}

/// Sorts a column by the mean place of the neighbours on one side. What has no neighbour there keeps its place.
fn by_barycentre(graph: &mut LayerGraph, column: usize, from_left: bool, places: &[usize]) {
    let LayerGraph { vertices, layers, .. } = graph;
    for layer in layers.iter_mut().map(|layers| &mut layers[column]) {
        let mean = |&vertex: &usize| {
            let near = if from_left { &vertices[vertex].left } else { &vertices[vertex].right };
            if near.is_empty() {
                places[vertex] as f64
            } else {
                near.iter().map(|&other| places[other] as f64).sum::<f64>() / near.len() as f64
            }
        };
        sort::by(layer, |a, b| mean(a).total_cmp(&mean(b)));
    }
}

/// Sifts every vertex through its column: to where its edges cross the fewest others.
fn sift_columns(graph: &mut LayerGraph, places: &mut [usize]) {
    let LayerGraph { vertices, layers, .. } = graph;
    for layer in
        layers.iter_mut().flatten().filter(|layer| (2..=MOST_SIFTED).contains(&layer.len()))
    {
        let first = layer.iter().map(|&vertex| places[vertex]).min().unwrap_or(0);
        let degree = |vertex: &usize| vertices[*vertex].left.len() + vertices[*vertex].right.len();
        let is_busy = layer.iter().map(degree).sum::<usize>() > FEW_EDGES;
        let sorted: Vec<[Vec<usize>; 2]> = if is_busy {
            let ends = |vertex: &usize| [&vertices[*vertex].left, &vertices[*vertex].right];
            layer.iter().map(|vertex| ends(vertex).map(|ends| in_order(ends, places))).collect()
        } else {
            Vec::new()
        };
        let crossings = |upper: usize, lower: usize| {
            let count = if is_busy {
                let of = |vertex: usize| &sorted[places[vertex] - first];
                let ([upper_left, upper_right], [lower_left, lower_right]) = (of(upper), of(lower));
                sorted_inversions(upper_left, lower_left)
                    + sorted_inversions(upper_right, lower_right)
            } else {
                let (a, b) = (&vertices[upper], &vertices[lower]);
                inversions(&a.left, &b.left, places) + inversions(&a.right, &b.right, places)
            };
            count as i32
        };
        let mut all = layer.clone();
        all.retain(|&vertex| !vertices[vertex].is_loose());
        for vertex in all {
            if let Some(at) = layer.iter().position(|&other| other == vertex) {
                sift(layer, at, &crossings);
            }
        }
        for (index, &vertex) in layer.iter().enumerate() {
            places[vertex] = first + index;
        }
    }
}

/// The places of some vertices, in order.
fn in_order(vertices: &[usize], places: &[usize]) -> Vec<usize> {
    let mut out: Vec<usize> = vertices.iter().map(|&vertex| places[vertex]).collect();
    sort::ascending(&mut out);
    out
}

/// The same as [`inversions`] of places that are in order: O(edges of both).
fn sorted_inversions(upper: &[usize], lower: &[usize]) -> usize {
    let mut before = 0;
    let count = |a: &usize| {
        before += lower[before..].iter().take_while(|b| *b < a).count();
        before
    };
    upper.iter().map(count).sum()
}

/// Crossings between the edges of an upper and a lower vertex, on one side.
fn inversions(upper: &[usize], lower: &[usize], places: &[usize]) -> usize {
    upper.iter().map(|&a| lower.iter().filter(|&&b| places[b] < places[a]).count()).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sorted_or_not_the_same_edges_cross(
            upper in proptest::collection::vec(0..30_usize, 0..12),
            lower in proptest::collection::vec(0..30_usize, 0..12),
        ) {
            let places: Vec<usize> = (0..30).map(|vertex| vertex * 7 % 30).collect();
            let sorted = sorted_inversions(&in_order(&upper, &places), &in_order(&lower, &places));
            prop_assert_eq!(sorted, inversions(&upper, &lower, &places));
        }
    }
}
