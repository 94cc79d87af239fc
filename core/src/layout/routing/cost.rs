//! Route cost: what the candidate paths of an edge cost, crossings aside.
//!
//! Length, bends, frames of others, full channels and crowded sides. O(lines · frames) per path.

use super::path::{GridPath, Line, Side};
use crate::layout::input::{Boundary, EdgeInput, EdgeRouting, LayoutInput};
use crate::layout::placement::grid::Grid;

/// Prices to compare paths by before any coordinate is known, about pixels. All paths of an edge are equally wide.
const LEVEL: usize = 11;
const BEND: usize = 40;
const FOREIGN_FRAME: usize = 400;
/// Among more frames, no path goes out of its way: each looks at all of them.
const MOST_FRAMES: usize = 150;
const FULL_ROW_CHANNEL: usize = 14;
const UPWARDS: usize = 5;
/// Leaving and arriving on one side, instead of on sides that face each other.
const AROUND: usize = 120;
/// Every column that a line reaches further than need be on the side where its edge has company.
const FAR: usize = 12;
/// Every other end on the same half of a node's side: ends above and below the middle keep a node low.
const CROWDED: usize = 6;

/// Prices, with what is full so far.
pub(crate) struct RouteCost<'a> {
    input: &'a LayoutInput,
    grid: &'a Grid,
    /// Lines in each horizontal channel.
    row_channels: Vec<usize>,
    /// Ends on each side of each node: above and below the middle.
    ends: Vec<[[usize; 2]; 2]>,
    /// Edges that leave and that enter each node.
    degree: Vec<(usize, usize)>,
}

impl<'a> RouteCost<'a> {
    pub(crate) fn new(input: &'a LayoutInput, grid: &'a Grid) -> Self {
        let mut degree = vec![(0, 0); input.nodes.len()];
        for edge in &input.edges {
            degree[edge.from].0 += 1;
            degree[edge.to].1 += 1;
        }
        Self {
            input,
            grid,
            row_channels: vec![0; grid.channel_level.len()],
            ends: vec![[[0; 2]; 2]; input.nodes.len()],
            degree,
        }
    }

    /// Counts what a path fills.
    pub(crate) fn insert(&mut self, index: usize, path: &GridPath) {
        self.count(index, path, 1);
    }

    /// Takes back what a path filled.
    pub(crate) fn remove(&mut self, index: usize, path: &GridPath) {
        self.count(index, path, -1);
    }

    fn count(&mut self, index: usize, path: &GridPath, by: isize) {
        let edge = &self.input.edges[index];
        for line in &path.lines {
            if let Line::Channel(channel) = line {
                change(&mut self.row_channels[*channel], by);
            }
        }
        let level = |line: &Line| line.level(self.grid, edge);
        if let (Some(side), [own, next, ..]) = (path.from_side, &path.lines[..]) {
            let below = usize::from(level(next) > level(own));
            change(&mut self.ends[edge.from][side as usize][below], by);
        }
        if let [.., before, own] = &path.lines[..] {
            let (before, own) = (level(before), level(own));
            change(&mut self.ends[edge.to][path.to_side as usize][usize::from(before > own)], by);
        }
    }

    /// What a path costs.
    pub(crate) fn of(&self, index: usize, path: &GridPath) -> usize {
        let edge = &self.input.edges[index];
        let level = |line: &Line| line.level(self.grid, edge);
        let mut cost = BEND * path.turns.len();
        for (index, &turn) in path.turns.iter().enumerate() {
            cost +=
                self.turn(edge, turn, (level(&path.lines[index]), level(&path.lines[index + 1])));
        }
        for (index, line) in path.lines.iter().enumerate() {
            if let Line::Channel(channel) = *line {
                let left = index.checked_sub(1).map_or(0, |before| after(path.turns[before]));
                let right = path.turns.get(index).map_or(left, |&turn| after(turn));
                cost += self.channel(edge, channel, left.min(right), left.max(right));
                cost += self.upwards(edge, path, index);
            }
        }
        if let [own, Line::Channel(channel), ..] = path.lines[..]
            && let Some(side) = path.from_side
            && own == Line::From
        {
            cost += self.crowd(edge.from, side, self.grid.channel_level[channel]);
        }
        if let [.., Line::Channel(channel), Line::To] = path.lines[..] {
            cost += self.crowd(edge.to, path.to_side, self.grid.channel_level[channel]);
        }
        if edge.routing == EdgeRouting::Inside && path.from_side == Some(path.to_side) {
            cost += AROUND;
        }
        cost + if path.turns.len() == 1 && edge.routing == EdgeRouting::Inside {
            self.far(edge, path)
        } else {
            0
        }
    }

