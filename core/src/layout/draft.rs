//! Passes 3 to 7 together: from columns to ways, and a few times over where that pays.
//!
//! Needs: lanes and columns. Gives: the grid and the paths. How often edges cross is known only when they have their ways,
//! so while a drawing is small and some of its edges cross, other orders are tried out to the end, and the one that costs
//! least in length and crossings is taken; the first one wins ties. Nothing is tried while a picture is held.

use super::grid::{Grid, grid};
use super::hold::{self, Held, HeldRows};
use super::input::LayoutInput;
use super::lanes::{Block, Stack};
use super::paths::{Path, paths};
use super::rank::Columns;
use super::sheet::{Sheet, sheet};
use super::{order, rows, settle};

/// A drawing without coordinates.
pub(super) struct Draft {
    /// Where nodes stand.
    pub(super) grid: Grid,
    /// The way of every edge, still without stops.
    pub(super) paths: Vec<Option<Path>>,
    /// Length and crossings.
    cost: usize,
    /// Whether any edges cross.
    crosses: bool,
}

/// How many edges are laid for other orders, all in all, and how many orders are tried at most.
const EFFORT: usize = 150;
const MOST_TRIED: usize = 4;

pub(super) fn draft(input: &LayoutInput, stack: &Stack, columns: &Columns, held: &Held) -> Draft {
    let sheet = sheet(input, stack, columns);
    let drawing = Drawing { input, stack, columns, held };
    let mut first = sheet.clone();
    let stood = |block: &Block| block.nodes.iter().any(|&node| held.node(node).is_some());
    if !stack.blocks.iter().all(stood) {
        order::order(&mut first);
    }
    if !held.is_empty() {
        return drawing.draft(first);
    }
    let mut seen = vec![first.layers.clone()];
    let mut best = drawing.draft(first);
    for start in 0..(EFFORT / input.edges.len().max(1)).min(MOST_TRIED) {
        if !best.crosses {
            break;
        }
        let mut other = sheet.clone();
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
    stack: &'a Stack,
    columns: &'a Columns,
    held: &'a Held,
}

impl Drawing<'_> {
    /// Rows and ways for an order.
    fn draft(&self, mut sheet: Sheet) -> Draft {
        let held_rows = HeldRows::new(self.stack, self.held);
        hold::order(&mut sheet, &held_rows, self.held);
        let mut wishes = vec![0.0; sheet.vertices.len()];
        for block in 0..self.stack.blocks.len() {
            let settled = settle::settle(&sheet, block);
            for &vertex in sheet.layers[block].iter().flatten() {
                wishes[vertex] = settled[vertex];
            }
        }
        let rows = rows::rows(&sheet, &wishes, &held_rows);
        let grid = grid(self.input, self.stack, self.columns, &sheet, &rows);
        let found = paths(self.input, &grid);
        Draft { grid, paths: found.paths, cost: found.cost, crosses: found.crossings > 0 }
    }
}
