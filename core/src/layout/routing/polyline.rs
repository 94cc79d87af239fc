//! Polylines: routes in whole numbers, before any coordinate is known.
//!
//! A polyline runs along rows and channels; between two channels there are numbers for the borders and zones that will
//! stand there. So crossings can be counted (`routing::crossing_index`) and orders read off (`routing::parting`) while
//! only rows and routes are decided.

use arrayvec::ArrayVec;

use super::path::{End, GridPath, Side};
use crate::layout::input::LayoutInput;
use crate::layout::placement::grid::Grid;
use crate::layout::placement::zone::{Zone, zone};

/// Whole numbers from one vertical channel to the next: borders and zones lie between.
const CHANNEL: i32 = 8;
/// Where public detours run up and down: beside the internet's bar, outside of every lane.
const BESIDE_INTERNET: i32 = -6;
/// Lower than every number from left to right.
pub(crate) const MOST_LEFT: i32 = -8;
/// The most points: four lines, and a border at the end.
pub(crate) const MOST_POINTS: usize = 9;

/// A route as segments between points, the even ones horizontal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Polyline {
    /// Whose it is.
    pub(crate) edge: usize,
    /// Its points from caller to callee.
    pub(crate) points: ArrayVec<[i32; 2], MOST_POINTS>,
}

/// A segment as a stretch of a line.
#[derive(Clone, Copy)]
pub(crate) struct Segment {
    /// 0 from left to right, 1 from top to bottom.
    pub(crate) along: usize,
    /// Where, across that.
    pub(crate) across: i32,
    /// Where it begins.
    pub(crate) low: i32,
    /// Where it ends.
    pub(crate) high: i32,
}

/// How a polyline goes on at the end of a stretch.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum After {
    /// Straight on.
    On,
    /// It turns towards lower (-1) or higher (1) numbers, into that segment.
    Turn(i32, usize),
    /// It ends.
    Stop,
}

/// The polyline of a path.
pub(crate) fn polyline(
    input: &LayoutInput,
    grid: &Grid,
    index: usize,
    path: &GridPath,
) -> Polyline {
    let edge = &input.edges[index];
    let side = |node: usize, side: Side| {
        CHANNEL * grid.column_of(node) as i32 + if side == Side::Left { 3 } else { 5 }
    };
    let mut points = ArrayVec::new();
    // A stub begins right before its node.
    let mut x =
        path.from_side.map_or(side(edge.to, path.to_side) - 1, |leave| side(edge.from, leave));
    for (at, line) in path.lines.iter().enumerate() {
        let y = line.level(grid, edge);
        points.push([x, y]);
        x = match (path.turns.get(at), path.end) {
            (Some(0), _) => BESIDE_INTERNET,
            (Some(&turn), _) => {
                CHANNEL * turn as i32
                    + match zone(input, grid, edge, turn) {
                        Zone::InsideBefore => -2,
                        Zone::Between => 0,
                        Zone::InsideAfter => 2,
                    }
            }
            (None, End::FrameSide(group, border)) => {
                grid.extents[group].map_or(x, |extent| match border {
                    Side::Left => CHANNEL * extent.first as i32 + 1,
                    Side::Right => CHANNEL * (extent.last as i32 + 1) - 1,
                })
            }
            (None, _) => side(edge.to, path.to_side),
        };
        points.push([x, y]);
    }
    if let Some(y) = path.end.border_level(grid) {
        points.push([x, y]);
    }
    Polyline { edge: index, points }
}

/// Higher than every number from left to right.
pub(crate) fn right_of_all(columns: usize) -> i32 {
    CHANNEL * columns as i32 + 8
}

impl Polyline {
    /// Along which axis a segment runs, where across it, and from where to where.
    pub(crate) fn segment(&self, index: usize) -> Segment {
        let along = index % 2;
        let (from, to) = (self.points[index], self.points[index + 1]);
        Segment {
            along,
            across: from[1 - along],
            low: from[along].min(to[along]),
            high: from[along].max(to[along]),
        }
    }

    /// How many segments there are.
    pub(crate) fn segments(&self) -> usize {
        self.points.len().saturating_sub(1)
    }

    /// How the polyline goes on where a stretch of one of its segments ends.
    pub(crate) fn after(&self, index: usize, at: i32, upper: bool) -> After {
        let segment = self.segment(index);
        if at != if upper { segment.high } else { segment.low } {
            return After::On;
        }
        let ends_there = self.points[index + 1][segment.along] == at;
        let next = if ends_there { index.checked_add(1) } else { index.checked_sub(1) };
        let Some(next) = next.filter(|&next| next < self.segments()) else { return After::Stop };
        let far = if ends_there { self.points[next + 1] } else { self.points[next] };
        match far[1 - segment.along].cmp(&segment.across) {
            std::cmp::Ordering::Less => After::Turn(-1, next),
            std::cmp::Ordering::Equal => After::Stop,
            std::cmp::Ordering::Greater => After::Turn(1, next),
        }
    }
}
