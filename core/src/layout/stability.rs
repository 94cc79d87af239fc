//! Stability: what stands still while somebody types (the mental map of Misue, Eades, Lai and Sugiyama, "Layout
//! adjustment and the mental map").
//!
//! Without it, the layout depends on the text alone, and one more edge may reverse the order of a column. With the
//! previous layout, every pass keeps its nodes where they were, gives what is new the nearest free place, and moves only
//! what would overlap: right and down, never left or up. So the drawing grows wider and taller than it must be, until it is
//! laid out again without the previous one.

use crate::geometry::Rect;
use crate::layout::fitting::form::{Flow, Form, GROUPS};
use crate::layout::input::LayoutInput;
use crate::sort;

/// Where things stood before an edit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PreviousLayout {
    /// For each node of the input, its box, if it stood in the same lane and frame; empty when nothing is kept.
    pub nodes: Vec<Option<Rect>>,
    /// For each lane of the input, its box; empty when nothing is kept.
    pub lanes: Vec<Option<Rect>>,
    /// The form of the drawing.
    pub form: Form,
}

/// What it costs to move a kept node by one row: more than anything else.
pub(crate) const MOVING_KEPT: f64 = 1e6;

impl PreviousLayout {
    /// The box in which a node stood.
    pub(crate) fn node(&self, node: usize) -> Option<Rect> {
        self.nodes.get(node).copied().flatten()
    }

    /// The same as it was before its drawing was inset ([`crate::layout::fitting::inset`]).
    pub(crate) fn without_inset(&self) -> Self {
        let by = f64::from(self.form.inset);
        let all = |rects: &[Option<Rect>]| -> Vec<Option<Rect>> {
            rects.iter().map(|rect| rect.map(|rect| Rect { x: rect.x - by, ..rect })).collect()
        };
        Self { nodes: all(&self.nodes), lanes: all(&self.lanes), form: self.form }
    }

    /// The box of a lane.
    pub(crate) fn lane(&self, lane: usize) -> Option<Rect> {
        self.lanes.get(lane).copied().flatten()
    }

    /// Whether nothing is kept.
    pub(crate) fn is_empty(&self) -> bool {
        self.nodes.iter().all(Option::is_none)
    }

    /// Puts lanes that were there into their previous order; new ones come after them in their tier.
    pub(crate) fn keep_lanes(&self, lanes: &mut [usize], input: &LayoutInput) {
        let top = |lane: usize| self.lane(lane).map_or(f64::INFINITY, |rect| rect.y);
        sort::by(lanes, |&a, &b| {
            let tiers = input.lanes[a].order().cmp(&input.lanes[b].order());
            tiers.then(top(a).total_cmp(&top(b)))
        });
    }

    /// Puts frames whose members stood somewhere into their previous order; new ones come after them. Whether there were
    /// any.
    pub(crate) fn keep_frames(&self, frames: &mut [usize], input: &LayoutInput) -> bool {
        let top = |frame: usize| {
            let members = (0..input.nodes.len()).filter(|&n| input.nodes[n].group == Some(frame));
            let tops = members.filter_map(|node| self.node(node)).map(|rect| rect.y);
            tops.fold(f64::INFINITY, f64::min)
        };
        let mut tops: Vec<(f64, usize)> = frames.iter().map(|&frame| (top(frame), frame)).collect();
        let any = tops.iter().any(|(top, _)| top.is_finite());
        if any {
            tops.sort_by(|a, b| a.0.total_cmp(&b.0));
            frames.iter_mut().zip(tops).for_each(|(frame, (_, sorted))| *frame = sorted);
        }
        any
    }

    /// Puts every node back into the column of its group in which it stood; new nodes stay beside those.
    pub(crate) fn keep_sub_columns(
        &self,
        sub_columns: &mut [usize],
        input: &LayoutInput,
        flow: Flow,
    ) {
        for group in 0..GROUPS {
            let members = (0..self.nodes.len()).filter(|&node| {
                let placed = &input.nodes[node];
                flow.group(placed.role) == group && placed.lane.is_some()
            });
            let (kept, new): (Vec<usize>, Vec<usize>) =
                members.partition(|&node| self.node(node).is_some());
            if kept.is_empty() {
                continue;
            }
            let mut lefts: Vec<(f64, usize)> =
                kept.iter().filter_map(|&node| Some((self.node(node)?.x, node))).collect();
            sort::by(&mut lefts, |a, b| a.0.total_cmp(&b.0));
            let mut steps = Steps::default();
            for (left, node) in lefts {
                sub_columns[node] = steps.number(left);
            }
            for node in new {
                sub_columns[node] = sub_columns[node].min(steps.count);
            }
        }
    }
}

/// Numbers rising coordinates: those that differ by less than half a unit are one row or column.
#[derive(Default)]
pub(crate) struct Steps {
    /// How many there are so far.
    pub(crate) count: usize,
    last: f64,
}

impl Steps {
    /// The number of the next coordinate.
    pub(crate) fn number(&mut self, coordinate: f64) -> usize {
        if self.count == 0 || coordinate - self.last > 0.5 {
            self.count += 1;
            self.last = coordinate;
        }
        self.count - 1
    }
}
