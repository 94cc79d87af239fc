//! Layout: where everything stands, as a pure function of who is joined to whom and how wide the texts are.
//!
//! The drawing is a grid. Columns read from callers to data, rows belong to lanes, and edges run in the channels between
//! columns and between rows. Everything that decides how the picture reads (rows, ways, order in a channel) is found
//! before any coordinate is; the coordinates then follow from top to bottom and from left to right, so that nothing can
//! overlap by construction. `check` states what is promised, and says where a layout breaks it.

mod coordinates;
mod input;
mod labels;
mod layering;
mod ordering;
mod placement;
mod ports;
mod routing;
mod stability;
mod tracks;
mod verify;

pub use coordinates::x::INTERNET_BAR;
pub use input::{
    Boundary, EdgeInput, EdgeRouting, GroupInput, LaneInput, LayoutInput, NodeInput, Role, Tier,
};
pub use stability::PreviousLayout;
pub use verify::check;

use coordinates::{trace, x, y};
use labels::{place, segment};
use layering::{lanes, rank};
use ordering::search;
use placement::grid;
use routing::{clip, polyline, router};

use crate::geometry::{Point, Rect, Size};
use routing::polyline::Polyline;

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
    layout_with_previous(input, &PreviousLayout::default())
}

/// Lays out the drawing with what it shares with an earlier one in place, for as long as somebody edits the text.
pub fn layout_with_previous(input: &LayoutInput, previous: &PreviousLayout) -> Layout {
    let stack = lanes::stack(input, previous);
    let columns = rank::rank(input, previous);
    let search::Draft { grid, mut paths, .. } = search::draft(input, &stack, &columns, previous);
    for (edge, path) in paths.iter_mut().enumerate() {
        if let Some(path) = path {
            clip::stop(input, &grid, edge, path);
        }
    }
    let hosts = segment::hosts(input, &grid, &paths);
    let shapes: Vec<Option<Polyline>> = paths
        .iter()
        .enumerate()
        .map(|(edge, path)| path.as_ref().map(|path| polyline::shape(input, &grid, edge, path)))
        .collect();
    let ports = ports::ports(input, &grid, &paths, &hosts, &shapes);
    let heights = y::heights(input, &grid, &paths, &hosts, &shapes, &ports, previous);
    let widths = x::widths(input, &grid, &paths, &hosts, &heights, previous);
    let points: Vec<Vec<Point>> = paths
        .iter()
        .enumerate()
        .map(|(edge, path)| {
            let path = path.as_ref();
            path.map_or(vec![], |path| trace::trace(input, &grid, &heights, &widths, edge, path))
        })
        .collect();
    let labels = place::labels(input, &grid, &paths, &hosts, &points, &heights, &widths);
    finish(input, &grid, &paths, &ports, &heights, &widths, &points, labels)
}

/// Puts the parts together.
#[expect(clippy::too_many_arguments, reason = "one argument per pass, nothing else reads them")]
fn finish(
    input: &LayoutInput,
    grid: &grid::Grid,
    paths: &[Option<router::Path>],
    ports: &ports::Ports,
    heights: &y::YCoordinates,
    widths: &x::XCoordinates,
    points: &[Vec<Point>],
    labels: Vec<Option<(usize, Rect)>>,
) -> Layout {
    let bars = place::vertical_segments(points);
    let frame = |rect: Rect, at: Point, head: f64, wordings: &[f64]| {
        let heading = Point::new(rect.x + at.x, rect.y + at.y);
        let band = (rect.y, rect.y + head - 6.0);
        let wording = place::heading(wordings, heading.x, band, rect.right(), &bars);
        Frame { rect, wording, heading }
    };
    let (left, right) = widths.lanes;
    let lanes = input.lanes.iter().zip(&heights.lanes).map(|(lane, &(top, bottom))| {
        let rect = Rect::new(left, top, right - left, bottom - top);
        frame(rect, LANE_HEADING, y::LANE_HEAD, &lane.heading)
    });
    let groups = input.groups.iter().enumerate().map(|(index, group)| {
        if grid.extents[index].is_none() {
            return Frame::default();
        }
        let ((left, right), (top, bottom)) = (widths.frames[index], heights.frames[index]);
        let rect = Rect::new(left, top, right - left, bottom - top);
        frame(rect, FRAME_HEADING, y::FRAME_HEAD, &group.heading)
    });
    let nodes = grid.place.iter().enumerate().map(|(node, place)| {
        if let Some((row, column)) = *place {
            let (left, right) = widths.columns[column];
            let height = ports.node_height[node];
            Rect::new(left, heights.rows[row] - height / 2.0, right - left, height)
        } else {
            let height = heights.bottom - y::TOP;
            Rect::new(x::MARGIN, y::TOP, widths.internet - x::MARGIN, height)
        }
    });
    let edges = paths.iter().zip(points).zip(labels).map(|((path, points), label)| PlacedEdge {
        route: trace::corners(points),
        is_cut: path.as_ref().is_some_and(|path| path.end != router::End::Node),
        label,
    });
    let columns = grid.roles.iter().zip(&widths.columns);
    Layout {
        size: Size { width: right + x::MARGIN, height: heights.bottom + FOOT },
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