    /// How crowded the half of a node's side is where an edge comes from or goes to another level.
    fn crowd(&self, node: usize, side: Side, other: i32) -> usize {
        let own = self.grid.level_of(node);
        CROWDED * self.ends[node][side as usize][usize::from(other > own)]
    }

    /// Channels above are only second to those below.
    fn upwards(&self, edge: &EdgeInput, path: &GridPath, line: usize) -> usize {
        let level = path.lines[line].level(self.grid, edge);
        let is_above = [line.checked_sub(1), Some(line + 1)]
            .into_iter()
            .flatten()
            .filter_map(|other| path.lines.get(other))
            .all(|other| other.level(self.grid, edge) > level);
        if is_above { UPWARDS } else { 0 }
    }

    /// How much further than need be the longer of two lines reaches.
    fn far(&self, edge: &EdgeInput, path: &GridPath) -> usize {
        let (Some(from), Some(to)) = (self.grid.place[edge.from], self.grid.place[edge.to]) else {
            return 0;
        };
        let turn = path.turns[0];
        let lane = |node: usize| self.input.nodes[node].lane;
        let stays = edge.stop == Some(Boundary::OwnLane) && lane(edge.from) != lane(edge.to);
        let fans_in = stays || self.degree[edge.to].1 >= self.degree[edge.from].0;
        let (first, last) = if from.1 <= to.1 { (from.1 + 1, to.1) } else { (to.1 + 1, from.1) };
        FAR * match (path.from_side, fans_in) {
            (Some(Side::Right) | None, true) | (Some(Side::Left), false) => {
                last.saturating_sub(turn)
            }
            _ => turn.saturating_sub(first),
        }
    }

    /// What a vertical segment costs.
    fn turn(&self, edge: &EdgeInput, turn: usize, levels: (i32, i32)) -> usize {
        let (low, high) = (levels.0.min(levels.1), levels.0.max(levels.1));
        let foreign = self.foreign(edge, |extent, frame_levels| {
            extent.0 < turn && turn <= extent.1 && low < frame_levels.1 && frame_levels.0 < high
        });
        LEVEL * low.abs_diff(high) as usize + foreign
    }

    /// What a line in a horizontal channel costs from one place to another (see [`after`]).
    fn channel(&self, edge: &EdgeInput, channel: usize, left: usize, right: usize) -> usize {
        let level = self.grid.channel_level[channel];
        let foreign = self.foreign(edge, |extent, frame_levels| {
            frame_levels.0 < level
                && level < frame_levels.1
                && left <= after(extent.1)
                && after(extent.0) < right
        });
        FULL_ROW_CHANNEL * self.row_channels[channel] + foreign
    }

    /// The price of every frame that neither end stands in and that `crosses`.
    fn foreign(
        &self,
        edge: &EdgeInput,
        crosses: impl Fn((usize, usize), (i32, i32)) -> bool,
    ) -> usize {
        if self.grid.extents.len() > MOST_FRAMES {
            return 0;
        }
        let own = [self.input.nodes[edge.from].group, self.input.nodes[edge.to].group];
        let frames = self.grid.extents.iter().enumerate();
        let crossed = frames.filter(|(group, extent)| {
            extent.is_some_and(|extent| {
                !own.contains(&Some(*group))
                    && crosses((extent.first, extent.last), self.grid.blocks[extent.block].levels)
            })
        });
        FOREIGN_FRAME * crossed.count()
    }
}

fn change(count: &mut usize, by: isize) {
    *count = count.saturating_add_signed(by);
}

/// A vertical channel as a place from left to right; 0 is the internet.
fn after(channel: usize) -> usize {
    channel + 1
}
