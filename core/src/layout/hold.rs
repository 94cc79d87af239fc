//! Keeps a picture in place while its text is being edited.
//!
//! Without it, the layout is a function of the text alone, and an edge more may turn the order of a column around. While
//! somebody types, that is unrest: with what stood where before the edit, every pass keeps its nodes there, gives what
//! is new the nearest free place, and only moves what would overlap, right and down. Nothing ever moves left or up, so a
//! picture that was held is wider and taller than it must be, until it is drawn anew without being held.

use super::input::{LayoutInput, Role};
use super::lanes::Stack;
use super::rows;
use super::sheet::Sheet;
use crate::geometry::Rect;
use crate::sort;

/// What stood where before an edit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Held {
    /// For each node of the input, its box, if it stood in the same lane and frame; empty when nothing is held.
    pub nodes: Vec<Option<Rect>>,
    /// For each lane of the input, its box; empty when nothing is held.
    pub lanes: Vec<Option<Rect>>,
}

/// How far a row or an order may be off before it costs more than anything else.
pub(super) const FIRMNESS: f64 = 1e6;

impl Held {
    /// The box in which a node stood.
    pub(super) fn node(&self, node: usize) -> Option<Rect> {
        self.nodes.get(node).copied().flatten()
    }

    /// The box of a lane.
    pub(super) fn lane(&self, lane: usize) -> Option<Rect> {
        self.lanes.get(lane).copied().flatten()
    }

    /// Whether nothing is held.
    pub(super) fn is_empty(&self) -> bool {
        self.nodes.iter().all(Option::is_none)
    }

    /// The middle of what a vertex stands for.
    fn middle(&self, sheet: &Sheet, vertex: usize) -> Option<f64> {
        let first = *sheet.vertices[vertex].nodes.first()?;
        self.node(first).map(|rect| rect.center().y)
    }
}

/// Puts lanes that were there into the order that they had; new ones come after them in their tier.
pub(super) fn lanes(lanes: &mut [usize], input: &LayoutInput, held: &Held) {
    let top = |lane: usize| held.lane(lane).map_or(f64::INFINITY, |rect| rect.y);
    sort::by(lanes, |&a, &b| {
        let tiers = input.lanes[a].tier.cmp(&input.lanes[b].tier);
        tiers.then(top(a).total_cmp(&top(b)))
    });
}

/// Puts frames whose members stood somewhere into the order that they had; new ones come after them. Whether there were
/// any.
pub(super) fn frames(frames: &mut [usize], input: &LayoutInput, held: &Held) -> bool {
    let top = |frame: usize| {
        let members = (0..input.nodes.len()).filter(|&n| input.nodes[n].group == Some(frame));
        members.filter_map(|node| held.node(node)).map(|rect| rect.y).fold(f64::INFINITY, f64::min)
    };
    let mut tops: Vec<(f64, usize)> = frames.iter().map(|&frame| (top(frame), frame)).collect();
    let any = tops.iter().any(|(top, _)| top.is_finite());
    if any {
        tops.sort_by(|a, b| a.0.total_cmp(&b.0));
        frames.iter_mut().zip(tops).for_each(|(frame, (_, sorted))| *frame = sorted);
    }
    any
}

/// Puts every node back into the sub-column of its role in which it stood; new nodes stay beside those.
pub(super) fn sub_columns(rank_in_role: &mut [usize], input: &LayoutInput, held: &Held) {
    for role in [Role::Public, Role::Private, Role::Data] {
        let members = (0..held.nodes.len())
            .filter(|&node| input.nodes[node].role == role && input.nodes[node].lane.is_some());
        let (kept, new): (Vec<usize>, Vec<usize>) =
            members.partition(|&node| held.node(node).is_some());
        if kept.is_empty() {
            continue;
        }
        let mut lefts: Vec<(f64, usize)> =
            kept.iter().filter_map(|&node| Some((held.node(node)?.x, node))).collect();
        sort::by(&mut lefts, |a, b| a.0.total_cmp(&b.0));
        let mut steps = Steps::default();
        for (left, node) in lefts {
            rank_in_role[node] = steps.of(left);
        }
        for node in new {
            rank_in_role[node] = rank_in_role[node].min(steps.count);
        }
    }
}

/// Numbers rising values; values that differ by less than half a unit are one.
#[derive(Default)]
struct Steps {
    count: usize,
    last: f64,
}

impl Steps {
    fn of(&mut self, value: f64) -> usize {
        if self.count == 0 || value - self.last > 0.5 {
            self.count += 1;
            self.last = value;
        }
        self.count - 1
    }
}

