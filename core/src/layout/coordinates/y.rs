//! Pass 10: heights. Rows, channels, frames and lanes from top to bottom, and a track for every line in a channel.
//!
//! Needs: paths and ports. Gives: the height of every line of every path. Nothing above depends on anything below.

use crate::geometry::Rect;
use crate::layout::input::{EdgeRouting, LayoutInput};
use crate::layout::placement::grid::Grid;
use crate::layout::ports::Ports;
use crate::layout::routing::polyline::{Polyline, firsts_of_lines};
use crate::layout::routing::router::{End, Line, Path};
use crate::layout::stability::PreviousLayout;
use crate::layout::tracks::assign::{TrackSegment, Turn, tracks};

/// Where the first lane begins: below the names of the columns.
pub(crate) const TOP: f64 = 46.0;
/// Between two lanes.
const LANE_GAP: f64 = 14.0;
/// A lane's heading.
pub(crate) const LANE_HEAD: f64 = 40.0;
/// Below the last row of a lane.
const LANE_FOOT: f64 = 18.0;
/// A frame's heading.
pub(crate) const FRAME_HEAD: f64 = 34.0;
/// Below the last row of a frame.
const FRAME_FOOT: f64 = 16.0;
/// Between two blocks of a lane.
const BLOCK_GAP: f64 = 16.0;
/// Between two rows at least.
const ROW_GAP: f64 = 26.0;
/// Between a row and the tracks beside it.
const TRACK_PAD: f64 = 8.0;
/// Half the room of a line that carries a label, of a double line, of any other line.
const LABELLED: f64 = 12.0;
const DOUBLE: f64 = 7.0;
const PLAIN: f64 = 5.5;
/// What a vertical channel counts along a horizontal one: more than any distance that matters.
const COLUMN: f64 = 100.0;

/// Heights of everything.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct YCoordinates {
    /// Middle of each row.
    pub(crate) rows: Vec<f64>,
    /// Height of each line of each path.
    pub(crate) lines: Vec<Vec<f64>>,
    /// Upper and lower border of each lane.
    pub(crate) lanes: Vec<(f64, f64)>,
    /// Upper and lower border of each frame.
    pub(crate) frames: Vec<(f64, f64)>,
    /// Lower border of the last lane.
    pub(crate) bottom: f64,
}

pub(crate) fn heights(
    input: &LayoutInput,
    grid: &Grid,
    paths: &[Option<Path>],
    hosts: &[Option<usize>],
    shapes: &[Option<Polyline>],
    ports: &Ports,
    previous: &PreviousLayout,
) -> YCoordinates {
    let previous_rows = previous_rows(grid, previous);
    let channels = channel_tracks(input, grid, paths, hosts, shapes);
    let mut out = YCoordinates {
        rows: vec![0.0; grid.rows()],
        lines: paths.iter().map(|p| vec![0.0; p.as_ref().map_or(0, |p| p.lines.len())]).collect(),
        lanes: vec![(0.0, 0.0); input.lanes.len()],
        frames: vec![(0.0, 0.0); input.groups.len()],
        bottom: TOP,
    };
    let mut channel_top = vec![0.0; channels.len()];
    let mut at = TOP;
    for (index, &lane) in grid.lanes.iter().enumerate() {
        if index > 0 {
            at += LANE_GAP;
        }
        at = at.max(previous.lane(lane).map_or(at, |rect| rect.y));
        out.lanes[lane].0 = at;
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
                let (above, first) = (&channels[grid.above(row)], row == block.first_row);
                let room = above.room(first, false);
                channel_top[grid.above(row)] = at + (room - above.width) / 2.0;
                at = (at + room + ports.row_half[row]).max(previous_rows[row]);
                out.rows[row] = at;
                at += ports.row_half[row];
            }
            let below = grid.below(block.first_row + block.rows - 1);
            let room = channels[below].room(false, true);
            channel_top[below] = at + (room - channels[below].width) / 2.0;
            at += room;
            if let Some(group) = block.group {
                at += FRAME_FOOT;
                out.frames[group] = (frame_top, at);
            }
        }
        at += LANE_FOOT;
        at = at.max(previous.lane(lane).map_or(at, Rect::bottom));
        out.lanes[lane].1 = at;
        out.bottom = at;
    }
    for (edge, path) in paths.iter().enumerate() {
        let Some(path) = path else { continue };
        for (index, line) in path.lines.iter().enumerate() {
            let end = |node: usize| grid.place[node].map_or(0.0, |(row, _)| out.rows[row]);
            out.lines[edge][index] = match *line {
                Line::From => end(input.edges[edge].from) + ports.from[edge],
                Line::To => end(input.edges[edge].to) + ports.to[edge],
                Line::Channel(channel) => channel_top[channel] + channels[channel].middle(edge),
            };
        }
    }
    out
}

