//! Keeps a picture in place while its text is being edited.
//!
//! Without it, the layout is a function of the text alone, and an edge more may turn the order of a column around. While
//! somebody types, that is unrest: with what stood where before the edit, every pass keeps its nodes there, gives what
//! is new the nearest free place, and only moves what would overlap, right and down. Nothing ever moves left or up, so a
//! picture that was previous is wider and taller than it must be, until it is drawn anew without being previous.

use crate::geometry::Rect;
use crate::layout::input::{LayoutInput, Role};
use crate::layout::layering::lanes::LaneStack;
use crate::layout::layering::layer_graph::LayerGraph;
use crate::layout::placement::rows;
use crate::sort;

/// What stood where before an edit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PreviousLayout {
    /// For each node of the input, its box, if it stood in the same lane and frame; empty when nothing is previous.
    pub nodes: Vec<Option<Rect>>,
    /// For each lane of the input, its box; empty when nothing is previous.
    pub lanes: Vec<Option<Rect>>,
}

/// How far a row or an order may be off before it costs more than anything else.
pub(crate) const FIRMNESS: f64 = 1e6;

impl PreviousLayout {
    /// The box in which a node stood.
    pub(crate) fn node(&self, node: usize) -> Option<Rect> {
        self.nodes.get(node).copied().flatten()
    }

    /// The box of a lane.
    pub(crate) fn lane(&self, lane: usize) -> Option<Rect> {
        self.lanes.get(lane).copied().flatten()
    }

    /// Whether nothing is previous.
    pub(crate) fn is_empty(&self) -> bool {
        self.nodes.iter().all(Option::is_none)
    }

    /// The middle of what a vertex stands for.
    fn middle(&self, graph: &LayerGraph, vertex: usize) -> Option<f64> {
        let first = *graph.vertices[vertex].nodes.first()?;
        self.node(first).map(|rect| rect.center().y)
    }
}

/// Puts lanes that were there into the order that they had; new ones come after them in their tier.
pub(crate) fn lanes(lanes: &mut [usize], input: &LayoutInput, previous: &PreviousLayout) {
    let top = |lane: usize| previous.lane(lane).map_or(f64::INFINITY, |rect| rect.y);
    sort::by(lanes, |&a, &b| {
        let tiers = input.lanes[a].tier.cmp(&input.lanes[b].tier);
        tiers.then(top(a).total_cmp(&top(b)))
    });
}

/// Puts frames whose members stood somewhere into the order that they had; new ones come after them. Whether there were
/// any.
pub(crate) fn frames(frames: &mut [usize], input: &LayoutInput, previous: &PreviousLayout) -> bool {
    let top = |frame: usize| {
        let members = (0..input.nodes.len()).filter(|&n| input.nodes[n].group == Some(frame));
        members
            .filter_map(|node| previous.node(node))
            .map(|rect| rect.y)
            .fold(f64::INFINITY, f64::min)
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
pub(crate) fn sub_columns(
    rank_in_role: &mut [usize],
    input: &LayoutInput,
    previous: &PreviousLayout,
) {
    for role in [Role::Public, Role::Private, Role::Data] {
        let members = (0..previous.nodes.len())
            .filter(|&node| input.nodes[node].role == role && input.nodes[node].lane.is_some());
        let (kept, new): (Vec<usize>, Vec<usize>) =
            members.partition(|&node| previous.node(node).is_some());
        if kept.is_empty() {
            continue;
        }
        let mut lefts: Vec<(f64, usize)> =
            kept.iter().filter_map(|&node| Some((previous.node(node)?.x, node))).collect();
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
pub(crate) struct PreviousRows {
    /// The row of each node in its block; empty when nothing is previous.
    of: Vec<Option<usize>>,
    /// How many rows each block had.
    counts: Vec<usize>,
}

impl PreviousRows {
    /// Reads the rows off the boxes: nodes of one row have one middle.
    pub(crate) fn new(stack: &LaneStack, previous: &PreviousLayout) -> Self {
        if previous.is_empty() {
            return Self { of: Vec::new(), counts: vec![0; stack.blocks.len()] };
        }
        let mut of = vec![None; previous.nodes.len()];
        let counts = stack.blocks.iter().map(|block| {
            let mut middles: Vec<(f64, usize)> = block
                .nodes
                .iter()
                .filter_map(|&node| Some((previous.node(node)?.center().y, node)))
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
    pub(crate) fn of_vertex(&self, graph: &LayerGraph, vertex: usize) -> Option<usize> {
        let first = *graph.vertices[vertex].nodes.first()?;
        self.of.get(first).copied().flatten()
    }

    /// How many rows a block had.
    pub(crate) fn count(&self, block: usize) -> usize {
        self.counts.get(block).copied().unwrap_or(0)
    }
}

/// Puts every column into the order that it had. What is new goes to the free row nearest to its neighbours, or below
/// all others; a passing edge goes where its ends are.
pub(crate) fn order(graph: &mut LayerGraph, rows: &PreviousRows, previous: &PreviousLayout) {
    if previous.is_empty() {
        return;
    }
    for block in 0..graph.layers.len() {
        graph.least_rows[block] = rows.count(block);
    }
    let near = rows::neighbours(graph);
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
        let index = if graph.vertices[vertex].nodes.is_empty() {
            // Below everything that stands higher than it would like to pass.
            let above = |&other: &usize| {
                previous.middle(graph, other).is_none_or(|middle| wish.is_some_and(|w| middle < w))
            };
            kept.iter().position(|other| !above(other)).unwrap_or(kept.len())
        } else {
            free_place(graph, &kept, rows, previous, wish)
        };
        kept.insert(index, vertex);
    }
    kept
}

/// The mean height of the neighbours that stood somewhere.
fn wish(graph: &LayerGraph, near: &[usize], previous: &PreviousLayout) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0.0);
    for middle in near.iter().filter_map(|&other| previous.middle(graph, other)) {
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
        let middle = previous.middle(graph, vertex);
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
