//! Paths through the grid: what a route is made of before any coordinate is known.

use arrayvec::ArrayVec;

use crate::layout::input::EdgeInput;
use crate::layout::placement::grid::Grid;

/// A side of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    /// Where calls arrive.
    Left,
    /// Where calls leave.
    Right,
}

/// A horizontal segment of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// At the height where the edge leaves its caller.
    From,
    /// At the height where it arrives.
    To,
    /// In a horizontal channel.
    Channel(usize),
}

impl Line {
    /// The level at which it runs.
    pub(crate) fn level(self, grid: &Grid, edge: &EdgeInput) -> i32 {
        match self {
            Self::From => grid.level_of(edge.from),
            Self::To => grid.level_of(edge.to),
            Self::Channel(channel) => grid.channel_level[channel],
        }
    }
}

/// Where a path ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// At its callee.
    Node,
    /// On the left or right border of a frame.
    FrameSide(usize, Side),
    /// On the upper (`true`) or lower border of a frame.
    FrameEdge(usize, bool),
    /// On the upper (`true`) or lower border of a lane.
    LaneEdge(usize, bool),
}

impl End {
    /// The level of the upper or lower border that it is on.
    pub(crate) fn border_level(self, grid: &Grid) -> Option<i32> {
        let ((top, bottom), is_top) = match self {
            Self::Node | Self::FrameSide(..) => return None,
            Self::FrameEdge(group, is_top) => {
                (grid.blocks[grid.extents[group]?.block].levels, is_top)
            }
            Self::LaneEdge(lane, is_top) => (grid.lane_levels[lane], is_top),
        };
        Some(if is_top { top } else { bottom })
    }
}

/// A path through the grid: horizontal lines, joined by turns in the channels between columns.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct GridPath {
    /// The side it leaves; `None` for a stub from the internet.
    pub(crate) from_side: Option<Side>,
    /// The side it arrives at, if it arrives.
    pub(crate) to_side: Side,
    /// Horizontal segments; one more than turns, or as many where it ends on an upper or lower border.
    pub(crate) lines: ArrayVec<Line, 4>,
    /// Vertical channels it turns in.
    pub(crate) turns: ArrayVec<usize, 3>,
    /// Where it ends.
    pub(crate) end: End,
}

impl GridPath {
    /// A path from node to node, or a stub from the internet.
    pub(crate) fn new(
        from_side: Option<Side>,
        to_side: Side,
        lines: &[Line],
        turns: &[usize],
    ) -> Self {
        let (lines, turns) = (lines.iter().copied().collect(), turns.iter().copied().collect());
        Self { from_side, to_side, lines, turns, end: End::Node }
    }

    /// Whether it runs straight from node to node.
    pub(crate) fn is_straight(&self) -> bool {
        self.turns.is_empty() && self.end == End::Node && self.from_side.is_some()
    }

    /// Whether it reaches its callee's side.
    pub(crate) fn has_target_port(&self) -> bool {
        self.end == End::Node || self.lines.last() == Some(&Line::To)
    }
}
