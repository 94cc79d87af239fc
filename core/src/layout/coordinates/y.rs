//! Y coordinates: rows, channels, frames and lanes from top to bottom, and then every line of every route.
//!
//! Needs: the heights of nodes and rows, and the tracks of the horizontal channels. Gives: where everything stands from
//! top to bottom; nothing above depends on anything below. O(rows + lines).

use crate::geometry::Rect;
use crate::layout::fitting::form::Form;
use crate::layout::input::LayoutInput;
use crate::layout::placement::grid::Grid;
use crate::layout::ports::assign::Sizes;
use crate::layout::routing::path::{End, Line};
use crate::layout::routing::route::Route;
use crate::layout::spacing::{
    BLOCK_GAP, FILE_FOOT, FILE_GAP, FILE_HEAD, FRAME_FOOT, FRAME_HEAD, LANE_HEAD, TRACK_PAD,
};
use crate::layout::stability::PreviousLayout;
use crate::layout::tracks::rows::RowTracks;

/// Where everything stands from top to bottom.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct YCoordinates {
    /// Middle of each row.
    pub(crate) rows: Vec<f64>,
    /// Where the tracks of each horizontal channel begin.
    pub(crate) channels: Vec<f64>,
    /// Upper and lower border of each horizontal channel.
    pub(crate) channel_borders: Vec<(f64, f64)>,
    /// Upper and lower border of each lane.
    pub(crate) lanes: Vec<(f64, f64)>,
    /// Upper and lower border of each file.
    pub(crate) files: Vec<(f64, f64)>,
    /// Upper and lower border of each frame.
    pub(crate) frames: Vec<(f64, f64)>,
    /// Upper border of the first lane.
    pub(crate) top: f64,
    /// Lower border of the last lane.
    pub(crate) bottom: f64,
}

impl YCoordinates {
    /// The height of the upper or lower border that a path ends on; 0 where it ends on none.
    pub(crate) fn border(&self, end: End) -> f64 {
        let ((top, bottom), is_top) = match end {
            End::LaneEdge(lane, is_top) => (self.lanes[lane], is_top),
            End::FrameEdge(group, is_top) => (self.frames[group], is_top),
            End::Node | End::FrameSide(..) => return 0.0,
        };
        if is_top { top } else { bottom }
    }
}

/// Places rows, channels, frames and lanes.
pub(crate) fn place_rows(
    input: &LayoutInput,
    grid: &Grid,
    sizes: &Sizes,
    tracks: &[RowTracks],
    form: Form,
    previous: &PreviousLayout,
) -> YCoordinates {
    let gaps = form.gaps();
    let mut y = YCoordinates {
        rows: vec![0.0; grid.rows()],
        channels: vec![0.0; tracks.len()],
        channel_borders: vec![(0.0, 0.0); tracks.len()],
        lanes: vec![(0.0, 0.0); input.lanes.len()],
        files: vec![(0.0, 0.0); input.files.len()],
        frames: vec![(0.0, 0.0); input.groups.len()],
        top: form.top(),
        bottom: form.top(),
    };
    let mut at = y.top;
    for (index, &lane) in grid.lanes.iter().enumerate() {
        let file = input.lanes[lane].file;
        let neighbour = |other: Option<&usize>| other.map(|&lane| input.lanes[lane].file);
        let file_above = neighbour(index.checked_sub(1).and_then(|above| grid.lanes.get(above)));
        if index > 0 {
            at += if file_above == Some(file) { gaps.lane } else { FILE_GAP };
        }
        if let Some(file) = file.filter(|_| file_above != Some(file)) {
            y.files[file].0 = at;
            at += FILE_HEAD;
        }
        at = at.max(previous.lane(lane).map_or(at, |rect| rect.y));
        y.lanes[lane].0 = at;
        at += LANE_HEAD;
        for (place, block) in grid.blocks.iter().filter(|b| b.lane == lane).enumerate() {
            if place > 0 {
                at += BLOCK_GAP;
            }
            let frame_top = at;
            if block.group.is_some() {
                at += FRAME_HEAD;
            }
            for row in block.first_row..block.first_row + block.rows {
                let (above, is_first) = (grid.above(row), row == block.first_row);
                let room = channel_height(&tracks[above], if is_first { 0.0 } else { gaps.row });
                y.channels[above] = at + (room - tracks[above].height) / 2.0;
                y.channel_borders[above] = (at, at + room);
                at = (at + room + sizes.row_half[row]).max(previous_middle(grid, previous, row));
                y.rows[row] = at;
                at += sizes.row_half[row];
            }
            let below = grid.below(block.first_row + block.rows - 1);
            let room = channel_height(&tracks[below], 0.0);
            y.channels[below] = at + (room - tracks[below].height) / 2.0;
            y.channel_borders[below] = (at, at + room);
            at += room;
            if let Some(group) = block.group {
                at += FRAME_FOOT;
                y.frames[group] = (frame_top, at);
            }
        }
        at += gaps.lane_foot;
        at = at.max(previous.lane(lane).map_or(at, Rect::bottom));
        y.lanes[lane].1 = at;
        if let Some(file) = file.filter(|_| neighbour(grid.lanes.get(index + 1)) != Some(file)) {
            at += FILE_FOOT;
            y.files[file].1 = at;
        }
        y.bottom = at;
    }
    y
}

/// How high a channel is: `least` between two rows, nothing at least above the first row of a block and below its last.
fn channel_height(tracks: &RowTracks, least: f64) -> f64 {
    let needed = if tracks.height > 0.0 { tracks.height + 2.0 * TRACK_PAD } else { 0.0 };
    needed.max(least)
}

/// The middle that a row had in the previous layout; 0 for a new one.
fn previous_middle(grid: &Grid, previous: &PreviousLayout, row: usize) -> f64 {
    let nodes = (0..grid.columns()).filter_map(|column| grid.cell(row, column));
    let middles = nodes.filter_map(|node| previous.node(node)).map(|rect| rect.center().y);
    middles.fold(0.0, f64::max)
}

/// Gives every line of every route its height.
pub(crate) fn place_lines(
    input: &LayoutInput,
    grid: &Grid,
    tracks: &[RowTracks],
    y: &YCoordinates,
    mut routes: Vec<Route>,
) -> Vec<Route> {
    let row = |node: usize| grid.place[node].map_or(0.0, |(row, _)| y.rows[row]);
    for route in &mut routes {
        let edge = &input.edges[route.edge];
        let line_y = route.path.lines.iter().map(|line| match *line {
            Line::From => row(edge.from) + route.from_port.map_or(0.0, |port| port.offset),
            Line::To => row(edge.to) + route.to_port.map_or(0.0, |port| port.offset),
            Line::Channel(channel) => y.channels[channel] + tracks[channel].middle(route.edge),
        });
        route.line_y = line_y.collect();
    }
    routes
}
