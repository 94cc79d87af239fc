//! Pass 6: finds the way of every edge through the grid, still without any coordinate.
//!
//! Needs: the grid. Gives: one path per edge: horizontal lines (at the height of one of its ends, or in a channel between
//! rows) joined by turns in the channels between columns. A line at the height of an end passes empty cells only, so no
//! path runs through a node. The few sensible shapes of an orthogonal edge ([`ways`]) are compared by length, bends,
//! foreign frames, how full the channels are ([`RouteCost`]), and how often they cross the edges that have a way. When every
//! edge has one, each that crosses others is taken up in turn and laid again, for as long as that helps and at most [`ROUNDS`] times.
//! O(edges² · ways) at worst; most pairs of edges are far apart.

use crate::layout::input::LayoutInput;
use crate::layout::placement::grid::Grid;
use crate::layout::routing::candidates::ways;
use crate::layout::routing::clip;
use crate::layout::routing::cost::RouteCost;
use crate::layout::routing::crossing_index::CrossingIndex;
use crate::layout::routing::polyline::{Polyline, shape};
use crate::layout::routing::short::Short;

/// A side of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Side {
    /// Where calls arrive.
    Left,
    /// Where calls leave.
    Right,
}

/// A horizontal segment of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    /// At the height where the edge leaves its caller.
    From,
    /// At the height where it arrives.
    To,
    /// In a horizontal channel.
    Channel(usize),
}

/// Where a path ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
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
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Path {
    /// The side it leaves; `None` for the internet.
    pub(crate) from_side: Option<Side>,
    /// The side it arrives at, if it arrives.
    pub(crate) to_side: Side,
    /// Horizontal segments; one more than turns, or as many where it ends on an upper or lower border.
    pub(crate) lines: Short<Line, 4>,
    /// Vertical channels it turns in.
    pub(crate) turns: Short<usize, 3>,
    /// Where it ends.
    pub(crate) end: End,
}

impl Path {
    /// A path from node to node, or from the internet.
    pub(crate) fn new(
        from_side: Option<Side>,
        to_side: Side,
        lines: &[Line],
        turns: &[usize],
    ) -> Self {
        let (lines, turns) = (Short::new(Line::From).with(lines), Short::new(0).with(turns));
        Self { from_side, to_side, lines, turns, end: End::Node }
    }

    /// Whether it runs straight from node to node (or from the internet).
    pub(crate) fn is_straight(&self) -> bool {
        self.turns.is_empty() && self.end == End::Node
    }

    /// Whether it reaches its callee's side.
    pub(crate) fn has_target_port(&self) -> bool {
        self.end == End::Node || self.lines.last() == Some(&Line::To)
    }
}

/// How often every edge is laid again, in a drawing with at most so many edges.
const ROUNDS: usize = 3;
const MOST_LAID_AGAIN: usize = 150;
/// What a crossing costs, in the same unit as lengths: about as much as a row's detour.
const CROSSING: usize = 150;

/// For so many ways of all edges crossings are counted in one round, and at least for so many of one edge: in a large
/// drawing only the cheapest of thousands are looked at.
const MOST_COUNTED: usize = 4_000;
const MOST_WAYS: usize = 6;

/// Finds every path. `None` for what cannot be drawn: an edge from a node to itself, or to the internet.
pub(crate) fn paths(input: &LayoutInput, grid: &Grid) -> Found {
    let mut router = Router {
        input,
        grid,
        costs: RouteCost::new(input, grid),
        paths: vec![None; input.edges.len()],
        laid: CrossingIndex::new(grid, input.edges.len()),
    };
    let ways: Vec<Vec<Path>> = input.edges.iter().map(|edge| ways(input, grid, edge)).collect();
    // Straight edges have no choice, and those with one turn little: they go first, so that the others see what is full.
    for at_most in [0, 1, usize::MAX] {
        for (edge, ways) in ways.iter().enumerate() {
            if router.paths[edge].is_none()
                && let Some((path, shape)) = router.best(edge, ways)
                && path.turns.len() <= at_most
            {
                router.insert(edge, path, shape);
            }
        }
    }
    let rounds = if input.edges.len() <= MOST_LAID_AGAIN { ROUNDS } else { 0 };
    for _ in 0..rounds {
        let mut improved = false;
        for (edge, ways) in ways.iter().enumerate().filter(|(_, ways)| ways.len() > 1) {
            if router.laid.crossings_of(edge) == 0 {
                continue;
            }
            let Some(before) = router.remove(edge) else { continue };
            let Some((path, shape)) = router.best(edge, ways) else { continue };
            improved |= path != before;
            router.insert(edge, path, shape);
        }
        if !improved {
            break;
        }
    }
    router.found()
}

/// The ways of all edges.
pub(crate) struct Found {
    /// By edge.
    pub(crate) paths: Vec<Option<Path>>,
    /// Their prices, and what their crossings cost.
    pub(crate) cost: usize,
    /// How often they must cross.
    pub(crate) crossings: usize,
}

struct Router<'a> {
    input: &'a LayoutInput,
    grid: &'a Grid,
    costs: RouteCost<'a>,
    paths: Vec<Option<Path>>,
    /// Every path as it will be drawn: up to its stop.
    laid: CrossingIndex,
}

impl Router<'_> {
    /// The cheapest way; the first among equals. Prices are known at once and crossings are not, so they are counted for
    /// the cheap ways first, and not at all where the price alone is too high.
    fn best(&self, edge: usize, ways: &[Path]) -> Option<(Path, Polyline)> {
        let prices = ways.iter().map(|path| self.costs.cost(edge, path));
        let mut prices: Vec<(usize, usize)> = prices.zip(0..).collect();
        prices.sort_unstable();
        prices.truncate(MOST_WAYS.max(MOST_COUNTED / self.paths.len().max(1)));
        let mut best: Option<((usize, usize), Polyline)> = None;
        for (price, way) in prices {
            let least = best.as_ref().map_or((usize::MAX, 0), |best| best.0);
            if price > least.0 {
                break;
            }
            let shape = self.drawn(edge, &ways[way]);
            let crossings = self.laid.crossings(&shape, (least.0 - price) / CROSSING);
            let cost = (price + CROSSING * crossings, way);
            if cost < least {
                best = Some((cost, shape));
            }
        }
        best.map(|((_, way), shape)| (ways[way], shape))
    }

    fn drawn(&self, edge: usize, path: &Path) -> Polyline {
        if self.input.edges[edge].stop.is_none() {
            return shape(self.input, self.grid, edge, path);
        }
        let mut cut = *path;
        clip::stop(self.input, self.grid, edge, &mut cut);
        shape(self.input, self.grid, edge, &cut)
    }

    fn found(self) -> Found {
        let mut cost = 0;
        let mut crossings = 0;
        for (edge, path) in self.paths.iter().enumerate() {
            let Some(path) = path else { continue };
            cost += self.costs.cost(edge, path);
            crossings += self.laid.crossings_of(edge);
        }
        // Both edges of a crossing have counted it.
        crossings /= 2;
        Found { paths: self.paths, cost: cost + CROSSING * crossings, crossings }
    }

    fn insert(&mut self, edge: usize, path: Path, shape: Polyline) {
        self.costs.note(edge, &path, 1);
        self.paths[edge] = Some(path);
        self.laid.insert(edge, shape);
    }

    fn remove(&mut self, edge: usize) -> Option<Path> {
        let path = self.paths[edge].take()?;
        self.laid.remove(edge);
        self.costs.note(edge, &path, -1);
        Some(path)
    }
}
