//! Layout: where everything stands, as a pure function of who is joined to whom and how wide the texts are.
//!
//! The drawing is a grid. Columns read from callers to data, rows belong to lanes, and edges run in the channels between
//! columns and between rows. Everything that decides how the picture reads (rows, ways, order in a channel) is found
//! before any coordinate is; the coordinates then follow from top to bottom and from left to right, so that nothing can
//! overlap by construction. `check` states what is promised, and says where a layout breaks it.

mod check;
mod draft;
mod fares;
mod grid;
mod heights;
mod hold;
mod hosts;
mod input;
mod labels;
mod laid;
mod lanes;
mod order;
mod paths;
mod pieces;
mod ports;
mod rank;
mod rooms;
mod rows;
mod settle;
mod shape;
mod sheet;
mod short;
mod sift;
mod stops;
mod trace;
mod tracks;
mod ways;
mod widths;

pub use check::check;
pub use hold::Held;
pub use input::{
    Boundary, EdgeInput, GroupInput, LaneInput, LayoutInput, NodeInput, Role, Tier, Way,
};
pub use widths::INTERNET_BAR;

use crate::geometry::{Point, Rect, Size};
use shape::Shape;

/// Where everything stands. Every list runs parallel to its list of the input.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Size of the drawing without its legend.
    pub size: Size,
    /// Lanes, top to bottom, as indices.
    pub lane_order: Vec<usize>,
    /// Lanes.
    pub lanes: Vec<Frame>,
    /// Frames of environments; an empty box for one without members.
    pub groups: Vec<Frame>,
    /// Nodes.
    pub nodes: Vec<Rect>,
    /// Edges; an empty route for what is not drawn.
    pub edges: Vec<PlacedEdge>,
    /// Columns, left to right.
    pub columns: Vec<PlacedColumn>,
}

/// A lane or a frame.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Frame {
    /// Where.
    pub rect: Rect,
    /// Which wording of its heading fits, as an index.
    pub wording: usize,
    /// Where the heading's baseline starts.
    pub heading: Point,
}

/// An edge.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedEdge {
    /// Its corners from end to end.
    pub route: Vec<Point>,
    /// Whether it ends at a boundary rather than at its callee.
    pub is_cut: bool,
    /// Its label: which wording, as an index, and its card.
    pub label: Option<(usize, Rect)>,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedColumn {
    /// What stands in it.
    pub role: Role,
    /// Left border of its nodes.
    pub left: f64,
    /// Right border of its nodes.
    pub right: f64,
}

/// Where a lane's heading starts inside the lane.
const LANE_HEADING: Point = Point { x: 18.0, y: 25.0 };
/// Where a frame's heading starts inside the frame.
const FRAME_HEADING: Point = Point { x: 14.0, y: 22.0 };
/// Below the last lane.
const FOOT: f64 = 18.0;

/// Lays out the drawing.
pub fn layout(input: &LayoutInput) -> Layout {
    layout_held(input, &Held::default())
}

/// Lays out the drawing with what it shares with an earlier one in place, for as long as somebody edits the text.
pub fn layout_held(input: &LayoutInput, held: &Held) -> Layout {
    let stack = lanes::stack(input, held);
    let columns = rank::rank(input, held);
    let draft::Draft { grid, mut paths, .. } = draft::draft(input, &stack, &columns, held);
    for (edge, path) in paths.iter_mut().enumerate() {
        if let Some(path) = path {
            stops::stop(input, &grid, edge, path);
        }
    }
    let hosts = hosts::hosts(input, &grid, &paths);
    let shapes: Vec<Option<Shape>> = paths
        .iter()
        .enumerate()
        .map(|(edge, path)| path.as_ref().map(|path| shape::shape(input, &grid, edge, path)))
        .collect();
    let ports = ports::ports(input, &grid, &paths, &hosts, &shapes);
    let heights = heights::heights(input, &grid, &paths, &hosts, &shapes, &ports, held);
    let widths = widths::widths(input, &grid, &paths, &hosts, &heights, held);
    let points: Vec<Vec<Point>> = paths
        .iter()
        .enumerate()
        .map(|(edge, path)| {
            let path = path.as_ref();
            path.map_or(vec![], |path| trace::trace(input, &grid, &heights, &widths, edge, path))
        })
        .collect();
    let labels = labels::labels(input, &grid, &paths, &hosts, &points, &heights, &widths);
    finish(input, &grid, &paths, &ports, &heights, &widths, &points, labels)
}

/// Puts the parts together.
#[expect(clippy::too_many_arguments, reason = "one argument per pass, nothing else reads them")]
fn finish(
    input: &LayoutInput,
    grid: &grid::Grid,
    paths: &[Option<paths::Path>],
    ports: &ports::Ports,
    heights: &heights::Heights,
    widths: &widths::Widths,
    points: &[Vec<Point>],
    labels: Vec<Option<(usize, Rect)>>,
) -> Layout {
    let bars = labels::uprights(points);
    let frame = |rect: Rect, at: Point, head: f64, wordings: &[f64]| {
        let heading = Point::new(rect.x + at.x, rect.y + at.y);
        let band = (rect.y, rect.y + head - 6.0);
        let wording = labels::heading(wordings, heading.x, band, rect.right(), &bars);
        Frame { rect, wording, heading }
    };
    let (left, right) = widths.lanes;
    let lanes = input.lanes.iter().zip(&heights.lanes).map(|(lane, &(top, bottom))| {
        let rect = Rect::new(left, top, right - left, bottom - top);
        frame(rect, LANE_HEADING, heights::LANE_HEAD, &lane.heading)
    });
    let groups = input.groups.iter().enumerate().map(|(index, group)| {
        if grid.extents[index].is_none() {
            return Frame::default();
        }
        let ((left, right), (top, bottom)) = (widths.frames[index], heights.frames[index]);
        let rect = Rect::new(left, top, right - left, bottom - top);
        frame(rect, FRAME_HEADING, heights::FRAME_HEAD, &group.heading)
    });
    let nodes = grid.place.iter().enumerate().map(|(node, place)| {
        if let Some((row, column)) = *place {
            let (left, right) = widths.columns[column];
            let height = ports.node_height[node];
            Rect::new(left, heights.rows[row] - height / 2.0, right - left, height)
        } else {
            let height = heights.bottom - heights::TOP;
            Rect::new(widths::MARGIN, heights::TOP, widths.internet - widths::MARGIN, height)
        }
    });
    let edges = paths.iter().zip(points).zip(labels).map(|((path, points), label)| PlacedEdge {
        route: trace::corners(points),
        is_cut: path.as_ref().is_some_and(|path| path.end != paths::End::Node),
        label,
    });
    let columns = grid.roles.iter().zip(&widths.columns);
    Layout {
        size: Size { width: right + widths::MARGIN, height: heights.bottom + FOOT },
        lane_order: grid.lanes.clone(),
        lanes: lanes.collect(),
        groups: groups.collect(),
        nodes: nodes.collect(),
        edges: edges.collect(),
        columns: columns
            .map(|(&role, &(left, right))| PlacedColumn { role, left, right })
            .collect(),
    }
}
