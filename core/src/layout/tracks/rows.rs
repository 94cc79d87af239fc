//! Tracks of the horizontal channels: the lines that run between rows.
//!
//! Needs: clipped routes and their label lines. Gives: the tracks of every channel, from its top. The positions along the
//! channel are assumed (columns are as far apart as another), as x coordinates come later.

use super::assign::{TrackSegment, assign_tracks};
use crate::layout::placement::grid::Grid;
use crate::layout::routing::parting::firsts_of_lines;
use crate::layout::routing::path::{End, Line, Side};
use crate::layout::routing::route::Route;
use crate::layout::spacing::{ASSUMED_COLUMN, LABELLED_TRACK_HALF, PLAIN_HALF};

/// The tracks of one horizontal channel.
#[derive(Clone, Debug, Default)]
pub(crate) struct RowTracks {
    /// The middle of each line that runs here, in the order of the edges, from the top of the first track.
    middles: Vec<(usize, f64)>,
    /// Height of all tracks together.
    pub(crate) height: f64,
}

impl RowTracks {
    /// The middle of the line of an edge.
    pub(crate) fn middle(&self, edge: usize) -> f64 {
        let at = self.middles.partition_point(|(other, _)| *other < edge);
        self.middles.get(at).filter(|(other, _)| *other == edge).map_or(0.0, |(_, middle)| *middle)
    }
}

/// Gives every line in a horizontal channel its track.
pub(crate) fn assign_row_tracks(grid: &Grid, routes: &[Route]) -> Vec<RowTracks> {
    let mut members: Vec<Vec<(&Route, usize)>> = vec![Vec::new(); grid.channel_level.len()];
    for route in routes {
        for (index, line) in route.path.lines.iter().enumerate() {
            if let Line::Channel(channel) = *line {
                members[channel].push((route, index));
            }
        }
    }
    let tracks_of = |members: Vec<(&Route, usize)>| {
        let segments: Vec<TrackSegment> =
            members.iter().map(|&(route, line)| segment(grid, route, line)).collect();
        let price = |a: usize, b: usize| {
            let polyline = |at: usize| (&members[at].0.polyline, members[at].1);
            let firsts = firsts_of_lines(polyline(a), polyline(b));
            i32::from(firsts.0 > 0) + i32::from(firsts.1 > 0)
        };
        let tracks = assign_tracks(&segments, &price);
        let edges = members.iter().map(|(route, _)| route.edge);
        RowTracks { middles: edges.zip(tracks.middles).collect(), height: tracks.width }
    };
    members.into_iter().map(tracks_of).collect()
}

/// A line of a route as a segment along its channel.
fn segment(grid: &Grid, route: &Route, index: usize) -> TrackSegment {
    let path = &route.path;
    // Public detours turn where edges from the internet have begun.
    let column = |turn: usize| ASSUMED_COLUMN * if turn == 0 { -2.0 } else { turn as f64 };
    let start = index.checked_sub(1).map_or(-ASSUMED_COLUMN, |before| column(path.turns[before]));
    let end = column(match (path.turns.get(index), path.end) {
        (Some(&turn), _) => turn,
        (None, End::FrameSide(group, side)) => grid.extents[group].map_or(0, |extent| match side {
            Side::Left => extent.first,
            Side::Right => extent.last + 1,
        }),
        (None, End::Node | End::FrameEdge(..) | End::LaneEdge(..)) => 0,
    });
    let half = if route.label_line == Some(index) { LABELLED_TRACK_HALF } else { PLAIN_HALF };
    TrackSegment { low: start.min(end), high: start.max(end), half }
}