/// The middle that each row had before an edit; 0 for a new one.
fn previous_rows(grid: &Grid, previous: &PreviousLayout) -> Vec<f64> {
    let mut middles: Vec<f64> = vec![0.0; grid.rows()];
    for (node, place) in grid.place.iter().enumerate() {
        if let (Some((row, _)), Some(rect)) = (*place, previous.node(node)) {
            middles[row] = middles[row].max(rect.center().y);
        }
    }
    middles
}

/// The tracks of one horizontal channel.
#[derive(Clone, Debug, Default)]
struct Tracks {
    /// Height of each line that runs here, by edge, from the first track's top.
    middles: Vec<(usize, f64)>,
    /// Height of all tracks together.
    width: f64,
}

impl Tracks {
    fn middle(&self, edge: usize) -> f64 {
        self.middles.iter().find(|(other, _)| *other == edge).map_or(0.0, |(_, middle)| *middle)
    }

    /// How high the channel is, `first` above the first row of a block and `last` below its last.
    fn room(&self, first: bool, last: bool) -> f64 {
        let tracks = if self.width > 0.0 { self.width + 2.0 * TRACK_PAD } else { 0.0 };
        if first || last { tracks } else { tracks.max(ROW_GAP) }
    }
}

fn channel_tracks(
    input: &LayoutInput,
    grid: &Grid,
    paths: &[Option<Path>],
    hosts: &[Option<usize>],
    shapes: &[Option<Polyline>],
) -> Vec<Tracks> {
    let mut members: Vec<Vec<(usize, usize, TrackSegment)>> =
        vec![Vec::new(); grid.channel_level.len()];
    for (edge, path) in paths.iter().enumerate() {
        let Some(path) = path else { continue };
        for (index, line) in path.lines.iter().enumerate() {
            if let Line::Channel(channel) = *line {
                let labelled = hosts[edge] == Some(index);
                members[channel].push((
                    edge,
                    index,
                    segment(input, grid, edge, path, index, labelled),
                ));
            }
        }
    }
    members
        .into_iter()
        .map(|members| {
            let segments: Vec<TrackSegment> =
                members.iter().map(|(_, _, segment)| *segment).collect();
            let price = |a: usize, b: usize| {
                let ((a, line_a, _), (b, line_b, _)) = (members[a], members[b]);
                let (Some(a), Some(b)) = (&shapes[a], &shapes[b]) else { return 0 };
                let firsts = firsts_of_lines((a, line_a), (b, line_b));
                i32::from(firsts.0 > 0) + i32::from(firsts.1 > 0)
            };
            let (middles, width) = tracks(&segments, &price);
            let middles = members.iter().map(|(edge, ..)| *edge).zip(middles).collect();
            Tracks { middles, width }
        })
        .collect()
}

/// A line in a channel as a segment along it.
fn segment(
    input: &LayoutInput,
    grid: &Grid,
    edge: usize,
    path: &Path,
    index: usize,
    labelled: bool,
) -> TrackSegment {
    let level = |line: &Line| grid.line_level(&input.edges[edge], *line);
    let own = level(&path.lines[index]);
    let turn = |other: i32| if other < own { Turn::Back } else { Turn::On };
    // Public detours turn where edges from the internet have begun.
    let column = |turn: usize| if turn == 0 { -2.0 * COLUMN } else { turn as f64 * COLUMN };
    let start = match index.checked_sub(1) {
        Some(before) => (column(path.turns[before]), turn(level(&path.lines[before]))),
        None => (-COLUMN, Turn::Stop),
    };
    let end = match (path.turns.get(index), path.lines.get(index + 1)) {
        (Some(&at), Some(next)) => (column(at), turn(level(next))),
        // It goes on to a border above or below.
        (Some(&at), None) => {
            let up = matches!(path.end, End::LaneEdge(_, true) | End::FrameEdge(_, true));
            (column(at), if up { Turn::Back } else { Turn::On })
        }
        (None, _) => {
            let at = match path.end {
                End::FrameSide(group, side) => grid.extents[group].map_or(0, |extent| match side {
                    crate::layout::routing::router::Side::Left => extent.first,
                    crate::layout::routing::router::Side::Right => extent.last + 1,
                }),
                End::Node | End::FrameEdge(..) | End::LaneEdge(..) => 0,
            };
            (column(at), Turn::Stop)
        }
    };
    let (low, high) = if start.0 <= end.0 { (start, end) } else { (end, start) };
    let half = match input.edges[edge].routing {
        _ if labelled => LABELLED,
        EdgeRouting::Ingress => DOUBLE,
        EdgeRouting::Inside | EdgeRouting::Outside => PLAIN,
    };
    TrackSegment { low: low.0, high: high.0, at_low: low.1, at_high: high.1, half }
}
