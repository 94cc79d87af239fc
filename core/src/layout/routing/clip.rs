//! Clipping: cuts the routes of blocked edges at the boundary that stops them.
//!
//! Needs: whole paths. Gives: paths that end at their boundary. A boundary that the path never meets (an edge inside one
//! lane whose caller is on no private network) leaves the path as it is: it ends at its callee, which is then the stop.
//! O(lines) per edge.

use super::path::{End, GridPath, Line, Side};
use super::route::Route;
use crate::layout::input::{Boundary, EdgeInput, LayoutInput};
use crate::layout::placement::grid::{Extent, Grid};

/// Cuts every route where it is stopped. Its polyline is that of the cut path already.
pub(crate) fn clip_routes(input: &LayoutInput, grid: &Grid, mut routes: Vec<Route>) -> Vec<Route> {
    for route in &mut routes {
        clip(input, grid, &input.edges[route.edge], &mut route.path);
    }
    routes
}

/// Cuts one path.
pub(crate) fn clip(input: &LayoutInput, grid: &Grid, edge: &EdgeInput, path: &mut GridPath) {
    let levels = |line: &Line| line.level(grid, edge);
    let cut = match edge.stop {
        None | Some(Boundary::Target) => None,
        Some(Boundary::OwnLane) => input.nodes[edge.from].lane.and_then(|lane| {
            let borders = grid.lane_levels[lane];
            let outside =
                path.lines.iter().position(|l| !within(levels(l), borders)).filter(|&i| i > 0)?;
            let top = levels(&path.lines[outside]) < borders.0;
            Some((outside, outside, End::LaneEdge(lane, top)))
        }),
        Some(Boundary::OwnGroup) => grid
            .frame_of(input, edge.from)
            .and_then(|(group, extent)| leaving(path, group, extent, grid, &levels)),
        Some(Boundary::TargetGroup) => grid
            .frame_of(input, edge.to)
            .and_then(|(group, extent)| entering(path, group, extent, grid, &levels)),
    };
    if let Some((lines, turns, end)) = cut {
        path.lines.truncate(lines);
        path.turns.truncate(turns);
        path.end = end;
    }
}

fn within(level: i32, borders: (i32, i32)) -> bool {
    borders.0 < level && level < borders.1
}

/// Whether a vertical channel runs inside a frame, between two of its columns.
fn is_inner(turn: usize, extent: Extent) -> bool {
    extent.first < turn && turn <= extent.last
}

/// How many lines and turns are left of a path that starts inside a frame, and where it ends.
fn leaving(
    path: &GridPath,
    group: usize,
    extent: Extent,
    grid: &Grid,
    levels: &dyn Fn(&Line) -> i32,
) -> Option<(usize, usize, End)> {
    let borders = grid.blocks[extent.block].levels;
    for (index, &turn) in path.turns.iter().enumerate() {
        if !is_inner(turn, extent) {
            let side = if turn > extent.last { Side::Right } else { Side::Left };
            return Some((index + 1, index, End::FrameSide(group, side)));
        }
        let next = levels(path.lines.get(index + 1)?);
        if !within(next, borders) {
            return Some((index + 1, index + 1, End::FrameEdge(group, next < borders.0)));
        }
    }
    None
}

/// How many lines and turns are left of a path that ends inside a frame, and where it stops now.
fn entering(
    path: &GridPath,
    group: usize,
    extent: Extent,
    grid: &Grid,
    levels: &dyn Fn(&Line) -> i32,
) -> Option<(usize, usize, End)> {
    let borders = grid.blocks[extent.block].levels;
    for (index, line) in path.lines.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| path.turns[before]);
        // The line moves into the frame from a channel beside it.
        if within(levels(line), borders) {
            let side = match path.turns.get(index) {
                Some(&turn) if is_inner(turn, extent) => {
                    Some(if before.is_some_and(|b| b > turn) { Side::Right } else { Side::Left })
                }
                Some(_) => None,
                None => Some(path.to_side),
            };
            if let Some(side) = side {
                return Some((index + 1, index, End::FrameSide(group, side)));
            }
        }
        // The turn after it comes in from above or below.
        if let (Some(&turn), Some(next)) = (path.turns.get(index), path.lines.get(index + 1))
            && is_inner(turn, extent)
            && !within(levels(line), borders)
            && within(levels(next), borders)
        {
            return Some((index + 1, index + 1, End::FrameEdge(group, levels(line) < borders.0)));
        }
    }
    None
}
