//! Port assignment: every end of an edge gets its own place on a side of its node, and nodes and rows the height for it.
//!
//! Needs: clipped routes and their label lines. Gives: the ports of every route, relative to the middle of the row.

use std::collections::BTreeMap;

use super::facing::{balance, facing, separate, spread};
use super::order::{ABOVE_ALL, key, sort};
use super::side::{Key, SidePort, Sides};
use crate::layout::fitting::form::Form;
use crate::layout::input::{EdgeRouting, LayoutInput};
use crate::layout::placement::grid::Grid;
use crate::layout::routing::path::Side;
use crate::layout::routing::route::{Port, Route};
use crate::layout::spacing::{
    DOUBLE_HALF, LABELLED_PORT_HALF, PLAIN_HALF, PORT_CORNER, STOPPED_HALF, TRUNK_HALF,
};

/// Heights that follow from the ports.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Sizes {
    /// Height of each node; 0 for the internet.
    pub(crate) node_height: Vec<f64>,
    /// Half the height of each row, labels included.
    pub(crate) row_half: Vec<f64>,
}

/// Gives every route its ports.
pub(crate) fn assign_ports(
    input: &LayoutInput,
    grid: &Grid,
    form: Form,
    mut routes: Vec<Route>,
) -> Vec<Route> {
    let mut sides: Vec<Sides> = (0..input.nodes.len()).map(|_| Default::default()).collect();
    for (index, route) in routes.iter().enumerate() {
        collect(input, grid, index, route, &mut sides);
    }
    share_ports(&mut sides, &routes);
    for [left, right] in &mut sides {
        for (ports, side) in [(left, Side::Left), (right, Side::Right)] {
            sort(ports, side, &routes);
            spread(ports);
        }
    }
    facing(grid, &mut sides, separate);
    let least = form.gaps().node_height;
    facing(grid, &mut sides, |left, right| balance(left, right, least));
    let mut of_trunk: BTreeMap<usize, Port> = BTreeMap::new();
    for port in sides.iter().flatten().flatten() {
        let route = &mut routes[port.route];
        let slot = if port.is_from { &mut route.from_port } else { &mut route.to_port };
        let placed = Port { offset: port.offset, half: port.half };
        *slot = Some(placed);
        if let Some(trunk) = route.trunk.filter(|_| !port.is_from) {
            of_trunk.insert(trunk, placed);
        }
    }
    for route in &mut routes {
        if let Some(trunk) = route.trunk {
            route.to_port = of_trunk.get(&trunk).copied();
        }
    }
    routes
}

/// Leaves one port for the edges of a trunk: that of the straight one, or of the one in the middle.
fn share_ports(sides: &mut [Sides], routes: &[Route]) {
    for (is_right, side) in sides.iter_mut().flat_map(|sides| [false, true].into_iter().zip(sides))
    {
        let trunk_of = |port: &SidePort| routes[port.route].trunk.filter(|_| !port.is_from);
        let mut members: BTreeMap<usize, Vec<(bool, Key, usize, usize)>> = BTreeMap::new();
        for port in side.iter() {
            if let Some(trunk) = trunk_of(port) {
                let member = (!port.straight, port.key, port.route, port.turn);
                members.entry(trunk).or_default().push(member);
            }
        }
        // The port of a trunk, and the channel in which its furthest edge joins.
        let mut kept: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for (trunk, mut ports) in members {
            ports.sort_unstable();
            let middle = if ports[0].0 { ports[ports.len() / 2] } else { ports[0] };
            let turns = ports.iter().map(|member| member.3);
            let furthest = if is_right { turns.max() } else { turns.min() };
            kept.insert(trunk, (middle.2, furthest.unwrap_or(middle.3)));
        }
        side.retain(|port| trunk_of(port).is_none_or(|trunk| kept[&trunk].0 == port.route));
        for port in side.iter_mut() {
            if let Some(trunk) = trunk_of(port) {
                port.half = port.half.max(TRUNK_HALF);
                port.turn = kept[&trunk].1;
            }
        }
    }
}

/// How high nodes and rows are, so that all ports have room.
pub(crate) fn size_nodes(input: &LayoutInput, grid: &Grid, form: Form, routes: &[Route]) -> Sizes {
    let least = form.gaps().node_height / 2.0;
    let mut node_half: Vec<f64> =
        input.nodes.iter().map(|node| least.max(node.height / 2.0)).collect();
    let mut row_half = vec![least; grid.rows()];
    for route in routes {
        let edge = route.input(input);
        debug_assert!(
            !route.path.is_straight()
                || route.from_port.zip(route.to_port).is_none_or(|(a, b)| a.offset == b.offset),
            "both ends of a straight edge are at one height"
        );
        for (node, port) in [(edge.from, route.from_port), (edge.to, route.to_port)] {
            if let (Some(port), Some((row, _))) = (port, grid.place[node]) {
                node_half[node] = node_half[node].max(port.offset.abs() + PORT_CORNER);
                row_half[row] = row_half[row].max(port.offset.abs() + port.half);
            }
        }
    }
    let mut node_height = vec![0.0; input.nodes.len()];
    for (node, place) in grid.place.iter().enumerate() {
        if let Some((row, _)) = *place {
            node_height[node] = (2.0 * node_half[node]).ceil();
            row_half[row] = row_half[row].max(node_height[node] / 2.0);
        }
    }
    Sizes { node_height, row_half }
}

/// Puts the ports of a route to the sides that they are on.
fn collect(input: &LayoutInput, grid: &Grid, index: usize, route: &Route, sides: &mut [Sides]) {
    let (edge, path) = (route.input(input), &route.path);
    let straight = path.is_straight();
    let border = path.end.border_level(grid);
    let levels: Vec<i32> =
        path.lines.iter().map(|line| line.level(grid, edge)).chain(border).collect();
    let base = if edge.routing == EdgeRouting::Ingress { DOUBLE_HALF } else { PLAIN_HALF };
    let stopped = edge.stop.is_some() && border.is_none();
    let end_half = if stopped { STOPPED_HALF } else { base };
    let on = |line: usize| if route.label_line == Some(line) { LABELLED_PORT_HALF } else { base };
    if let Some(side) = path.from_side {
        let channel = grid.column_of(edge.from) + usize::from(side == Side::Right);
        sides[edge.from][side as usize].push(SidePort {
            route: index,
            is_from: true,
            straight,
            half: if straight { on(0).max(end_half) } else { on(0) },
            key: key(side, &levels, &path.turns, grid.column_of(edge.to)),
            turn: path.turns.first().copied().unwrap_or(channel),
            offset: 0.0,
        });
    }
    if path.has_target_port() {
        let back: Vec<i32> = levels.iter().rev().copied().collect();
        let turns: Vec<usize> = path.turns.iter().rev().copied().collect();
        sides[edge.to][path.to_side as usize].push(SidePort {
            route: index,
            is_from: false,
            straight,
            half: on(path.lines.len() - 1).max(end_half),
            key: match path.from_side {
                Some(_) => key(path.to_side, &back, &turns, grid.column_of(edge.from)),
                None => ABOVE_ALL,
            },
            turn: turns.first().copied().unwrap_or_default(),
            offset: 0.0,
        });
    }
}
