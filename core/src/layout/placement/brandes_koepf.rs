//! Node placement: how high every vertex of a block would like to stand, in rows.
//!
//! Needs: the order. Gives: one preferred centre per vertex, rising along each column. `layout-rs` finds them with the
//! method of Brandes and Köpf ("Fast and simple horizontal coordinate assignment"), its optimiser off. It grows faster
//! than linearly, so blocks beyond [`MOST_PRECISE`] vertices use one sweep of our own, O(n + m), that centres vertices
//! between their neighbours.

use ::layout::core::base::Orientation;
use ::layout::core::color::Color;
use ::layout::core::geometry::{Point, Position};
use ::layout::core::style::StyleAttr;
use ::layout::std_shapes::shapes::{Element, ShapeKind};
use ::layout::topo::layout::VisualGraph;
use ::layout::topo::placer::Placer;

use crate::layout::layering::layer_graph::LayerGraph;

/// The most vertices in one block that `layout-rs` places.
const MOST_PRECISE: usize = 120;
/// How much of a row an edge takes that passes. A binary fraction, as all sizes here: the sums are exact.
const PASSING: f64 = 0.25;

/// The preferred centre of every vertex, in rows from the top of its block, by vertex.
pub(crate) fn preferred_centres(graph: &LayerGraph) -> Vec<f64> {
    let mut centres = vec![0.0; graph.vertices.len()];
    for block in 0..graph.layers.len() {
        let found = centres_in_block(graph, block);
        for &vertex in graph.layers[block].iter().flatten() {
            centres[vertex] = found[vertex];
        }
    }
    centres
}

/// The preferred centres of the vertices of one block, by vertex; 0 for all others.
fn centres_in_block(graph: &LayerGraph, block: usize) -> Vec<f64> {
    let layers: Vec<&Vec<usize>> =
        graph.layers[block].iter().filter(|layer| !layer.is_empty()).collect();
    let count: usize = layers.iter().map(|layer| layer.len()).sum();
    if count == 0 {
        vec![0.0; graph.vertices.len()]
    } else if layers.len() > 1 && count <= MOST_PRECISE {
        precisely(graph, block, &layers)
    } else {
        roughly(graph, block, &layers)
    }
}

fn size(graph: &LayerGraph, vertex: usize) -> f64 {
    let nodes = graph.vertices[vertex].nodes.len();
    if nodes == 0 { PASSING } else { nodes as f64 }
}

/// Through `layout-rs`: our columns are its rows, and our order is its order.
fn precisely(graph: &LayerGraph, block: usize, layers: &[&Vec<usize>]) -> Vec<f64> {
    let mut drawing = VisualGraph::new(Orientation::TopToBottom);
    drawing.dag.set_validate(false);
    // Nothing is drawn; a named colour would bring the table of all names along.
    let look = StyleAttr::new(Color::transparent(), 2, None, 0, 15);
    let mut handles = vec![None; graph.vertices.len()];
    let mut ranks = Vec::with_capacity(layers.len());
    for layer in layers {
        let mut row = Vec::with_capacity(layer.len());
        for &vertex in *layer {
            let handle = drawing.add_node(element(size(graph, vertex), &look));
            handles[vertex] = Some(handle);
            row.push(handle);
        }
        ranks.push(row);
    }
    for &vertex in layers.iter().copied().flatten() {
        for &next in &graph.vertices[vertex].right {
            if graph.vertices[next].block == block
                && let (Some(from), Some(to)) = (handles[vertex], handles[next])
                && !drawing.dag.successors(from).contains(&to)
            {
                drawing.dag.add_edge(from, to);
            }
        }
    }
    *drawing.dag.ranks_mut() = ranks;
    Placer::new(&mut drawing).layout(false);
    handles
        .iter()
        .map(|handle| handle.map_or(0.0, |handle| drawing.pos(handle).center().x))
        .collect()
}

/// A box of `layout-rs` that is as wide as the vertex is tall.
fn element(size: f64, look: &StyleAttr) -> Element {
    let mut element = Element::create(
        ShapeKind::None,
        look.clone(),
        Orientation::TopToBottom,
        Point::new(size, 1.0),
    );
    element.pos = Position::new(Point::zero(), Point::new(size, 1.0), Point::zero(), Point::zero());
    element
}

/// Column by column: between the neighbours in the column before, as far as the order allows.
fn roughly(graph: &LayerGraph, block: usize, layers: &[&Vec<usize>]) -> Vec<f64> {
    let mut centres = vec![0.0; graph.vertices.len()];
    for layer in layers {
        let mut free = 0.0;
        for &vertex in *layer {
            let half = size(graph, vertex) / 2.0;
            let (mut sum, mut count) = (0.0, 0.0);
            for &other in &graph.vertices[vertex].left {
                if graph.vertices[other].block == block {
                    sum += centres[other];
                    count += 1.0;
                }
            }
            let wish = if count > 0.0 { sum / count } else { free + half };
            centres[vertex] = wish.max(free + half);
            free = centres[vertex] + half;
        }
    }
    centres
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::layering::layer_graph::Vertex;

    /// A block of columns with `counts` vertices each and edges as pairs of vertices.
    fn graph(counts: &[usize], edges: &[(usize, usize)]) -> LayerGraph {
        let mut graph =
            LayerGraph { columns: counts.len(), layers: vec![vec![]], ..LayerGraph::default() };
        for (column, &count) in counts.iter().enumerate() {
            let first = graph.vertices.len();
            graph.layers[0].push((first..first + count).collect());
            for node in first..first + count {
                graph.vertices.push(Vertex {
                    column,
                    block: 0,
                    nodes: if node % 5 == 4 { vec![] } else { vec![node] },
                    left: vec![],
                    right: vec![],
                });
            }
        }
        for &(from, to) in edges {
            graph.vertices[from].right.push(to);
            graph.vertices[to].left.push(from);
        }
        graph
    }

    #[test]
    fn a_caller_stands_before_the_middle_of_its_callees() {
        let graph = graph(&[1, 3], &[(0, 1), (0, 2), (0, 3)]);
        let centres = preferred_centres(&graph);
        assert!((centres[0] - centres[2]).abs() < 0.6, "{centres:?}");
    }

    /// The library asserts a good deal: whatever the graph, both methods give finite, rising centres and do not panic.
    #[test]
    fn any_graph_is_placed_in_order() {
        let mut state = 1_u64;
        let mut random = |below: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize % below
        };
        for _ in 0..400 {
            let counts: Vec<usize> = (0..=random(5)).map(|_| random(9)).collect();
            let mut edges = Vec::new();
            let mut first = 0;
            for pair in counts.windows(2) {
                for _ in 0..random(14) {
                    if pair[0] > 0 && pair[1] > 0 {
                        edges.push((first + random(pair[0]), first + pair[0] + random(pair[1])));
                    }
                }
                first += pair[0];
            }
            let graph = graph(&counts, &edges);
            let layers: Vec<&Vec<usize>> =
                graph.layers[0].iter().filter(|layer| !layer.is_empty()).collect();
            for centres in [preferred_centres(&graph), roughly(&graph, 0, &layers)] {
                for layer in &layers {
                    for pair in layer.windows(2) {
                        let gap = f64::midpoint(size(&graph, pair[0]), size(&graph, pair[1]));
                        assert!(centres[pair[1]] - centres[pair[0]] >= gap - 0.01);
                    }
                }
            }
        }
    }
}
