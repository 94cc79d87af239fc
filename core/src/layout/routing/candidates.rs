//! Candidate routes: the paths that an edge could take through the grid.
//!
//! An orthogonal edge is straight, or has one turn, or two with a channel between rows in the middle. A line at the
//! height of an end reaches as far as the cells beside it are empty, a line in a channel as far as it likes. So no path
//! runs through a node. O(columns) per path, and no more paths than are compared.

use super::path::{GridPath, Line, Side};
use crate::layout::input::{Boundary, EdgeInput, EdgeRouting, LayoutInput, NodeInput};
use crate::layout::placement::grid::Grid;

/// How many channels further away than those beside its ends an edge past the internet may take.
const NEAR: usize = 4;
/// How many rows beyond both of its ends an edge may pass.
const DETOUR: usize = 6;

/// For so many paths of all edges costs are compared, and at least for so many of one edge.
const MOST_COMPARED: usize = 300_000;
const LEAST_COMPARED: usize = 24;

/// How many paths of one edge are worth comparing among so many edges.
pub(crate) fn most_compared(edges: usize) -> usize {
    (MOST_COMPARED / edges.max(1)).max(LEAST_COMPARED)
}

/// The first `most` paths that are worth comparing, the ones to prefer among equals first; only the straight one where there
/// is one, and none for what cannot be drawn.
pub(crate) fn candidate_paths(
    input: &LayoutInput,
    grid: &Grid,
    edge: &EdgeInput,
    most: usize,
) -> Vec<GridPath> {
    let Some(to) = grid.place[edge.to] else { return Vec::new() };
    if edge.from == edge.to {
        return Vec::new();
    }
    if edge.routing == EdgeRouting::Ingress {
        return vec![GridPath::new(None, Side::Left, &[Line::To], &[])];
    }
    let Some(from) = grid.place[edge.from] else { return Vec::new() };
    match edge.routing {
        EdgeRouting::Outside => outside(grid, from, to),
        EdgeRouting::Inside | EdgeRouting::Ingress => inside(input, grid, edge, (from, to), most),
    }
}

/// Out on the left, past the internet's bar, and back in.
fn outside(grid: &Grid, from: (usize, usize), to: (usize, usize)) -> Vec<GridPath> {
    let beside = |(row, column): (usize, usize)| -> Vec<Option<usize>> {
        if grid.is_free(row, 0, column) {
            return vec![None];
        }
        let near = [grid.below(row), grid.above(row)];
        let further = channels(grid, row, row).filter(|channel| !near.contains(channel));
        near.into_iter().chain(further.take(NEAR)).map(Some).collect()
    };
    let mut out = Vec::new();
    for leaving in beside(from) {
        for arriving in beside(to).into_iter().filter(|&other| other.is_none() || other != leaving)
        {
            let mut path = GridPath::new(Some(Side::Left), Side::Left, &[Line::From], &[]);
            if let Some(channel) = leaving {
                path.lines.push(Line::Channel(channel));
                path.turns.push(from.1);
            }
            path.turns.push(0);
            if let Some(channel) = arriving {
                path.lines.push(Line::Channel(channel));
                path.turns.push(to.1);
            }
            path.lines.push(Line::To);
            out.push(path);
        }
    }
    out
}

