//! Order search: tries an order to the end, costs it, and keeps the best.
//!
//! How often edges cross in the drawing is known only when they have their routes. So while a drawing is small and some
//! of its edges cross, the orders of other starts are drawn as well, and the one that costs least in length and crossings
//! is kept; the first one wins ties. With a previous layout, its order is the only one. At most [`MOST_TRIED`] further
//! trials, fewer for more edges.

use std::ops::Range;

use super::order::{best_order, order_from};
use super::previous::{PreviousRows, keep_order};
use crate::layout::fitting::search::Effort;
use crate::layout::input::LayoutInput;
use crate::layout::layering::lanes::{Block, LaneStack};
use crate::layout::layering::layer_graph::LayerGraph;
use crate::layout::stability::PreviousLayout;

/// How many edges are routed for other orders, all in all, and how many orders are tried at most.
const EFFORT: usize = 150;
const MOST_TRIED: usize = 4;

/// The orders to try: the best by the layer graph alone, then those of other starts.
pub(crate) struct Orders<'a> {
    first: LayerGraph,
    source: &'a LayerGraph,
    starts: Range<usize>,
}

/// A drawing that was tried out.
pub(crate) struct DrawnOrder<T> {
    /// What was drawn.
    pub(crate) drawing: T,
    /// Its length and crossings.
    pub(crate) cost: usize,
    /// How often its edges cross; nothing where that is not counted.
    pub(crate) crossings: Option<usize>,
}

/// Finds the first order and says which others are worth trying.
pub(crate) fn candidate_orders<'a>(
    input: &LayoutInput,
    lanes: &LaneStack,
    graph: &'a LayerGraph,
    effort: Effort,
    rows: &PreviousRows,
    previous: &PreviousLayout,
) -> Orders<'a> {
    let mut first = graph.clone();
    let stood = |block: &Block| block.nodes.iter().any(|&node| previous.node(node).is_some());
    if !lanes.blocks.iter().all(stood) {
        best_order(&mut first);
    }
    let mut tried = (EFFORT / input.edges.len().max(1)).min(MOST_TRIED);
    if !previous.is_empty() {
        keep_order(&mut first, rows, previous);
    }
    if !previous.is_empty() || effort == Effort::Least {
        tried = 0;
    }
    Orders { first, source: graph, starts: 0..tried }
}

/// Draws one order after the other, for as long as edges cross, and keeps the cheapest drawing.
pub(crate) fn keep_best<T>(
    orders: Orders<'_>,
    draw: impl Fn(&LayerGraph) -> DrawnOrder<T>,
) -> DrawnOrder<T> {
    let Orders { first, source, starts } = orders;
    let mut best = draw(&first);
    let mut seen = vec![first.layers];
    for start in starts {
        if best.crossings == Some(0) {
            break;
        }
        let mut other = source.clone();
        order_from(&mut other, start);
        if seen.contains(&other.layers) {
            continue;
        }
        let trial = draw(&other);
        seen.push(other.layers);
        if trial.cost < best.cost {
            best = trial;
        }
    }
    best
}
