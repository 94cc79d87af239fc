//! Passes 3 to 7 together: from columns to ways, and a few times over where that pays.
//!
//! Needs: lanes and columns. Gives: the grid and the paths. How often edges cross is known only when they have their ways,
//! so while a drawing is small and some of its edges cross, other orders are tried out to the end, and the one that costs
//! least in length and crossings is taken; the first one wins ties. Nothing is tried while a picture is previous.

use crate::layout::input::LayoutInput;
use crate::layout::layering::lanes::{Block, LaneStack};
use crate::layout::layering::layer_graph::{LayerGraph, graph};
use crate::layout::layering::rank::Columns;
use crate::layout::ordering::order;
use crate::layout::placement::brandes_koepf;
use crate::layout::placement::grid::{Grid, grid};
use crate::layout::placement::rows;
use crate::layout::routing::router::{Path, paths};
use crate::layout::stability::{self, PreviousLayout, PreviousRows};

/// A drawing without coordinates.
pub(crate) struct Draft {
    /// Where nodes stand.
    pub(crate) grid: Grid,
    /// The way of every edge, still without stops.
    pub(crate) paths: Vec<Option<Path>>,
    /// Length and crossings.
    cost: usize,
    /// Whether any edges cross.
    crosses: bool,
}

/// How many edges are laid for other orders, all in all, and how many orders are tried at most.
const EFFORT: usize = 150;
const MOST_TRIED: usize = 4;

pub(crate) fn draft(
    input: &LayoutInput,
    stack: &LaneStack,
    columns: &Columns,
    previous: &PreviousLayout,
) -> Draft {
    let graph = graph(input, stack, columns);
    let drawing = Drawing { input, stack, columns, previous };
    let mut first = graph.clone();
    let stood = |block: &Block| block.nodes.iter().any(|&node| previous.node(node).is_some());
    if !stack.blocks.iter().all(stood) {
        order::order(&mut first);
    }
    if !previous.is_empty() {
        return drawing.draft(first);
    }
    let mut seen = vec![first.layers.clone()];
    let mut best = drawing.draft(first);
    for start in 0..(EFFORT / input.edges.len().max(1)).min(MOST_TRIED) {
        if !best.crosses {
            break;
        }
        let mut other = graph.clone();
        order::order_from(&mut other, start);
        if !seen.contains(&other.layers) {
            seen.push(other.layers.clone());
            let tried = drawing.draft(other);
            if tried.cost < best.cost {
                best = tried;
            }
        }
    }
    best
}

/// What all drafts of one drawing share.
struct Drawing<'a> {
    input: &'a LayoutInput,
    stack: &'a LaneStack,
    columns: &'a Columns,
    previous: &'a PreviousLayout,
}

impl Drawing<'_> {
    /// Rows and ways for an order.
    fn draft(&self, mut graph: LayerGraph) -> Draft {
        let previous_rows = PreviousRows::new(self.stack, self.previous);
        stability::order(&mut graph, &previous_rows, self.previous);
        let mut wishes = vec![0.0; graph.vertices.len()];
        for block in 0..self.stack.blocks.len() {
            let settled = brandes_koepf::settle(&graph, block);
            for &vertex in graph.layers[block].iter().flatten() {
                wishes[vertex] = settled[vertex];
            }
        }
        let rows = rows::rows(&graph, &wishes, &previous_rows);
        let grid = grid(self.input, self.stack, self.columns, &graph, &rows);
        let found = paths(self.input, &grid);
        Draft { grid, paths: found.paths, cost: found.cost, crosses: found.crossings > 0 }
    }
}
