//! Tracks of the vertical channels: the turns of routes between columns.
//!
//! Needs: the heights of all lines. Gives: the tracks of the three zones of every channel, from the left of their zone.

use std::collections::BTreeMap;

use super::assign::{TrackSegment, assign_tracks};
use super::bundle::{Bundle, Turn, TurnSegment};
use crate::layout::coordinates::y::YCoordinates;
use crate::layout::input::LayoutInput;
use crate::layout::placement::grid::Grid;
use crate::layout::placement::zone::zone;
use crate::layout::routing::path::{End, Side};
use crate::layout::routing::route::Route;
use crate::layout::spacing::{PLAIN_HALF, STOPPED_HALF, TRUNK_HALF};

/// The tracks of one zone of a vertical channel.
#[derive(Clone, Debug, Default)]
pub(crate) struct ZoneTracks {
    /// How wide they are together.
    pub(crate) width: f64,
    /// The middle of each track from the zone's left.
    pub(crate) turns: Vec<PlacedTurn>,
}

/// A turn of a route on its track.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PlacedTurn {
    /// Which route.
    pub(crate) route: usize,
    /// Which turn of its path.
    pub(crate) turn: usize,
    /// The middle of its track.
    pub(crate) middle: f64,
}

/// The tracks of a vertical channel, zone by zone.
pub(crate) type ColumnTracks = [ZoneTracks; 3];

/// Gives every turn its track in its channel.
pub(crate) fn assign_column_tracks(
    input: &LayoutInput,
    grid: &Grid,
    routes: &[Route],
    y: &YCoordinates,
) -> Vec<ColumnTracks> {
    let mut members: Vec<[Vec<(usize, usize)>; 3]> =
        (0..=grid.columns()).map(|_| Default::default()).collect();
    for (index, route) in routes.iter().enumerate() {
        for (turn, &channel) in route.path.turns.iter().enumerate() {
            let zone = zone(input, grid, route.input(input), channel);
            members[channel][zone as usize].push((index, turn));
        }
    }
    let tracks_of = |members: Vec<(usize, usize)>| {
        let groups = groups(members, routes);
        let of_turn =
            |&(route, turn): &(usize, usize)| segment(input, grid, y, &routes[route], turn);
        let (bundles, segments): (Vec<Bundle>, Vec<TrackSegment>) = groups
            .iter()
            .map(|turns| bundled(&turns.iter().map(of_turn).collect::<Vec<_>>()))
            .unzip();
        let tracks = assign_tracks(&segments, &|a, b| bundles[a].price_before(&bundles[b]));
        let placed = groups.into_iter().zip(tracks.middles);
        ZoneTracks {
            width: tracks.width,
            turns: placed
                .flat_map(|(turns, middle)| {
                    turns.into_iter().map(move |(route, turn)| PlacedTurn { route, turn, middle })
                })
                .collect(),
        }
    };
    members.into_iter().map(|zones| zones.map(tracks_of)).collect()
}

/// Turns that have one track: those towards one trunk, each other one alone.
fn groups(members: Vec<(usize, usize)>, routes: &[Route]) -> Vec<Vec<(usize, usize)>> {
    let mut groups: Vec<Vec<(usize, usize)>> = Vec::new();
    let mut of_trunk: BTreeMap<usize, usize> = BTreeMap::new();
    for (route, turn) in members {
        let is_last = turn + 1 == routes[route].path.turns.len();
        match routes[route].trunk.filter(|_| is_last) {
            Some(trunk) => {
                let group = *of_trunk.entry(trunk).or_insert(groups.len());
                match groups.get_mut(group) {
                    Some(group) => group.push((route, turn)),
                    None => groups.push(vec![(route, turn)]),
                }
            }
            None => groups.push(vec![(route, turn)]),
        }
    }
    groups
}

/// Turns as a bundle, and the track that they share.
fn bundled(turns: &[TurnSegment]) -> (Bundle, TrackSegment) {
    let half = match turns {
        [turn] if [turn.low.1, turn.high.1].contains(&Turn::Stop) => STOPPED_HALF,
        [_] => PLAIN_HALF,
        _ => TRUNK_HALF,
    };
    let bundle = Bundle::new(turns);
    let track = bundle.track(half);
    (bundle, track)
}

/// A turn of a route as a segment along its channel.
fn segment(
    input: &LayoutInput,
    grid: &Grid,
    y: &YCoordinates,
    route: &Route,
    turn: usize,
) -> TurnSegment {
    let (edge, path) = (route.input(input), &route.path);
    let channel = path.turns[turn];
    // Whether what the route comes from lies to the left of this channel.
    let before = match turn.checked_sub(1) {
        Some(other) => path.turns[other] < channel,
        None => grid.column_of(edge.from) < channel,
    };
    let (end_y, end_turn) = match path.lines.get(turn + 1) {
        Some(_) => {
            let to_left = match (path.turns.get(turn + 1), path.end) {
                (Some(&next), _) => next < channel,
                (None, End::FrameSide(_, side)) => side == Side::Right,
                (None, _) => grid.column_of(edge.to) < channel,
            };
            (route.line_y[turn + 1], if to_left { Turn::Back } else { Turn::On })
        }
        None => (y.border(path.end), Turn::Stop),
    };
    let start = (route.line_y[turn], if before { Turn::Back } else { Turn::On });
    let end = (end_y, end_turn);
    let (low, high) = if start.0 <= end.0 { (start, end) } else { (end, start) };
    TurnSegment { low, high }
}
