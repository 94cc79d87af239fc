//! Places of ports that face each other: straight edges stand in the middle, at the same height on both nodes, and what is
//! not one line does not look like one.

use std::cmp::Ordering;

use super::side::{SidePort, Sides};
use crate::layout::placement::grid::Grid;
use crate::layout::routing::path::Side;
use crate::layout::spacing::{PORT_CORNER, PORT_OFF_CENTRE, PORTS_ASIDE};

/// Spreads sorted ports: straight ones around the middle, the others above and below; all around the middle otherwise.
pub(crate) fn spread(ports: &mut [SidePort]) {
    let straight = |port: &&SidePort| port.straight;
    let middle = ports.iter().position(|port| port.straight);
    let anchored = match middle {
        Some(first) => first..first + ports.iter().filter(straight).count(),
        None => 0..ports.len(),
    };
    let total: f64 = ports[anchored.clone()].iter().map(|port| 2.0 * port.half).sum();
    let mut at = -total / 2.0;
    for port in &mut ports[anchored.clone()] {
        port.offset = at + port.half;
        at += 2.0 * port.half;
    }
    for port in &mut ports[anchored.end..] {
        port.offset = at + port.half;
        at += 2.0 * port.half;
    }
    let mut at = -total / 2.0;
    for port in ports[..anchored.start].iter_mut().rev() {
        port.offset = at - port.half;
        at -= 2.0 * port.half;
    }
}

/// Visits the sides of nodes that face each other in a row. The first node of a row faces the internet: nothing.
pub(crate) fn facing(
    grid: &Grid,
    sides: &mut [Sides],
    visit: impl Fn(&mut [SidePort], &mut [SidePort]),
) {
    for row in 0..grid.rows() {
        let mut before: Option<usize> = None;
        for node in (0..grid.columns()).filter_map(|column| grid.cell(row, column)) {
            let mut left = before.map(|n| std::mem::take(&mut sides[n][Side::Right as usize]));
            visit(left.as_deref_mut().unwrap_or_default(), &mut sides[node][Side::Left as usize]);
            if let (Some(left), Some(before)) = (left, before) {
                sides[before][Side::Right as usize] = left;
            }
            before = Some(node);
        }
    }
}

/// Straight edges need not stand in the very middle: where all others come from one side, both nodes stay lower with
/// everything moved to the other; none is lower than `least`.
pub(crate) fn balance(left: &mut [SidePort], right: &mut [SidePort], least: f64) {
    let range = |ports: &[SidePort]| {
        ports.iter().fold((0.0_f64, 0.0_f64), |(low, high), port| {
            (low.min(port.offset), high.max(port.offset))
        })
    };
    let (l, r) = (range(left), range(right));
    let height = |(low, high): (f64, f64), by: f64| {
        ((low + by).abs().max((high + by).abs()) + PORT_CORNER).max(least / 2.0)
    };
    let centring = |(low, high): (f64, f64)| -f64::midpoint(low, high);
    let wishes = [centring(l), centring(r), f64::midpoint(centring(l), centring(r))];
    let mut best = (height(l, 0.0) + height(r, 0.0), 0.0);
    for by in wishes.map(|by| by.clamp(-PORT_OFF_CENTRE, PORT_OFF_CENTRE)) {
        let found = height(l, by) + height(r, by);
        if found < best.0 - 0.5 {
            best = (found, by);
        }
    }
    for port in left.iter_mut().chain(right) {
        port.offset += best.1;
    }
}

/// Ports of facing nodes may lie on one height without being one line. Where the two edges bend in one channel, or reach
/// past each other, they would then seem to be one, so the ports further out move out.
pub(crate) fn separate(left: &mut [SidePort], right: &mut [SidePort]) {
    let (low, high) = right
        .iter()
        .filter(|port| port.straight)
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), port| {
            (low.min(port.offset), high.max(port.offset))
        });
    let below = |port: &&mut SidePort| !port.straight && port.offset > high;
    let mut l: Vec<&mut SidePort> = left.iter_mut().filter(below).collect();
    let mut r: Vec<&mut SidePort> = right.iter_mut().filter(below).collect();
    push_out(&mut l, &mut r, 1.0);
    if low.is_finite() {
        let above = |port: &&mut SidePort| !port.straight && port.offset < low;
        let mut l: Vec<&mut SidePort> = left.iter_mut().filter(above).rev().collect();
        let mut r: Vec<&mut SidePort> = right.iter_mut().filter(above).rev().collect();
        push_out(&mut l, &mut r, -1.0);
    }
}

/// Moves ports down (`sign` 1) or up (-1) as far as their neighbours need; both lists go that way.
fn push_out<'a>(left: &mut [&'a mut SidePort], right: &mut [&'a mut SidePort], sign: f64) {
    let (mut i, mut j) = (0, 0);
    while i < left.len() || j < right.len() {
        let take_left =
            j == right.len() || (i < left.len() && sign * left[i].offset <= sign * right[j].offset);
        let (own, at, other) = if take_left {
            (&mut *left, &mut i, &right[..j])
        } else {
            (&mut *right, &mut j, &left[..i])
        };
        let (before, rest) = own.split_at_mut(*at);
        let port = &mut *rest[0];
        let mut place = sign * port.offset;
        if let Some(before) = before.last() {
            place = place.max(sign * before.offset + before.half + port.half);
        }
        for other in other {
            let (l, r) = if take_left { (&*port, &**other) } else { (&**other, &*port) };
            let apart = match l.turn.cmp(&r.turn) {
                Ordering::Less => continue,
                Ordering::Equal => PORTS_ASIDE,
                Ordering::Greater => l.half + r.half,
            };
            place = place.max(sign * other.offset + apart);
        }
        port.offset = sign * place;
        *at += 1;
    }
}
