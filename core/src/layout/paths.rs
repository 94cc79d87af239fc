//! Pass 6: finds the way of every edge through the grid, still without any coordinate.
//!
//! Needs: the grid. Gives: one path per edge: horizontal lines (at the height of one of its ends, or in a channel between
//! rows) joined by turns in the channels between columns. A line at the height of an end passes empty cells only, so no
//! path runs through a node. The few sensible shapes of an orthogonal edge (straight, one turn, two turns) are
//! compared by length, bends, foreign frames crossed and how full the channels are; O(channels) per edge.

use super::grid::Grid;
use super::input::{Boundary, EdgeInput, LayoutInput, Way};

/// A side of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    /// Where calls arrive.
    Left,
    /// Where calls leave.
    Right,
}

/// A horizontal piece of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// At the height where the edge leaves its caller.
    From,
    /// At the height where it arrives.
    To,
    /// In a horizontal channel.
    Channel(usize),
}

/// Where a path ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// At its callee.
    Node,
    /// On the left or right border of a frame.
    FrameSide(usize, Side),
    /// On the upper (`true`) or lower border of a frame.
    FrameEdge(usize, bool),
    /// On the upper (`true`) or lower border of a lane.
    LaneEdge(usize, bool),
}

/// The way of an edge.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Path {
    /// The side it leaves; `None` for the internet.
    pub(super) from_side: Option<Side>,
    /// The side it arrives at, if it arrives.
    pub(super) to_side: Side,
    /// Horizontal pieces; one more than turns, or as many where it ends on an upper or lower border.
    pub(super) lines: Vec<Line>,
    /// Vertical channels it turns in.
    pub(super) turns: Vec<usize>,
    /// Where it ends.
    pub(super) end: End,
}

impl Path {
    /// Whether it runs straight from node to node (or from the internet).
    pub(super) fn is_straight(&self) -> bool {
        self.turns.is_empty() && self.end == End::Node
    }

    /// Whether it reaches its callee's side.
    pub(super) fn has_target_port(&self) -> bool {
        self.end == End::Node || self.lines.last() == Some(&Line::To)
    }
}

/// Prices to compare ways by before any coordinate is known, about pixels. All ways of an edge are as wide as another.
const LEVEL: usize = 11;
const BEND: usize = 40;
const FOREIGN_FRAME: usize = 400;
const FULL_ROW_CHANNEL: usize = 14;
const UPWARDS: usize = 5;
/// Every column that a line reaches further than need be on the side where its edge has company.
const FAR: usize = 12;
/// Every other end on the same half of a node's side: ends above and below the middle keep a node low.
const CROWDED: usize = 6;

/// Finds every path. `None` for what cannot be drawn: an edge from a node to itself, or to the internet.
pub(super) fn paths(input: &LayoutInput, grid: &Grid) -> Vec<Option<Path>> {
    let mut router = Router {
        input,
        grid,
        row_channels: vec![0; grid.channel_level.len()],
        ends: vec![[[0; 2]; 2]; input.nodes.len()],
        degree: degrees(input),
    };
    let mut paths = vec![None; input.edges.len()];
    // Straight edges have no choice, and those with one turn little: they go first, so that the others see what is full.
    for (index, edge) in input.edges.iter().enumerate() {
        paths[index] = router.straight(edge);
    }
    for at_most in [1, usize::MAX] {
        for (index, edge) in input.edges.iter().enumerate() {
            if paths[index].is_none()
                && let Some(path) = router.bent(edge)
                && path.turns.len() <= at_most
            {
                router.note(edge, &path);
                paths[index] = Some(path);
            }
        }
    }
    paths
}

/// Edges that leave and that enter each node.
fn degrees(input: &LayoutInput) -> Vec<(usize, usize)> {
    let mut degree = vec![(0, 0); input.nodes.len()];
    for edge in &input.edges {
        degree[edge.from].0 += 1;
        degree[edge.to].1 += 1;
    }
    degree
}

struct Router<'a> {
    input: &'a LayoutInput,
    grid: &'a Grid,
    /// Lines in each horizontal channel so far.
    row_channels: Vec<usize>,
    /// Ends so far on each side of each node: above and below the middle.
    ends: Vec<[[usize; 2]; 2]>,
    degree: Vec<(usize, usize)>,
}

