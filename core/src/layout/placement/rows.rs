//! Row assignment: the row of every node in its block.
//!
//! Needs: the order and the preferred centres. Gives: one row per node, rising along each column, with as many rows as the
//! fullest column has nodes. Column by column, the rows that bend the fewest edges are found exactly (dynamic
//! programming over order and rows), while the columns beside stand still. O(n · rows · degree) per visit, up to
//! [`MOST_DISTANCES`] in a column.

use std::cmp::Ordering;

use crate::layout::layering::layer_graph::LayerGraph;
use crate::layout::ordering::previous::PreviousRows;
use crate::layout::stability::MOVING_KEPT;

/// How often the columns are visited, forth and back.
const VISITS: usize = 2;
/// What any bend costs, in rows of distance: two straight edges and a long one read better than three short bends.
const BEND: f64 = 0.6;
/// What standing away from the preferred centre costs: decides between equals.
const WISH: f64 = 0.01;
/// In a column with more distances from all rows to the neighbours of its boxes, not every row is tried.
const MOST_DISTANCES: usize = 2_000_000;
/// What an edge to another block pulls, towards that block.
const PULL: f64 = 0.2;

/// The row of each node inside its block; 0 for the internet. `centres` are the preferred ones, by vertex. What has a
/// previous row keeps it as long as the order allows.
pub(crate) fn assign_rows(
    graph: &LayerGraph,
    centres: &[f64],
    previous: &PreviousRows,
) -> Vec<usize> {
    let tops: Vec<f64> = (0..graph.vertices.len())
        .map(|vertex| (centres[vertex] - graph.vertices[vertex].nodes.len() as f64 / 2.0).max(0.0))
        .collect();
    let mut top_row = vec![0; graph.vertices.len()];
    let near = graph.neighbours();
    for block in 0..graph.layers.len() {
        let count = graph.rows(block);
        let layers: Vec<Vec<usize>> = graph.layers[block]
            .iter()
            .map(|layer| {
                let solid = |&&vertex: &&usize| !graph.vertices[vertex].is_dummy();
                layer.iter().filter(solid).copied().collect()
            })
            .collect();
        let fit = |column: usize, top_row: &mut Vec<usize>, straighten: bool| {
            let layer: &Vec<usize> = &layers[column];
            let cost = |vertex: usize, row: usize| {
                if let Some(before) = previous.of_vertex(graph, vertex) {
                    return MOVING_KEPT * row.abs_diff(before) as f64;
                }
                // What is joined to nothing goes up; so does the rest, if only by a little.
                let wish = match near[vertex][..] {
                    [] => WISH * row as f64,
                    _ => WISH * ((row as f64 - tops[vertex]).abs() + 0.6 * row as f64),
                };
                if !straighten {
                    return wish;
                }
                let pulls = near[vertex].iter().map(|&other| {
                    match graph.vertices[other].block.cmp(&block) {
                        Ordering::Equal if row == top_row[other] => 0.0,
                        Ordering::Equal => row.abs_diff(top_row[other]) as f64 + BEND,
                        Ordering::Less => PULL * row as f64,
                        Ordering::Greater => PULL * (count - row) as f64,
                    }
                });
                wish + pulls.sum::<f64>()
            };
            let sizes: Vec<usize> =
                layer.iter().map(|&vertex| graph.vertices[vertex].nodes.len()).collect();
            let distances = layer.iter().map(|&vertex| 1 + near[vertex].len()).sum();
            let found = cheapest((&sizes, distances), count, &|index, row| cost(layer[index], row));
            for (&vertex, row) in layer.iter().zip(found) {
                top_row[vertex] = row;
            }
        };
        for column in 0..graph.columns {
            fit(column, &mut top_row, false);
        }
        for _ in 0..VISITS {
            for column in (0..graph.columns).rev().chain(0..graph.columns) {
                fit(column, &mut top_row, true);
            }
        }
    }
    let mut rows = vec![0; graph.vertex_of.len()];
    for (vertex, &row) in graph.vertices.iter().zip(&top_row) {
        for (index, &node) in vertex.nodes.iter().enumerate() {
            rows[node] = row + index;
        }
    }
    rows
}

/// The cheapest rows for a column of boxes of some sizes in `rows` rows, keeping their order. Ties go up. For all boxes in
/// one row each, `cost` measures so many `distances`.
fn cheapest(
    (sizes, distances): (&[usize], usize),
    rows: usize,
    cost: &dyn Fn(usize, usize) -> f64,
) -> Vec<usize> {
    let total: usize = sizes.iter().sum();
    let slack = rows.saturating_sub(total);
    let step = (distances * (slack + 1)).div_ceil(MOST_DISTANCES).max(1);
    // best[index][shift]: the cheapest way to place the boxes up to `index` with that one moved down by `shift` steps.
    let mut best: Vec<Vec<(f64, usize)>> = Vec::with_capacity(sizes.len());
    let mut start = 0;
    for (index, size) in sizes.iter().enumerate() {
        let mut row = Vec::with_capacity(slack / step + 1);
        let mut before = (0.0, 0);
        for shift in 0..=slack / step {
            if let Some(previous) = best.last() {
                let candidate: (f64, usize) = previous[shift];
                if shift == 0 || candidate.0 < before.0 {
                    before = (candidate.0, shift);
                }
            }
            row.push((before.0 + cost(index, start + shift * step), before.1));
        }
        best.push(row);
        start += size;
    }
    let Some(last) = best.last() else { return Vec::new() };
    let mut shift = 0;
    for candidate in 1..last.len() {
        if last[candidate].0 < last[shift].0 {
            shift = candidate;
        }
    }
    let mut found = vec![0; sizes.len()];
    for index in (0..sizes.len()).rev() {
        start -= sizes[index];
        found[index] = start + shift * step;
        shift = best[index][shift].1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_cheapest_and_ordered() {
        let wish = [2.0, 2.0, 3.0];
        let cost = |index: usize, row: usize| (row as f64 - wish[index]).abs();
        assert_eq!(cheapest((&[1, 1, 1], 3), 5, &cost), [1, 2, 3]);
        assert_eq!(cheapest((&[2, 1], 2), 5, &cost), [0, 2]);
        assert_eq!(cheapest((&[1, 1, 1], 3), 3, &cost), [0, 1, 2]);
        assert_eq!(cheapest((&[], 0), 3, &cost), Vec::<usize>::new());
    }

    #[test]
    fn in_a_column_with_many_places_few_are_tried_over_all_of_them() {
        let tried = std::cell::Cell::new(0);
        let cost = |index: usize, row: usize| {
            tried.set(tried.get() + 1);
            (row as f64 - (index + 2_000) as f64).abs()
        };
        // Each box has a neighbour or two.
        let distances = 7_000;
        let found = cheapest((&vec![1; 3_000], distances), 9_000, &cost);
        assert!(tried.get() <= MOST_DISTANCES * 3_000 / distances, "{} places", tried.get());
        assert!(found.is_sorted_by(|above, below| above < below));
        let far = found.iter().enumerate().filter(|(index, row)| row.abs_diff(index + 2_000) > 25);
        assert_eq!(far.count(), 0);
    }

    #[test]
    fn ties_go_up() {
        assert_eq!(cheapest((&[1, 1], 2), 4, &|_, _| 0.0), [0, 1]);
    }
}