/// The rows that the nodes of each block had, by node, and how many there were, by block.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct HeldRows {
    /// The row of each node in its block; empty when nothing is held.
    of: Vec<Option<usize>>,
    /// How many rows each block had.
    counts: Vec<usize>,
}

impl HeldRows {
    /// Reads the rows off the boxes: nodes of one row have one middle.
    pub(super) fn new(stack: &Stack, held: &Held) -> Self {
        if held.is_empty() {
            return Self { of: Vec::new(), counts: vec![0; stack.blocks.len()] };
        }
        let mut of = vec![None; held.nodes.len()];
        let counts = stack.blocks.iter().map(|block| {
            let mut middles: Vec<(f64, usize)> = block
                .nodes
                .iter()
                .filter_map(|&node| Some((held.node(node)?.center().y, node)))
                .collect();
            sort::by(&mut middles, |a, b| a.0.total_cmp(&b.0));
            let mut steps = Steps::default();
            for (middle, node) in middles {
                of[node] = Some(steps.of(middle));
            }
            steps.count
        });
        let counts = counts.collect();
        Self { of, counts }
    }

    /// The row that a vertex had.
    pub(super) fn of_vertex(&self, sheet: &Sheet, vertex: usize) -> Option<usize> {
        let first = *sheet.vertices[vertex].nodes.first()?;
        self.of.get(first).copied().flatten()
    }

    /// How many rows a block had.
    pub(super) fn count(&self, block: usize) -> usize {
        self.counts.get(block).copied().unwrap_or(0)
    }
}

/// Puts every column into the order that it had. What is new goes to the free row nearest to its neighbours, or below
/// all others; a passing edge goes where its ends are.
pub(super) fn order(sheet: &mut Sheet, rows: &HeldRows, held: &Held) {
    if held.is_empty() {
        return;
    }
    for block in 0..sheet.layers.len() {
        sheet.least_rows[block] = rows.count(block);
    }
    let near = rows::neighbours(sheet);
    for block in 0..sheet.layers.len() {
        for column in 0..sheet.columns {
            let layer = std::mem::take(&mut sheet.layers[block][column]);
            sheet.layers[block][column] = held_layer(sheet, &layer, &near, rows, held);
        }
    }
}

fn held_layer(
    sheet: &Sheet,
    layer: &[usize],
    near: &[Vec<usize>],
    rows: &HeldRows,
    held: &Held,
) -> Vec<usize> {
    let (mut kept, new): (Vec<usize>, Vec<usize>) =
        layer.iter().partition(|&&vertex| rows.of_vertex(sheet, vertex).is_some());
    sort::by_key(&mut kept, |&vertex| rows.of_vertex(sheet, vertex));
    for vertex in new {
        let wish = wish(sheet, &near[vertex], held);
        let index = if sheet.vertices[vertex].nodes.is_empty() {
            // Below everything that stands higher than it would like to pass.
            let above = |&other: &usize| {
                held.middle(sheet, other).is_none_or(|middle| wish.is_some_and(|w| middle < w))
            };
            kept.iter().position(|other| !above(other)).unwrap_or(kept.len())
        } else {
            free_place(sheet, &kept, rows, held, wish)
        };
        kept.insert(index, vertex);
    }
    kept
}

/// The mean height of the neighbours that stood somewhere.
fn wish(sheet: &Sheet, near: &[usize], held: &Held) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0.0);
    for middle in near.iter().filter_map(|&other| held.middle(sheet, other)) {
        sum += middle;
        count += 1.0;
    }
    (count > 0.0).then(|| sum / count)
}

/// Where in a column a new vertex pushes nothing away: the gap between rows that is nearest to `wish`, or the end.
fn free_place(
    sheet: &Sheet,
    kept: &[usize],
    rows: &HeldRows,
    held: &Held,
    wish: Option<f64>,
) -> usize {
    let Some(wish) = wish else { return kept.len() };
    let mut best = (f64::INFINITY, kept.len());
    let mut free = 0;
    let mut above = None;
    for (index, &vertex) in kept.iter().enumerate() {
        let Some(row) = rows.of_vertex(sheet, vertex) else { continue };
        let middle = held.middle(sheet, vertex);
        if row > free {
            let near = [above, middle].into_iter().flatten().map(|at: f64| (at - wish).abs());
            let distance = near.fold(f64::INFINITY, f64::min);
            if distance < best.0 {
                best = (distance, index);
            }
        }
        free = row + sheet.vertices[vertex].nodes.len();
        above = middle;
    }
    // The end is free as well.
    let distance = above.map_or(f64::INFINITY, |at| (at - wish).abs());
    if distance <= best.0 { kept.len() } else { best.1 }
}
