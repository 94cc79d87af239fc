//! Pass 3: orders the nodes of every column so that few edges cross.
//!
//! Needs: columns. Gives: the order in every block and column. Sugiyama's sweeps with barycentres, each followed by sifting
//! every vertex through its column (Matuszewski, Schönfeld and Molitor), from a few starts: the order of the source, its
//! reverse, and shuffled ones. The order of the source is the first candidate and earlier ones win every tie, so that an
//! edit that changes no edge moves nothing. Large sheets get fewer starts; every start is O(sweeps · edges · vertices of
//! a column) at worst.

use crate::layout::layering::layer_graph::LayerGraph;
use crate::sort;

/// How often the columns are swept in both directions, from each start.
const SWEEPS: usize = 8;
/// Sweeps without a gain that end a start.
const PATIENCE: usize = 2;
/// How many vertices are swept from all starts together, and how many starts there are at least and at most.
const EFFORT: usize = 400;
const STARTS: (usize, usize) = (1, 6);
/// Layers with more vertices than this are not sifted: the gain is small and the time is not.
const MOST_SIFTED: usize = 24;

/// The best order from a number of starts that fits the graph's size. Gives the crossings that are left.
pub(crate) fn order(graph: &mut LayerGraph) {
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
        sift_layers(graph, &mut places);
        let found = crossings(graph, &places);
        waited += 1;
        if found < best.0 {
            best = (found, graph.layers.clone());
            waited = 0;
        }
    }
    graph.layers = best.1;
    settle_loose(graph, &source);
    best.0
}

/// Puts vertices that are joined to nothing into the order of the source, in the places that such vertices have.
fn settle_loose(graph: &mut LayerGraph, source: &[Vec<Vec<usize>>]) {
    let LayerGraph { vertices, layers, .. } = graph;
    for (layer, source) in layers.iter_mut().flatten().zip(source.iter().flatten()) {
        let loose =
            |vertex: usize| vertices[vertex].left.is_empty() && vertices[vertex].right.is_empty();
        let mut in_order = source.iter().copied().filter(|&vertex| loose(vertex));
        for place in layer.iter_mut().filter(|place| loose(**place)) {
            *place = in_order.next().unwrap_or(*place);
        }
    }
}

/// Shuffles a layer, always in the same way (Fisher and Yates; Knuth's linear congruences).
fn shuffle(layer: &mut [usize], random: &mut u64) {
    for last in (1..layer.len()).rev() {
        *random =
            random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        layer.swap(last, (*random >> 33) as usize % (last + 1));
    }
}

/// Gives every vertex its place in its column, comparable across columns: blocks are as tall as their longest layer.
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

/// Moves every vertex to the place in its layer where its edges cross the fewest others, all others standing still.
fn sift_layers(graph: &mut LayerGraph, places: &mut [usize]) {
    let LayerGraph { vertices, layers, .. } = graph;
    for layer in
        layers.iter_mut().flatten().filter(|layer| (2..=MOST_SIFTED).contains(&layer.len()))
    {
        let first = layer.iter().map(|&vertex| places[vertex]).min().unwrap_or(0);
        let gain = |upper: usize, lower: usize| {
            let (a, b) = (&vertices[upper], &vertices[lower]);
            let count = |a: &[usize], b: &[usize]| inversions(a, b, places) as isize;
            count(&a.left, &b.left) + count(&a.right, &b.right)
                - count(&b.left, &a.left)
                - count(&b.right, &a.right)
        };
        let mut all = layer.clone();
        all.retain(|&vertex| {
            !vertices[vertex].left.is_empty() || !vertices[vertex].right.is_empty()
        });
        for vertex in all {
            let Some(at) = layer.iter().position(|&other| other == vertex) else { continue };
            let (mut most, mut best) = (0, at);
            let mut sum = 0;
            for place in (0..at).rev() {
                sum += gain(layer[place], vertex);
                if sum > most {
                    (most, best) = (sum, place);
                }
            }
            sum = 0;
            for (place, &other) in layer.iter().enumerate().skip(at + 1) {
                sum += gain(vertex, other);
                if sum > most {
                    (most, best) = (sum, place);
                }
            }
            if best < at {
                layer[best..=at].rotate_right(1);
            } else {
                layer[at..=best].rotate_left(1);
            }
        }
        for (index, &vertex) in layer.iter().enumerate() {
            places[vertex] = first + index;
        }
    }
}

/// Crossings between the edges of an upper and a lower vertex, on one side.
fn inversions(upper: &[usize], lower: &[usize], places: &[usize]) -> usize {
    upper.iter().map(|&a| lower.iter().filter(|&&b| places[b] < places[a]).count()).sum()
}

/// Crossings in the whole graph.
fn crossings(graph: &LayerGraph, places: &[usize]) -> usize {
    (1..graph.columns)
        .map(|column| {
            let mut pairs: Vec<(usize, usize)> = Vec::new();
            for &vertex in graph.layers.iter().flat_map(|layers| &layers[column]) {
                pairs.extend(
                    graph.vertices[vertex].left.iter().map(|&l| (places[l], places[vertex])),
                );
            }
            pairs.sort_unstable();
            let mut ends: Vec<usize> = pairs.into_iter().map(|(_, end)| end).collect();
            count_inversions(&mut ends)
        })
        .sum()
}

/// How many pairs of a list stand in falling order; sorts the list.
fn count_inversions(list: &mut Vec<usize>) -> usize {
    if list.len() < 2 {
        return 0;
    }
    let mut right = list.split_off(list.len() / 2);
    let mut count = count_inversions(list) + count_inversions(&mut right);
    let left = std::mem::take(list);
    let (mut i, mut j) = (0, 0);
    while i < left.len() || j < right.len() {
        if j == right.len() || (i < left.len() && left[i] <= right[j]) {
            list.push(left[i]);
            i += 1;
        } else {
            list.push(right[j]);
            count += left.len() - i;
            j += 1;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inversions_are_counted() {
        assert_eq!(count_inversions(&mut vec![]), 0);
        assert_eq!(count_inversions(&mut vec![1, 1, 2]), 0);
        assert_eq!(count_inversions(&mut vec![3, 1, 2]), 2);
        assert_eq!(count_inversions(&mut vec![4, 3, 2, 1]), 6);
    }
}