impl Router<'_> {
    fn note(&mut self, edge: &EdgeInput, path: &Path) {
        for line in &path.lines {
            if let Line::Channel(channel) = line {
                self.row_channels[*channel] += 1;
            }
        }
        let levels: Vec<i32> = path.lines.iter().map(|line| self.level(edge, *line)).collect();
        if let (Some(side), [own, next, ..]) = (path.from_side, &levels[..]) {
            self.ends[edge.from][side as usize][usize::from(next > own)] += 1;
        }
        if let [.., before, own] = levels[..] {
            self.ends[edge.to][path.to_side as usize][usize::from(before > own)] += 1;
        }
    }

    fn level(&self, edge: &EdgeInput, line: Line) -> i32 {
        self.grid.line_level(edge, line)
    }

    /// How crowded the half of a node's side is where an edge comes from or goes to another level.
    fn crowd(&self, node: usize, side: Side, other: i32) -> usize {
        let own = self.grid.place[node].map_or(0, |(row, _)| self.grid.row_level[row]);
        CROWDED * self.ends[node][side as usize][usize::from(other > own)]
    }

    /// A straight line in one row, when nothing stands between.
    fn straight(&self, edge: &EdgeInput) -> Option<Path> {
        let (row, column) = self.grid.place[edge.to]?;
        if edge.way == Way::Ingress {
            let free = self.grid.is_free(row, 0, column);
            return free.then(|| path(None, Side::Left, vec![Line::To], vec![]));
        }
        let (from_row, from_column) = self.grid.place[edge.from]?;
        let (low, high) = (column.min(from_column), column.max(from_column));
        if edge.way == Way::Outside
            || low == high
            || row != from_row
            || !self.grid.is_free(row, low + 1, high)
        {
            return None;
        }
        let (leave, arrive) = sides(from_column, column);
        Some(path(Some(leave), arrive, vec![Line::From], vec![]))
    }

    fn bent(&self, edge: &EdgeInput) -> Option<Path> {
        let to = self.grid.place[edge.to]?;
        match edge.way {
            Way::Ingress => Some(self.ingress(edge, to)),
            Way::Outside => self.outside(edge, self.grid.place[edge.from]?, to),
            Way::Inside => {
                let from = self.grid.place[edge.from]?;
                (edge.from != edge.to).then(|| self.inside(edge, from, to))
            }
        }
    }

    /// From the internet along a channel beside the row, then up or down to the node's left side.
    fn ingress(&self, edge: &EdgeInput, (row, column): (usize, usize)) -> Path {
        let (below, above) = (self.grid.below(row), self.grid.above(row));
        let cost = |channel: usize| {
            self.channel_cost(edge, channel, 0, after(column))
                + self.crowd(edge.to, Side::Left, self.grid.channel_level[channel])
                + if channel == above { UPWARDS } else { 0 }
        };
        let channel = if cost(above) < cost(below) { above } else { below };
        path(None, Side::Left, vec![Line::Channel(channel), Line::To], vec![column])
    }

    /// Out on the left, along the internet's side, and back in.
    fn outside(&self, edge: &EdgeInput, from: (usize, usize), to: (usize, usize)) -> Option<Path> {
        if edge.from == edge.to {
            return None;
        }
        let (mut lines, mut turns) = (vec![Line::From], Vec::new());
        let mut used = None;
        if !self.grid.is_free(from.0, 0, from.1) {
            let channel = self.beside(edge, from, None);
            used = Some(channel);
            lines.push(Line::Channel(channel));
            turns.push(from.1);
        }
        turns.push(0);
        if !self.grid.is_free(to.0, 0, to.1) {
            lines.push(Line::Channel(self.beside(edge, to, used)));
            turns.push(to.1);
        }
        lines.push(Line::To);
        Some(path(Some(Side::Left), Side::Left, lines, turns))
    }

    /// The better channel above or below a cell for a line to the left, not `other`.
    fn beside(
        &self,
        edge: &EdgeInput,
        (row, column): (usize, usize),
        other: Option<usize>,
    ) -> usize {
        let (below, above) = (self.grid.below(row), self.grid.above(row));
        let cost = |channel| self.channel_cost(edge, channel, after(0), after(column));
        if other == Some(below) || (other != Some(above) && cost(above) < cost(below)) {
            above
        } else {
            below
        }
    }

    fn inside(&self, edge: &EdgeInput, from: (usize, usize), to: (usize, usize)) -> Path {
        let (leave, arrive) = sides(from.1, to.1);
        if from.1 == to.1 {
            // Both ends in one column: out and back on the right.
            return path(Some(leave), Side::Right, vec![Line::From, Line::To], vec![from.1 + 1]);
        }
        let (first, last) = match leave {
            Side::Right => (from.1 + 1, to.1),
            Side::Left => (to.1 + 1, from.1),
        };
        // Which columns the line at the caller's and at the callee's height would pass, turning in channel `turn`.
        let free = |turn: usize| match leave {
            Side::Right => {
                self.grid.is_free(from.0, from.1 + 1, turn) && self.grid.is_free(to.0, turn, to.1)
            }
            Side::Left => {
                self.grid.is_free(from.0, turn, from.1) && self.grid.is_free(to.0, to.1 + 1, turn)
            }
        };
        let lane = |node: usize| self.input.nodes[node].lane;
        let stays = edge.stop == Some(Boundary::OwnLane) && lane(edge.from) != lane(edge.to);
        let fans_in = stays || self.degree[edge.to].1 >= self.degree[edge.from].0;
        let far = |turn: usize| match (leave, fans_in) {
            (Side::Right, true) | (Side::Left, false) => last - turn,
            (Side::Right, false) | (Side::Left, true) => turn - first,
        };
        let levels = (self.grid.row_level[from.0], self.grid.row_level[to.0]);
        let one_turn = (first..=last)
            .filter(|&turn| free(turn) || (stays && self.passes(from, turn, leave)))
            .map(|turn| {
                let cost = self.turn_cost(edge, turn, levels) + BEND;
                (cost + FAR * far(turn), turn, None)
            })
            .min();
        let (near, away) = match leave {
            Side::Right => (first, last),
            Side::Left => (last, first),
        };
        let two_turns = (first < last && !stays)
            .then(|| {
                let (low, high) = (from.0.min(to.0), from.0.max(to.0));
                (self.grid.above(low)..=self.grid.below(high))
                    .map(|channel| {
                        let level = self.grid.channel_level[channel];
                        let cost = self.turn_cost(edge, near, (levels.0, level))
                            + self.turn_cost(edge, away, (level, levels.1))
                            + self.channel_cost(edge, channel, after(first), after(last))
                            + 2 * BEND
                            + self.crowd(edge.from, leave, level)
                            + self.crowd(edge.to, arrive, level)
                            + if channel == self.grid.above(low) { UPWARDS } else { 0 };
                        (cost, near, Some(channel))
                    })
                    .min()
            })
            .flatten();
        match [one_turn, two_turns].into_iter().flatten().min() {
            Some((_, turn, Some(channel))) => path(
                Some(leave),
                arrive,
                vec![Line::From, Line::Channel(channel), Line::To],
                vec![turn, away],
            ),
            Some((_, turn, None)) => {
                path(Some(leave), arrive, vec![Line::From, Line::To], vec![turn])
            }
            // Only for an edge that stops at its own lane, with a node right beside: it never gets past the first turn.
            None => path(Some(leave), arrive, vec![Line::From, Line::To], vec![near]),
        }
    }

    /// Whether a line at the caller's height reaches channel `turn`.
    fn passes(&self, from: (usize, usize), turn: usize, leave: Side) -> bool {
        match leave {
            Side::Right => self.grid.is_free(from.0, from.1 + 1, turn),
            Side::Left => self.grid.is_free(from.0, turn, from.1),
        }
    }

    /// What a vertical piece costs.
    fn turn_cost(&self, edge: &EdgeInput, turn: usize, levels: (i32, i32)) -> usize {
        let (low, high) = (levels.0.min(levels.1), levels.0.max(levels.1));
        let foreign = self.foreign(edge, |extent, frame_levels| {
            extent.0 < turn && turn <= extent.1 && low < frame_levels.1 && frame_levels.0 < high
        });
        LEVEL * low.abs_diff(high) as usize + foreign
    }

    /// What a line in a horizontal channel costs from one place to another (see [`after`]).
    fn channel_cost(&self, edge: &EdgeInput, channel: usize, left: usize, right: usize) -> usize {
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

/// A vertical channel as a place from left to right; 0 is the internet.
fn after(channel: usize) -> usize {
    channel + 1
}

fn path(from_side: Option<Side>, to_side: Side, lines: Vec<Line>, turns: Vec<usize>) -> Path {
    Path { from_side, to_side, lines, turns, end: End::Node }
}

/// The sides an edge between two columns leaves and arrives at.
fn sides(from: usize, to: usize) -> (Side, Side) {
    if to < from { (Side::Left, Side::Right) } else { (Side::Right, Side::Left) }
}
