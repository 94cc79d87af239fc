//! Pass 9: gives every end of an edge its own place on a side of its node.
//!
//! Needs: paths and label hosts. Gives: heights of all ends relative to the middle of their row, heights of nodes and
//! rows. Ends are sorted by where their edge comes from or goes to, and as the ways of two edges part, so that edges of one
//! side do not cross where they need not; straight edges stand in the middle, at the same height on both nodes. O(ends²)
//! on every side.

use std::cmp::Ordering;

use crate::layout::input::{EdgeRouting, LayoutInput};
use crate::layout::ordering::sifting::sift;
use crate::layout::placement::grid::Grid;
use crate::layout::routing::polyline::{Polyline, first_at_node};
use crate::layout::routing::router::{Line, Path, Side};

/// Height of a node with few ends.
pub(crate) const NODE_HEIGHT: f64 = 58.0;
/// Half the room of an end whose line carries a label.
const LABELLED: f64 = 11.5;
/// Half the room of an end with the cross of a blocked edge.
const STOPPED: f64 = 11.0;
/// Half the room of a double line.
const DOUBLE: f64 = 7.0;
/// Half the room of any other end.
const PLAIN: f64 = 5.5;
/// How far the outermost end keeps from a node's corner.
const CORNER: f64 = 10.0;
/// How far straight edges may move from the middle of their nodes.
const OFF_CENTRE: f64 = 16.0;
/// How far apart ends are that face each other without being one line, but bend in one channel.
const ASIDE: f64 = 6.0;

/// Places of all ends.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Ports {
    /// Height of each edge's start relative to the middle of its row.
    pub(crate) from: Vec<f64>,
    /// The same for its end.
    pub(crate) to: Vec<f64>,
    /// Height of each node; 0 for the internet.
    pub(crate) node_height: Vec<f64>,
    /// Half the height of each row, labels included.
    pub(crate) row_half: Vec<f64>,
}

/// What it costs to have an end that goes down above one that goes straight on or up: never worth a crossing less.
const OUT_OF_ORDER: i32 = 1000;

/// From top to bottom on one side, see [`key`].
type Key = (i32, i32, i32, i32);

/// The first number of the key of an end that goes straight on.
const STRAIGHT: i32 = 2;

/// One end of an edge.
struct Port {
    edge: usize,
    is_from: bool,
    straight: bool,
    half: f64,
    key: Key,
    /// The channel in which its line ends.
    turn: usize,
    offset: f64,
}

pub(crate) fn ports(
    input: &LayoutInput,
    grid: &Grid,
    paths: &[Option<Path>],
    hosts: &[Option<usize>],
    shapes: &[Option<Polyline>],
) -> Ports {
    let mut sides: Vec<[Vec<Port>; 2]> =
        (0..input.nodes.len()).map(|_| Default::default()).collect();
    for (index, path) in paths.iter().enumerate() {
        let Some(path) = path else { continue };
        collect(input, grid, index, path, hosts[index], &mut sides);
    }
    for (side, ports) in sides.iter_mut().flat_map(|sides| sides.iter_mut().enumerate()) {
        sort(ports, side == Side::Right as usize, shapes);
        spread(ports);
    }
    facing(grid, &mut sides, separate);
    facing(grid, &mut sides, balance);
    let mut out = Ports {
        from: vec![0.0; input.edges.len()],
        to: vec![0.0; input.edges.len()],
        node_height: vec![0.0; input.nodes.len()],
        row_half: vec![NODE_HEIGHT / 2.0; grid.rows()],
    };
    for (node, ports) in sides.iter().enumerate() {
        let Some((row, _)) = grid.place[node] else { continue };
        let mut half = NODE_HEIGHT / 2.0;
        for port in ports.iter().flatten() {
            half = half.max(port.offset.abs() + CORNER);
            out.row_half[row] = out.row_half[row].max(port.offset.abs() + port.half);
            let list = if port.is_from { &mut out.from } else { &mut out.to };
            list[port.edge] = port.offset;
            if port.straight {
                out.from[port.edge] = port.offset;
                out.to[port.edge] = port.offset;
            }
        }
        out.node_height[node] = (2.0 * half).ceil();
        out.row_half[row] = out.row_half[row].max(out.node_height[node] / 2.0);
    }
    out
}

fn collect(
    input: &LayoutInput,
    grid: &Grid,
    index: usize,
    path: &Path,
    host: Option<usize>,
    sides: &mut [[Vec<Port>; 2]],
) {
    let edge = &input.edges[index];
    let straight = path.is_straight();
    let level = |line: &Line| grid.line_level(edge, *line);
    let border = match path.end {
        crate::layout::routing::router::End::LaneEdge(lane, top) => {
            Some(if top { grid.lane_levels[lane].0 } else { grid.lane_levels[lane].1 })
        }
        crate::layout::routing::router::End::FrameEdge(group, top) => {
            grid.extents[group].map(|extent| {
                let levels = grid.blocks[extent.block].levels;
                if top { levels.0 } else { levels.1 }
            })
        }
        crate::layout::routing::router::End::Node
        | crate::layout::routing::router::End::FrameSide(..) => None,
    };
    let column = |node: usize| grid.place[node].map_or(0, |(_, column)| column);
    let levels: Vec<i32> = path.lines.iter().map(level).chain(border).collect();
    let base = if edge.routing == EdgeRouting::Ingress { DOUBLE } else { PLAIN };
    let stopped = edge.stop.is_some() && border.is_none();
    let end_half = if stopped { STOPPED } else { base };
    let on = |line: usize| if host == Some(line) { LABELLED } else { base };
    if let Some(side) = path.from_side {
        let half = if straight { on(0).max(end_half) } else { on(0) };
        let beside = column(edge.from) + usize::from(side == Side::Right);
        sides[edge.from][side as usize].push(Port {
            edge: index,
            is_from: true,
            straight,
            half,
            key: key(side, &levels, &path.turns, column(edge.to)),
            turn: path.turns.first().copied().unwrap_or(beside),
            offset: 0.0,
        });
    }
    if path.has_target_port() {
        let half = on(path.lines.len() - 1).max(end_half);
        let back: Vec<i32> = levels.iter().rev().copied().collect();
        let turns: Vec<usize> = path.turns.iter().rev().copied().collect();
        sides[edge.to][path.to_side as usize].push(Port {
            edge: index,
            is_from: false,
            straight,
            half,
            key: key(path.to_side, &back, &turns, column(edge.from)),
            turn: turns.first().copied().unwrap_or_default(),
            offset: 0.0,
        });
    }
}

