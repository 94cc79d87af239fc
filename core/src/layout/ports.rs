//! Pass 9: gives every end of an edge its own place on a side of its node.
//!
//! Needs: paths and label hosts. Gives: heights of all ends relative to the middle of their row, heights of nodes and
//! rows. Ends are sorted by where their edge comes from or goes to, so that edges of one side do not cross each other
//! right away; straight edges stand in the middle, at the same height on both nodes. O(ends · log ends).

use super::grid::Grid;
use super::input::{LayoutInput, Way};
use super::paths::{Line, Path, Side};

/// Height of a node with few ends.
pub(super) const NODE_HEIGHT: f64 = 58.0;
/// Half the room of an end whose line carries a label.
const LABELLED: f64 = 12.0;
/// Half the room of an end with the cross of a blocked edge.
const STOPPED: f64 = 11.0;
/// Half the room of a double line.
const DOUBLE: f64 = 7.0;
/// Half the room of any other end.
const PLAIN: f64 = 5.5;
/// How far the outermost end keeps from a node's corner.
const CORNER: f64 = 12.0;
/// How far ends step aside that would face each other on one height without being one line.
const ASIDE: f64 = 3.0;

/// Places of all ends.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Ports {
    /// Height of each edge's start relative to the middle of its row.
    pub(super) from: Vec<f64>,
    /// The same for its end.
    pub(super) to: Vec<f64>,
    /// Height of each node; 0 for the internet.
    pub(super) node_height: Vec<f64>,
    /// Half the height of each row, labels included.
    pub(super) row_half: Vec<f64>,
}

/// One end of an edge.
struct Port {
    edge: usize,
    is_from: bool,
    straight: bool,
    half: f64,
    key: (i32, i32, i32),
    offset: f64,
}

pub(super) fn ports(
    input: &LayoutInput,
    grid: &Grid,
    paths: &[Option<Path>],
    hosts: &[Option<usize>],
) -> Ports {
    let mut sides: Vec<[Vec<Port>; 2]> =
        (0..input.nodes.len()).map(|_| Default::default()).collect();
    for (index, path) in paths.iter().enumerate() {
        let Some(path) = path else { continue };
        collect(input, grid, index, path, hosts[index], &mut sides);
    }
    for ports in sides.iter_mut().flatten() {
        ports.sort_by_key(|port| (port.key, port.edge));
        spread(ports);
    }
    step_aside(grid, &mut sides);
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
    let level = |line: &Line| match *line {
        Line::From => grid.place[edge.from].map_or(0, |(row, _)| grid.row_level[row]),
        Line::To => grid.place[edge.to].map_or(0, |(row, _)| grid.row_level[row]),
        Line::Channel(channel) => grid.channel_level[channel],
    };
    let border = match path.end {
        super::paths::End::LaneEdge(lane, top) => {
            Some(if top { grid.lane_levels[lane].0 } else { grid.lane_levels[lane].1 })
        }
        super::paths::End::FrameEdge(group, top) => grid.extents[group].map(|extent| {
            let levels = grid.blocks[extent.block].levels;
            if top { levels.0 } else { levels.1 }
        }),
        super::paths::End::Node | super::paths::End::FrameSide(..) => None,
    };
    let levels: Vec<i32> = path.lines.iter().map(level).chain(border).collect();
    let base = if edge.way == Way::Ingress { DOUBLE } else { PLAIN };
    let stopped = edge.stop.is_some() && border.is_none();
    let end_half = if stopped { STOPPED } else { base };
    let on = |line: usize| if host == Some(line) { LABELLED } else { base };
    if let Some(side) = path.from_side {
        let half = if straight { on(0).max(end_half) } else { on(0) };
        let key = key(&levels, &path.turns);
        sides[edge.from][side as usize].push(Port {
            edge: index,
            is_from: true,
            straight,
            half,
            key,
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
            key: key(&back, &turns),
            offset: 0.0,
        });
    }
}

/// Sorts the ends of one side from top to bottom: by the level the first turn leads to; among edges in one channel, the
/// one that leaves it first is the upper one if it goes up, the lower one if it goes down.
fn key(levels: &[i32], turns: &[usize]) -> (i32, i32, i32) {
    let own = levels[0];
    let next = levels.get(1).copied().unwrap_or(own);
    let after = levels.get(2).copied().unwrap_or(next);
    let reach = match (turns.first(), turns.get(1)) {
        (Some(&first), Some(&second)) => first.abs_diff(second) as i32,
        _ => 0,
    };
    (next, if after < next { reach } else { -reach }, after)
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

/// Where two nodes face each other in a row, ends of the one may lie on the height of ends of the other. Two edges
/// that bend in one channel would then seem to be one, so both sides step aside a little.
fn step_aside(grid: &Grid, sides: &mut [[Vec<Port>; 2]]) {
    for row in 0..grid.rows() {
        let mut left: Option<usize> = None;
        for node in (0..grid.columns()).filter_map(|column| grid.cell(row, column)) {
            if let Some(left) = left {
                let facing = |port: &&Port| !port.straight;
                let clash = sides[left][Side::Right as usize].iter().filter(facing).any(|a| {
                    sides[node][Side::Left as usize]
                        .iter()
                        .filter(facing)
                        .any(|b| (a.offset - b.offset).abs() < 2.0 * ASIDE)
                });
                if clash {
                    shift(&mut sides[left][Side::Right as usize], ASIDE);
                    shift(&mut sides[node][Side::Left as usize], -ASIDE);
                }
            }
            left = Some(node);
        }
    }
}

/// Moves the ends that are not straight away from the middle or, without straight ones, all of them the same way.
fn shift(ports: &mut [Port], by: f64) {
    let anchored = ports.iter().any(|port| port.straight);
    for port in ports.iter_mut().filter(|port| !port.straight) {
        // Below the straight ends there is room for the one sign only, above them for the other.
        if !anchored || (port.offset > 0.0) == (by > 0.0) {
            port.offset += by;
        } else {
            port.offset += by / 3.0;
        }
    }
}