fn inside(
    input: &LayoutInput,
    grid: &Grid,
    edge: &EdgeInput,
    (from, to): ((usize, usize), (usize, usize)),
    most: usize,
) -> Vec<GridPath> {
    let (leave, arrive) = sides(from.1, to.1);
    let ends = [Line::From, Line::To];
    if from.1 == to.1 {
        // Both ends in one column: out and back on the right.
        return vec![GridPath::new(Some(leave), Side::Right, &ends, &[from.1 + 1])];
    }
    let (low, high) = (from.1.min(to.1), from.1.max(to.1));
    if from.0 == to.0 && grid.is_free(from.0, low + 1, high) {
        return vec![GridPath::new(Some(leave), arrive, &[Line::From], &[])];
    }
    // Channels from the caller to the callee, and how far a line at the height of either reaches.
    let across: Vec<usize> = match leave {
        Side::Right => (low + 1..=high).collect(),
        Side::Left => (low + 1..=high).rev().collect(),
    };
    let (first, last) = (across[0], across[across.len() - 1]);
    let between = |row: usize, a: usize, b: usize| grid.is_free(row, a.min(b), a.max(b));
    let leaves = |turn: usize| between(from.0, first, turn);
    let arrives = |turn: usize| between(to.0, turn, last);
    let lane = |node: usize| input.nodes[node].lane;
    let stays = edge.stop == Some(Boundary::OwnLane) && lane(edge.from) != lane(edge.to);
    let leaving = || across.iter().enumerate().filter(|(_, turn)| leaves(**turn));
    let arriving = |index: usize| across[index + 1..].iter().filter(|turn| arrives(**turn));
    let one_turn = leaving()
        .filter(|(_, turn)| stays || arrives(**turn))
        .map(|(_, &turn)| GridPath::new(Some(leave), arrive, &ends, &[turn]));
    let between_rows = (!stays).then(|| channels(grid, from.0.min(to.0), from.0.max(to.0)));
    let two_turns = between_rows.into_iter().flatten().flat_map(|channel| {
        let pairs =
            leaving().flat_map(|(index, turn)| arriving(index).map(move |second| (turn, second)));
        pairs.map(move |(&turn, &second)| {
            let lines = [Line::From, Line::Channel(channel), Line::To];
            GridPath::new(Some(leave), arrive, &lines, &[turn, second])
        })
    });
    let apart = |of: fn(&NodeInput) -> Option<usize>| {
        of(&input.nodes[edge.from]) != of(&input.nodes[edge.to])
    };
    let past = (apart(|node| node.lane) || apart(|node| node.group))
        .then(|| around(grid, from, to, stays));
    one_turn.chain(two_turns).chain(past.into_iter().flatten()).take(most).collect()
}

/// Past everything: out on the right, and back in on the right of the callee. For edges that would otherwise run through
/// the whole of a lane or frame that is not theirs. One that stops at the border of its own lane never comes back in.
fn around(grid: &Grid, from: (usize, usize), to: (usize, usize), stays: bool) -> Vec<GridPath> {
    let mut out = Vec::new();
    for turn in from.1.max(to.1) + 1..=grid.columns() {
        if !stays && !grid.is_free(to.0, to.1 + 1, turn) {
            break;
        }
        let right = |lines: &[Line], turns: &[usize]| {
            GridPath::new(Some(Side::Right), Side::Right, lines, turns)
        };
        if grid.is_free(from.0, from.1 + 1, turn) {
            out.push(right(&[Line::From, Line::To], &[turn]));
        } else {
            for channel in [grid.below(from.0), grid.above(from.0)] {
                let lines = [Line::From, Line::Channel(channel), Line::To];
                out.push(right(&lines, &[from.1 + 1, turn]));
            }
        }
    }
    out
}

/// The channels that an edge between two rows of a lane may take: from those between them outwards.
fn channels(grid: &Grid, upper: usize, lower: usize) -> impl Iterator<Item = usize> {
    let lanes = [grid.lane_of_row(upper), grid.lane_of_row(lower)];
    let stays = move |row: &usize| lanes.contains(&grid.lane_of_row(*row));
    let above = (upper.saturating_sub(DETOUR)..upper).rev().take_while(stays);
    let below = (lower + 1..grid.rows().min(lower + 1 + DETOUR)).take_while(stays);
    let near = grid.above(upper)..=grid.below(lower);
    // A row further away has its channel on the far side; blocks have two of them where they meet.
    near.chain(above.map(|row| grid.above(row))).chain(below.map(|row| grid.below(row)))
}

/// The sides an edge between two columns leaves and arrives at.
fn sides(from: usize, to: usize) -> (Side, Side) {
    if to < from { (Side::Left, Side::Right) } else { (Side::Right, Side::Left) }
}
