//! Trunks: edges of one look that arrive on one side of their callee share the last stretch (as hyperedges do in
//! Sander's "Layout of directed hypergraphs with orthogonal hyperedges").
//!
//! Needs: clipped routes. Gives: the trunk of every route that has one. Edges of a trunk have one port, and those that
//! turn towards it in one channel have one track there. O(m log m).

use std::collections::BTreeMap;

use super::path::{End, Line, Side};
use super::polyline::polyline;
use super::route::Route;
use crate::geometry::Point;
use crate::layout::input::LayoutInput;
use crate::layout::output::Trunk;
use crate::layout::placement::grid::Grid;

/// Fewer edges than this stay apart.
const LEAST: usize = 3;

/// Gives every route the number of its trunk, if it has one.
pub(crate) fn find_trunks(input: &LayoutInput, grid: &Grid, mut routes: Vec<Route>) -> Vec<Route> {
    let mut members: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (index, route) in routes.iter().enumerate() {
        let edge = route.input(input);
        if let (Some(look), End::Node, None) = (edge.look, route.path.end, edge.stop) {
            members.entry((edge.to, route.path.to_side, look)).or_default().push(index);
        }
    }
    let trunks = members.into_values().filter(|members| members.len() >= LEAST);
    for (trunk, members) in trunks.enumerate() {
        for member in members {
            let route = &mut routes[member];
            route.trunk = Some(trunk);
            join_late(input, grid, route);
        }
    }
    routes
}

/// Has a route turn towards its callee in the last channel, where that is free: so all edges of a trunk join there.
fn join_late(input: &LayoutInput, grid: &Grid, route: &mut Route) {
    let edge = &input.edges[route.edge];
    let path = &mut route.path;
    let last = grid.column_of(edge.to) + usize::from(path.to_side == Side::Right);
    let (Some(turn), [.., before, Line::To]) = (path.turns.last_mut(), &path.lines[..]) else {
        return;
    };
    let is_free = match (before, grid.place[edge.from]) {
        (Line::Channel(_), _) => true,
        (Line::From, Some((row, column))) => {
            let (low, high) =
                if path.to_side == Side::Left { (column + 1, last) } else { (last, column) };
            path.from_side != Some(path.to_side) && grid.is_free(row, low, high)
        }
        _ => false,
    };
    if is_free && *turn != last {
        *turn = last;
        route.polyline = polyline(input, grid, route.edge, &route.path);
    }
}

/// The trunks of finished routes: each ends where the last of its edges has joined.
pub(crate) fn trunks(input: &LayoutInput, routes: &[Route]) -> Vec<Trunk> {
    let count = routes.iter().filter_map(|route| route.trunk).max().map_or(0, |last| last + 1);
    let mut trunks: Vec<Option<Trunk>> = vec![None; count];
    for route in routes {
        let (Some(trunk), [.., before, end]) = (route.trunk, &route.points[..]) else { continue };
        let trunk = trunks[trunk].get_or_insert(Trunk {
            to: route.input(input).to,
            edges: 0,
            foot: *before,
        });
        trunk.edges += 1;
        // A straight edge passes all joints.
        if !route.path.is_straight() && nearer(*before, trunk.foot, *end) {
            trunk.foot = *before;
        }
    }
    trunks.into_iter().flatten().collect()
}

/// Whether `a` is nearer to `end` than `b`, all on one line.
fn nearer(a: Point, b: Point, end: Point) -> bool {
    (a.x - end.x).abs() < (b.x - end.x).abs()
}
