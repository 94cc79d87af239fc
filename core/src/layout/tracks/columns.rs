//! The vertical segments of edges in the channels between columns, and their tracks.

use crate::layout::coordinates::y::YCoordinates;
use crate::layout::input::{EdgeRouting, LayoutInput};
use crate::layout::placement::grid::Grid;
use crate::layout::routing::router::{End, Path, Side};
use crate::layout::tracks::assign::{TrackSegment, Turn, price, tracks};

/// Half the room of a track that ends on a border with a cross, of a double line, of any other.
const STOPPED: f64 = 11.0;
const DOUBLE: f64 = 7.0;
const PLAIN: f64 = 5.5;

/// The three places for tracks in a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Zone {
    /// Inside frames that end before the channel.
    InsideBefore,
    /// Outside of all frames that begin or end there.
    Between,
    /// Inside frames that begin behind it.
    InsideAfter,
}

/// A segment of an edge in a channel.
pub(crate) struct ColumnSegment {
    /// Whose.
    pub(crate) edge: usize,
    /// Which turn of its path.
    turn: usize,
    /// Where in the channel.
    pub(crate) zone: Zone,
    segment: TrackSegment,
}

/// The segments in every vertical channel.
pub(crate) fn segments(
    input: &LayoutInput,
    grid: &Grid,
    paths: &[Option<Path>],
    heights: &YCoordinates,
) -> Vec<Vec<ColumnSegment>> {
    let mut segments: Vec<Vec<ColumnSegment>> = (0..=grid.columns()).map(|_| Vec::new()).collect();
    for (edge, path) in paths.iter().enumerate() {
        let Some(path) = path else { continue };
        for turn in 0..path.turns.len() {
            segments[path.turns[turn]].push(segment(input, grid, heights, edge, path, turn));
        }
    }
    segments
}

/// The tracks of one zone.
pub(crate) struct ZoneTracks {
    /// Where they begin.
    pub(crate) at: f64,
    /// How wide they are together.
    pub(crate) width: f64,
    /// Edge, turn, and the middle of its track from the beginning.
    pub(crate) middles: Vec<(usize, usize, f64)>,
}

impl ZoneTracks {
    /// Orders the segments of a zone; they are moved to their place later.
    pub(crate) fn new(segments: &[ColumnSegment], zone: Zone) -> Self {
        let members: Vec<&ColumnSegment> =
            segments.iter().filter(|segment| segment.zone == zone).collect();
        let segments: Vec<TrackSegment> = members.iter().map(|segment| segment.segment).collect();
        let (middles, width) = tracks(&segments, &|a, b| price(&segments[a], &segments[b]));
        let middles = members.iter().zip(middles).map(|(p, middle)| (p.edge, p.turn, middle));
        Self { at: 0.0, width, middles: middles.collect() }
    }
}

/// A turn of a path as a segment along its channel.
fn segment(
    input: &LayoutInput,
    grid: &Grid,
    heights: &YCoordinates,
    edge: usize,
    path: &Path,
    turn: usize,
) -> ColumnSegment {
    let wired = &input.edges[edge];
    let k = path.turns[turn];
    let column = |node: usize| grid.place[node].map_or(0, |(_, column)| column);
    // Whether something at a column or at another channel lies to the left of this channel.
    let before = match turn.checked_sub(1) {
        Some(other) => path.turns[other] < k,
        None => path.from_side.is_none() || column(wired.from) < k,
    };
    let start_y = heights.lines[edge][turn];
    let (end_y, end_turn) = match path.lines.get(turn + 1) {
        Some(_) => {
            let to_left = match (path.turns.get(turn + 1), path.end) {
                (Some(&next), _) => next < k,
                (None, End::FrameSide(_, side)) => side == Side::Right,
                (None, _) => column(wired.to) < k,
            };
            (heights.lines[edge][turn + 1], if to_left { Turn::Back } else { Turn::On })
        }
        None => (border(path.end, heights), Turn::Stop),
    };
    let start = (start_y, if before { Turn::Back } else { Turn::On });
    let end = (end_y, end_turn);
    let (low, high) = if start.0 <= end.0 { (start, end) } else { (end, start) };
    let half = match wired.routing {
        _ if end_turn == Turn::Stop => STOPPED,
        EdgeRouting::Ingress => DOUBLE,
        EdgeRouting::Inside | EdgeRouting::Outside => PLAIN,
    };
    ColumnSegment {
        edge,
        turn,
        zone: zone(input, grid, edge, k),
        segment: TrackSegment { low: low.0, high: high.0, at_low: low.1, at_high: high.1, half },
    }
}

/// The height of the border a path ends on.
pub(crate) fn border(end: End, heights: &YCoordinates) -> f64 {
    match end {
        End::LaneEdge(lane, true) => heights.lanes[lane].0,
        End::LaneEdge(lane, false) => heights.lanes[lane].1,
        End::FrameEdge(group, true) => heights.frames[group].0,
        End::FrameEdge(group, false) => heights.frames[group].1,
        End::Node | End::FrameSide(..) => 0.0,
    }
}

/// Where in channel `k` an edge turns: inside a frame that begins or ends there, or outside of all those.
pub(crate) fn zone(input: &LayoutInput, grid: &Grid, edge: usize, k: usize) -> Zone {
    let wired = &input.edges[edge];
    let shared = input.nodes[wired.from].group == input.nodes[wired.to].group;
    if !shared || wired.routing != EdgeRouting::Inside {
        return Zone::Between;
    }
    match grid.frame_of(input, wired.from) {
        Some((_, extent)) if extent.last + 1 == k => Zone::InsideBefore,
        Some((_, extent)) if extent.first == k => Zone::InsideAfter,
        _ => Zone::Between,
    }
}
