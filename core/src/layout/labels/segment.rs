//! Pass 8: chooses the line of every path that will carry its label.
//!
//! Needs: the paths as they are drawn. Gives: one line per labelled edge. A straight edge and a line in a channel are
//! long; of the two short ends the one with fewer neighbours on its side of the node is freer.

use crate::layout::input::LayoutInput;
use crate::layout::placement::grid::Grid;
use crate::layout::routing::router::{Line, Path, Side};

/// The line of each path that carries the label, as an index into its lines.
pub(crate) fn hosts(
    input: &LayoutInput,
    grid: &Grid,
    paths: &[Option<Path>],
) -> Vec<Option<usize>> {
    let mut ends = vec![[0_usize; 2]; input.nodes.len()];
    for (edge, path) in input.edges.iter().zip(paths) {
        let Some(path) = path else { continue };
        if let Some(side) = path.from_side {
            ends[edge.from][side as usize] += 1;
        }
        if path.has_target_port() {
            ends[edge.to][path.to_side as usize] += 1;
        }
    }
    input
        .edges
        .iter()
        .zip(paths)
        .map(|(edge, path)| {
            let path = path.as_ref().filter(|_| !edge.label.is_empty())?;
            if let Some(channel) = path.lines.iter().position(|l| matches!(l, Line::Channel(_))) {
                return Some(channel);
            }
            let last = path.lines.len() - 1;
            if last == 0 || path.end != crate::layout::routing::router::End::Node {
                return Some(0);
            }
            let (leave, turn) = (path.from_side?, path.turns[0]);
            let passed = |node: usize, side: Side| {
                let column = grid.place[node].map_or(0, |(_, column)| column);
                match side {
                    Side::Right => turn.saturating_sub(column + 1),
                    Side::Left => column.saturating_sub(turn),
                }
            };
            let at_from = (passed(edge.from, leave), ends[edge.from][leave as usize]);
            let at_to = (passed(edge.to, path.to_side), ends[edge.to][path.to_side as usize]);
            // More empty cells passed first, then less company.
            let to_is_better =
                (at_to.0, std::cmp::Reverse(at_to.1)) > (at_from.0, std::cmp::Reverse(at_from.1));
            Some(if to_is_better { last } else { 0 })
        })
        .collect()
}
