//! Label segments: the line of every route that will carry its label.
//!
//! Needs: the routes as they are drawn. Gives: one line per labelled edge. A straight edge and a line in a channel are
//! long; of the two short ends the one with fewer neighbours on its side of the node is freer. O(m).

use std::cmp::Reverse;

use crate::layout::input::LayoutInput;
use crate::layout::placement::grid::Grid;
use crate::layout::routing::path::{End, Line, Side};
use crate::layout::routing::route::Route;

/// Chooses the line of every route that carries its label.
pub(crate) fn choose_label_lines(
    input: &LayoutInput,
    grid: &Grid,
    mut routes: Vec<Route>,
) -> Vec<Route> {
    let mut ends = vec![[0_usize; 2]; input.nodes.len()];
    for route in &routes {
        let (edge, path) = (route.input(input), &route.path);
        if let Some(side) = path.from_side {
            ends[edge.from][side as usize] += 1;
        }
        if path.has_target_port() {
            ends[edge.to][path.to_side as usize] += 1;
        }
    }
    for route in &mut routes {
        route.label_line = label_line(input, grid, route, &ends);
    }
    routes
}

/// The line of one route, as an index into its lines. `ends` counts the edges on both sides of every node.
fn label_line(
    input: &LayoutInput,
    grid: &Grid,
    route: &Route,
    ends: &[[usize; 2]],
) -> Option<usize> {
    let (edge, path) = (route.input(input), &route.path);
    if edge.label.is_empty() {
        return None;
    }
    if let Some(channel) = path.lines.iter().position(|line| matches!(line, Line::Channel(_))) {
        return Some(channel);
    }
    let last = path.lines.len() - 1;
    // Nothing is written on a trunk.
    if last == 0 || path.end != End::Node || route.trunk.is_some() {
        return Some(0);
    }
    let (leave, turn) = (path.from_side?, path.turns[0]);
    let passed = |node: usize, side: Side| match side {
        Side::Right => turn.saturating_sub(grid.column_of(node) + 1),
        Side::Left => grid.column_of(node).saturating_sub(turn),
    };
    let at_from = (passed(edge.from, leave), ends[edge.from][leave as usize]);
    let at_to = (passed(edge.to, path.to_side), ends[edge.to][path.to_side as usize]);
    // More empty cells passed first, then less company.
    let to_is_better = (at_to.0, Reverse(at_to.1)) > (at_from.0, Reverse(at_from.1));
    Some(if to_is_better { last } else { 0 })
}
