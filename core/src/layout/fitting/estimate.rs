//! The size that a drawing will have, about: enough to tell which forms are worth drawing.
//!
//! Needs: lanes and columns. Tracks and ports are not known yet; what they take on average is in the gaps. O(n + m).

use super::form::Form;
use crate::geometry::Size;
use crate::layout::coordinates::x::column_width;
use crate::layout::input::LayoutInput;
use crate::layout::labels::wording;
use crate::layout::layering::columns::Columns;
use crate::layout::layering::lanes::LaneStack;
use crate::layout::spacing::{
    ARRIVING, BLOCK_GAP, FILE_FOOT, FILE_GAP, FILE_HEAD, FOOT, FRAME_FOOT, FRAME_HEAD, FRAME_PAD,
    LABEL_PAD, LANE_HEAD, MARGIN,
};

/// What the tracks of a channel take on average, in its direction.
const TRACKS: f64 = 12.0;

/// About how large the drawing will be, without its legend.
pub(crate) fn estimate(
    input: &LayoutInput,
    stack: &LaneStack,
    columns: &Columns,
    form: Form,
) -> Size {
    Size { width: width(input, columns, form), height: height(input, stack, columns, form) }
}

fn width(input: &LayoutInput, columns: &Columns, form: Form) -> f64 {
    let count = columns.roles.len();
    let nodes: f64 = (0..count)
        .map(|column| {
            let inside = columns.of.iter().zip(&input.nodes);
            let inside = inside.filter(|(of, _)| **of == Some(column)).map(|(_, node)| node);
            column_width(inside, form)
        })
        .sum();
    // The widest label between two columns; edges in one column have theirs on its right.
    let mut gaps = vec![0.0_f64; count + 1];
    for edge in input.edges.iter().filter(|edge| !edge.label.is_empty()) {
        if let (Some(from), Some(to)) = (columns.of[edge.from], columns.of[edge.to]) {
            let channel = if from == to { from + 1 } else { from.max(to) };
            let label = edge.label[wording::beside_node(&edge.label, form.labels)];
            gaps[channel] = gaps[channel].max(label + 2.0 * LABEL_PAD + ARRIVING);
        }
    }
    let last = gaps.pop().unwrap_or_default();
    let between: f64 = gaps.iter().skip(1).map(|gap| gap.max(form.gaps().column) + TRACKS).sum();
    let sides = form.sides();
    let bar = form.internet_bar() + sides.corridor;
    let internet = if input.internet().is_some() { bar } else { 0.0 };
    let frames = if input.groups.is_empty() { 0.0 } else { 2.0 * FRAME_PAD };
    let inside = sides.lane_pad + nodes + between + last.max(sides.lane_end) + frames;
    2.0 * MARGIN + internet + inside.max(sides.narrowest_lane)
}

fn height(input: &LayoutInput, stack: &LaneStack, columns: &Columns, form: Form) -> f64 {
    let gaps = form.gaps();
    let files = input.files.len() as f64;
    let mut height =
        form.top() + FOOT - gaps.lane + files * (FILE_HEAD + FILE_FOOT + FILE_GAP - gaps.lane);
    let mut lane = None;
    for block in &stack.blocks {
        if lane == Some(block.lane) {
            height += BLOCK_GAP;
        } else {
            height += gaps.lane + LANE_HEAD + gaps.lane_foot;
            lane = Some(block.lane);
        }
        if block.group.is_some() {
            height += FRAME_HEAD + FRAME_FOOT;
        }
        let mut rows = vec![0_usize; columns.roles.len()];
        for column in block.nodes.iter().filter_map(|&node| columns.of[node]) {
            rows[column] += 1;
        }
        let rows = rows.into_iter().max().unwrap_or(0) as f64;
        let wrapped = input.edges.len() as f64 / input.nodes.len().max(1) as f64;
        height += rows * (gaps.node_height + gaps.row + wrapped.min(1.0) * TRACKS) - gaps.row;
    }
    height
}