/// Where an end stands on its side from top to bottom: first those that come from above, then straight ones, then those from
/// below. What turns back to the side it came from is nested inside what goes on, and shorter bows inside longer ones;
/// what goes on is sorted by the level its first turn leads to. Among edges that go on in one channel, the one that
/// leaves it first is the upper one if it goes up, the lower one if it goes down.
fn key(side: Side, levels: &[i32], turns: &[usize], far_column: usize) -> Key {
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

/// Sorts the ends of one side of a node from top to bottom: by [`key`], and then as the ways of their edges part.
fn sort(ports: &mut Vec<Port>, right: bool, shapes: &[Option<Polyline>]) {
    ports.sort_by_key(|port| (port.key, port.edge));
    let order = sift(ports.len(), &|a, b| {
        let (a, b) = (&ports[a], &ports[b]);
        let (Some(s), Some(t)) = (&shapes[a.edge], &shapes[b.edge]) else { return 0 };
        match direction(a).cmp(&direction(b)) {
            Ordering::Less => 0,
            Ordering::Equal => i32::from(first_at_node((s, a.is_from), (t, b.is_from), right) > 0),
            Ordering::Greater => OUT_OF_ORDER,
        }
    });
    let mut sorted: Vec<Option<Port>> = std::mem::take(ports).into_iter().map(Some).collect();
    ports.extend(order.into_iter().filter_map(|port| sorted[port].take()));
}

/// Whether an edge turns up, goes straight on, or turns down.
fn direction(port: &Port) -> Ordering {
    port.key.0.cmp(&STRAIGHT)
}

/// Spreads sorted ends: straight ones around the middle, the others above and below; all around the middle otherwise.
fn spread(ports: &mut [Port]) {
    let straight = |port: &&Port| port.straight;
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
fn facing(grid: &Grid, sides: &mut [[Vec<Port>; 2]], visit: impl Fn(&mut [Port], &mut [Port])) {
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
/// everything moved to the other.
fn balance(left: &mut [Port], right: &mut [Port]) {
    let range = |ports: &[Port]| {
        ports.iter().fold((0.0_f64, 0.0_f64), |(low, high), port| {
            (low.min(port.offset), high.max(port.offset))
        })
    };
    let (l, r) = (range(left), range(right));
    let height = |(low, high): (f64, f64), by: f64| {
        ((low + by).abs().max((high + by).abs()) + CORNER).max(NODE_HEIGHT / 2.0)
    };
    let centring = |(low, high): (f64, f64)| -f64::midpoint(low, high);
    let wishes = [centring(l), centring(r), f64::midpoint(centring(l), centring(r))];
    let mut best = (height(l, 0.0) + height(r, 0.0), 0.0);
    for by in wishes.map(|by| by.clamp(-OFF_CENTRE, OFF_CENTRE)) {
        let found = height(l, by) + height(r, by);
        if found < best.0 - 0.5 {
            best = (found, by);
        }
    }
    for port in left.iter_mut().chain(right) {
        port.offset += best.1;
    }
}

/// Ends of facing nodes may lie on one height without being one line. Where the two edges bend in one channel, or reach
/// past each other, they would then seem to be one, so the ends further out move out.
fn separate(left: &mut [Port], right: &mut [Port]) {
    let (low, high) = right
        .iter()
        .filter(|port| port.straight)
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), port| {
            (low.min(port.offset), high.max(port.offset))
        });
    let below = |port: &&mut Port| !port.straight && port.offset > high;
    let mut l: Vec<&mut Port> = left.iter_mut().filter(below).collect();
    let mut r: Vec<&mut Port> = right.iter_mut().filter(below).collect();
    push_out(&mut l, &mut r, 1.0);
    if low.is_finite() {
        let above = |port: &&mut Port| !port.straight && port.offset < low;
        let mut l: Vec<&mut Port> = left.iter_mut().filter(above).rev().collect();
        let mut r: Vec<&mut Port> = right.iter_mut().filter(above).rev().collect();
        push_out(&mut l, &mut r, -1.0);
    }
}

/// Moves ends down (`sign` 1) or up (-1) as far as their neighbours need; both lists go that way.
fn push_out<'a>(left: &mut [&'a mut Port], right: &mut [&'a mut Port], sign: f64) {
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
                Ordering::Equal => ASIDE,
                Ordering::Greater => l.half + r.half,
            };
            place = place.max(sign * other.offset + apart);
        }
        port.offset = sign * place;
        *at += 1;
    }
}
