//! Port order: the ports of one side from top to bottom, so that edges of one side do not cross where they need not.
//!
//! First by where the edge comes from or goes to, then sifted as the routes of two edges part. O(ports²) per side.

use std::cmp::Ordering;

use super::side::{Key, STRAIGHT, SidePort};
use crate::layout::ordering::sifting::sifted;
use crate::layout::routing::parting::first_at_node;
use crate::layout::routing::path::Side;
use crate::layout::routing::route::Route;

/// What it costs to have a port that goes down above one that goes straight on or up: never worth a crossing less.
const OUT_OF_ORDER: i32 = 1000;

/// Where a port stands on its side from top to bottom: first those that come from above, then straight ones, then those
/// from below. What turns back to the side it came from is nested inside what goes on, and shorter bows inside longer
/// ones; what goes on is sorted by the level its first turn leads to. Among edges that go on in one channel, the one that
/// leaves it first is the upper one if it goes up, the lower one if it goes down.
pub(crate) fn key(side: Side, levels: &[i32], turns: &[usize], far_column: usize) -> Key {
    let (Some(&turn), Some(&next)) = (turns.first(), levels.get(1)) else {
        return (STRAIGHT, 0, 0, 0);
    };
    let (own, after) = (levels[0], levels.get(2).copied().unwrap_or(next));
    // Channel `k` stands left of column `k`.
    let reached = turns.get(1).map_or(2 * far_column + 1, |&second| 2 * second);
    let is_bow = levels.len() > turns.len() && (side == Side::Left) == (reached > 2 * turn);
    let reach = turns.get(1).map_or(0, |second| turn.abs_diff(*second));
    let reach = i32::try_from(reach).unwrap_or(i32::MAX);
    let order = (if after < next { reach } else { -reach }, after);
    match (next < own, is_bow) {
        (true, false) => (0, next, order.0, order.1),
        (true, true) => (1, -next, -order.0, -order.1),
        (false, true) => (3, -next, -order.0, -order.1),
        (false, false) => (4, next, order.0, order.1),
    }
}

/// The port of a stub from the internet: above all others.
pub(crate) const ABOVE_ALL: Key = (0, i32::MIN, 0, 0);

/// Sorts the ports of one side of a node from top to bottom: by [`key`], and then as the routes of their edges part.
pub(crate) fn sort(ports: &mut Vec<SidePort>, side: Side, routes: &[Route]) {
    ports.sort_by_key(|port| (port.key, port.route));
    let order = sifted(ports.len(), &|a, b| {
        let (a, b) = (&ports[a], &ports[b]);
        match a.direction().cmp(&b.direction()) {
            Ordering::Less => 0,
            Ordering::Equal => {
                let line = |port: &SidePort| (&routes[port.route].polyline, port.is_from);
                let (one, other) = (line(a), line(b));
                i32::from(first_at_node(one, other, side == Side::Right) > 0)
            }
            Ordering::Greater => OUT_OF_ORDER,
        }
    });
    let mut sorted: Vec<Option<SidePort>> = std::mem::take(ports).into_iter().map(Some).collect();
    ports.extend(order.into_iter().filter_map(|port| sorted[port].take()));
}
