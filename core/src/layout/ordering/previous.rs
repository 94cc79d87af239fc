//! Keeps the previous order: every column as it was, and what is new where it pushes nothing away.

use crate::layout::layering::lanes::LaneStack;
use crate::layout::layering::layer_graph::LayerGraph;
use crate::layout::stability::{PreviousLayout, Steps};
use crate::sort;

/// The rows of the previous layout, by node, and how many there were, by block.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PreviousRows {
    /// The row of each node in its block; empty when nothing is kept.
    rows: Vec<Option<usize>>,
    /// How many rows each block had.
    counts: Vec<usize>,
}

impl PreviousRows {
    /// Reads the rows off the boxes: nodes of one row have one middle.
    pub(crate) fn new(lanes: &LaneStack, previous: &PreviousLayout) -> Self {
        if previous.is_empty() {
            return Self { rows: Vec::new(), counts: vec![0; lanes.blocks.len()] };
        }
        let mut rows = vec![None; previous.nodes.len()];
        let counts = lanes.blocks.iter().map(|block| {
            let mut middles: Vec<(f64, usize)> = block
                .nodes
                .iter()
                .filter_map(|&node| Some((previous.node(node)?.center().y, node)))
                .collect();
            sort::by(&mut middles, |a, b| a.0.total_cmp(&b.0));
            let mut steps = Steps::default();
            for (middle, node) in middles {
                rows[node] = Some(steps.number(middle));
            }
            steps.count
        });
        let counts = counts.collect();
        Self { rows, counts }
    }

    /// The row that a vertex had.
    pub(crate) fn of_vertex(&self, graph: &LayerGraph, vertex: usize) -> Option<usize> {
        let first = *graph.vertices[vertex].nodes.first()?;
        self.rows.get(first).copied().flatten()
    }

    /// How many rows a block had.
    fn count(&self, block: usize) -> usize {
        self.counts.get(block).copied().unwrap_or(0)
    }
}

/// Puts every column into its previous order. What is new goes to the free row nearest to its neighbours, or below all
/// others; a passing edge goes where its ends are. O(vertices²) per column.
pub(crate) fn keep_order(graph: &mut LayerGraph, rows: &PreviousRows, previous: &PreviousLayout) {
    for block in 0..graph.layers.len() {
        graph.least_rows[block] = rows.count(block);
    }
    let near = graph.neighbours();
    for block in 0..graph.layers.len() {
        for column in 0..graph.columns {
            let layer = std::mem::take(&mut graph.layers[block][column]);
            graph.layers[block][column] = keep_layer(graph, &layer, &near, rows, previous);
        }
    }
}

fn keep_layer(
    graph: &LayerGraph,
    layer: &[usize],
    near: &[Vec<usize>],
    rows: &PreviousRows,
    previous: &PreviousLayout,
) -> Vec<usize> {
    let (mut kept, new): (Vec<usize>, Vec<usize>) =
        layer.iter().partition(|&&vertex| rows.of_vertex(graph, vertex).is_some());
    sort::by_key(&mut kept, |&vertex| rows.of_vertex(graph, vertex));
    for vertex in new {
        let wish = wish(graph, &near[vertex], previous);
        let index = if graph.vertices[vertex].is_dummy() {
            // Below everything that stands higher than it would like to pass.
            let above = |&other: &usize| {
                middle(graph, other, previous)
                    .is_none_or(|middle| wish.is_some_and(|wish| middle < wish))
            };
            kept.iter().position(|other| !above(other)).unwrap_or(kept.len())
        } else {
            free_place(graph, &kept, rows, previous, wish)
        };
        kept.insert(index, vertex);
    }
    kept
}

/// The middle that a vertex had.
fn middle(graph: &LayerGraph, vertex: usize, previous: &PreviousLayout) -> Option<f64> {
    let first = *graph.vertices[vertex].nodes.first()?;
    previous.node(first).map(|rect| rect.center().y)
}

/// The mean height of the neighbours that stood somewhere.
fn wish(graph: &LayerGraph, near: &[usize], previous: &PreviousLayout) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0.0);
    for middle in near.iter().filter_map(|&other| middle(graph, other, previous)) {
        sum += middle;
        count += 1.0;
    }
    (count > 0.0).then(|| sum / count)
}

/// Where in a column a new vertex pushes nothing away: the gap between rows that is nearest to `wish`, or the end.
fn free_place(
    graph: &LayerGraph,
    kept: &[usize],
    rows: &PreviousRows,
    previous: &PreviousLayout,
    wish: Option<f64>,
) -> usize {
    let Some(wish) = wish else { return kept.len() };
    let mut best = (f64::INFINITY, kept.len());
    let mut free = 0;
    let mut above = None;
    for (index, &vertex) in kept.iter().enumerate() {
        let Some(row) = rows.of_vertex(graph, vertex) else { continue };
        let middle = middle(graph, vertex, previous);
        if row > free {
            let near = [above, middle].into_iter().flatten().map(|at: f64| (at - wish).abs());
            let distance = near.fold(f64::INFINITY, f64::min);
            if distance < best.0 {
                best = (distance, index);
            }
        }
        free = row + graph.vertices[vertex].nodes.len();
        above = middle;
    }
    // The end is free as well.
    let distance = above.map_or(f64::INFINITY, |at| (at - wish).abs());
    if distance <= best.0 { kept.len() } else { best.1 }
}
