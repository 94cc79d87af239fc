//! Undrawn edges: ways for edges that are shown for a moment, over a drawing that leaves no room for them.
//!
//! Needs: the grid and all coordinates. Gives: a route for each edge of `LayoutInput::undrawn`. It runs through no node,
//! but along the middles of channels, so it may lie over other lines and labels. O(candidates) per edge.

use super::candidates::{candidate_paths, most_compared};
use super::cost::RouteCost;
use super::path::{GridPath, Line};
use super::polyline::polyline;
use super::route::Route;
use crate::geometry::Point;
use crate::layout::coordinates::trace::{corners, trace_routes};
use crate::layout::coordinates::x::XCoordinates;
use crate::layout::coordinates::y::YCoordinates;
use crate::layout::input::LayoutInput;
use crate::layout::placement::grid::Grid;
use crate::layout::placement::zone::zone;
use crate::layout::tracks::columns::ColumnTracks;

/// Routes every undrawn edge; nothing for one from a node to itself.
pub(crate) fn route_undrawn(
    input: &LayoutInput,
    grid: &Grid,
    column_tracks: &[ColumnTracks],
    x: &XCoordinates,
    y: &YCoordinates,
) -> Vec<Vec<Point>> {
    if input.undrawn.is_empty() {
        return Vec::new();
    }
    let alone = LayoutInput { edges: input.undrawn.clone(), undrawn: Vec::new(), ..input.clone() };
    let cost = RouteCost::new(&alone, grid);
    let most = most_compared(alone.edges.len());
    let cheapest = |index: usize| -> Option<Route> {
        let paths = candidate_paths(&alone, grid, &alone.edges[index], most);
        let path = paths.into_iter().min_by_key(|path| cost.of(index, path))?;
        let polyline = polyline(&alone, grid, index, &path);
        let mut route = Route::new(index, path, polyline);
        place(&alone, grid, column_tracks, x, y, &mut route);
        Some(route)
    };
    let routes = (0..alone.edges.len()).filter_map(cheapest).collect();
    let mut out = vec![Vec::new(); alone.edges.len()];
    for route in trace_routes(&alone, grid, x, y, routes) {
        out[route.edge] = corners(&route.points);
    }
    out
}

/// Gives the lines and turns of a route the middles of their rows and channels.
fn place(
    input: &LayoutInput,
    grid: &Grid,
    column_tracks: &[ColumnTracks],
    x: &XCoordinates,
    y: &YCoordinates,
    route: &mut Route,
) {
    let edge = &input.edges[route.edge];
    let row = |node: usize| grid.place[node].map_or(0.0, |(row, _)| y.rows[row]);
    let GridPath { lines, turns, .. } = &route.path;
    route.line_y = lines
        .iter()
        .map(|line| match *line {
            Line::From => row(edge.from),
            Line::To => row(edge.to),
            Line::Channel(channel) => {
                let (top, bottom) = y.channel_borders[channel];
                f64::midpoint(top, bottom)
            }
        })
        .collect();
    route.turn_x = turns
        .iter()
        .map(|&turn| {
            let zone = zone(input, grid, edge, turn) as usize;
            x.zones[turn][zone] + column_tracks[turn][zone].width / 2.0
        })
        .collect();
}
