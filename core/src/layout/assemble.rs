//! Puts the parts together: the last pass, from coordinates to the layout that is given out.

use crate::geometry::{Point, Rect, Size};
use crate::layout::coordinates::trace::corners;
use crate::layout::coordinates::x::XCoordinates;
use crate::layout::coordinates::y::YCoordinates;
use crate::layout::fitting::form::Form;
use crate::layout::input::LayoutInput;
use crate::layout::labels::place::vertical_segments;
use crate::layout::labels::wording;
use crate::layout::output::{Frame, GridLines, Layout, PlacedColumn, PlacedEdge};
use crate::layout::placement::grid::Grid;
use crate::layout::ports::assign::Sizes;
use crate::layout::routing::path::End;
use crate::layout::routing::route::Route;
use crate::layout::routing::trunks::trunks;
use crate::layout::spacing::{
    FILE_HEAD, FILE_HEADING, FILE_SIDE, FOOT, FRAME_HEAD, FRAME_HEADING, HEADING_FOOT, LANE_HEAD,
    LANE_HEADING, MARGIN,
};

/// Assembles the layout, and picks the wordings of headings: those that no vertical segment crosses.
pub(crate) fn assemble(
    input: &LayoutInput,
    grid: &Grid,
    sizes: &Sizes,
    x: &XCoordinates,
    y: &YCoordinates,
    routes: &[Route],
    lines: GridLines,
) -> Layout {
    let (left, right) = x.lanes;
    let segments = vertical_segments(routes);
    let frame = |(left, right): (f64, f64),
                 (top, bottom): (f64, f64),
                 at: Point,
                 head: f64,
                 widths: &[f64]| {
        let rect = Rect::new(left, top, right - left, bottom - top);
        let heading = Point::new(rect.x + at.x, rect.y + at.y);
        let band = (rect.y, rect.y + head - HEADING_FOOT);
        let wording = wording::of_heading(widths, heading.x, band, rect.right(), &segments);
        Frame { rect, wording, heading }
    };
    let lanes = input.lanes.iter().zip(&y.lanes).map(|(lane, &borders)| {
        frame((left, right), borders, LANE_HEADING, LANE_HEAD, &lane.heading)
    });
    let files = input.files.iter().zip(&y.files).map(|(file, &borders)| {
        let sides = (left - FILE_SIDE, right + FILE_SIDE);
        frame(sides, borders, FILE_HEADING, FILE_HEAD, &file.heading)
    });
    let groups = input.groups.iter().enumerate().map(|(index, group)| {
        if grid.extents[index].is_none() {
            return Frame::default();
        }
        frame(x.frames[index], y.frames[index], FRAME_HEADING, FRAME_HEAD, &group.heading)
    });
    let nodes = grid.place.iter().enumerate().map(|(node, place)| {
        if let Some((row, column)) = *place {
            let (left, right) = x.columns[column];
            let height = sizes.node_height[node];
            Rect::new(left, y.rows[row] - height / 2.0, right - left, height)
        } else {
            let (left, right) = x.internet;
            Rect::new(left, y.top, right - left, y.bottom - y.top)
        }
    });
    let mut edges = vec![PlacedEdge::default(); input.edges.len()];
    for route in routes {
        edges[route.edge] = PlacedEdge {
            route: corners(&route.points),
            is_cut: route.path.end != End::Node,
            label: route.label.map(|label| (label.wording, label.card)),
            trunk: route.trunk,
        };
    }
    let columns = grid.roles.iter().zip(&x.columns);
    Layout {
        size: Size { width: right + MARGIN, height: y.bottom + FOOT },
        lane_order: grid.lanes.clone(),
        files: files.collect(),
        lanes: lanes.collect(),
        groups: groups.collect(),
        nodes: nodes.collect(),
        edges,
        trunks: trunks(input, routes),
        undrawn: Vec::new(),
        columns: columns
            .map(|(&role, &(left, right))| PlacedColumn { role, left, right })
            .collect(),
        grid: lines,
        form: Form::default(),
    }
}
