//! Edge routing: the path of every edge through the grid.
//!
//! Needs: the grid. Gives: one route per edge that can be drawn: horizontal lines (at the height of one of its ends, or in
//! a channel between rows) joined by turns in the channels between columns. The candidate paths of an edge
//! ([`candidate_paths`]) are compared by their cost ([`RouteCost`]) and by how often they cross the edges that have a
//! route. Then rip-up and reroute: each edge that crosses others is taken out in turn and routed again, for as long as
//! that helps and at most [`ROUNDS`] times. O(m² · candidates) at worst up to [`MOST_CROSSED`] edges, though most pairs of
//! edges are far apart; O(m · candidates) beyond.

use super::candidates::{candidate_paths, most_compared};
use super::clip::clip;
use super::cost::RouteCost;
use super::crossing_index::CrossingIndex;
use super::path::GridPath;
use super::polyline::{Polyline, polyline};
use super::route::Route;
use crate::layout::input::LayoutInput;
use crate::layout::placement::grid::Grid;

/// How often every edge is routed again, in a drawing with at most so many edges.
const ROUNDS: usize = 3;
const MOST_REROUTED: usize = 150;
/// In a drawing of more edges, crossings are not counted at all: nobody follows one of so many lines by eye, and the
/// time would grow with their square. The paths are then compared by everything else.
const MOST_CROSSED: usize = 500;
/// What a crossing costs, in the same unit as lengths: about as much as a row's detour.
const CROSSING: usize = 150;

/// For so many candidates of all edges crossings are counted in one round, and at least for so many of one edge: in a
/// large drawing only the cheapest of thousands are looked at.
const MOST_COUNTED: usize = 4_000;
const MOST_CANDIDATES: usize = 6;

/// All routes of a drawing.
pub(crate) struct Routing {
    /// One route per drawn edge, in the order of the input. An edge from a node to itself, or to the internet, has none.
    pub(crate) routes: Vec<Route>,
    /// What the routes and their crossings cost.
    pub(crate) cost: usize,
    /// How often they must cross; nothing where that is not counted.
    pub(crate) crossings: Option<usize>,
}

/// Finds every route.
pub(crate) fn route_edges(input: &LayoutInput, grid: &Grid) -> Routing {
    let mut router = Router {
        input,
        grid,
        cost: RouteCost::new(input, grid),
        paths: vec![None; input.edges.len()],
        index: CrossingIndex::new(grid, input.edges.len(), input.edges.len() <= MOST_CROSSED),
    };
    let most = most_compared(input.edges.len());
    let candidates: Vec<Vec<GridPath>> =
        input.edges.iter().map(|edge| candidate_paths(input, grid, edge, most)).collect();
    // Straight edges have no choice, and those with one turn little: they go first, so that the others see what is full.
    for at_most in [0, 1, usize::MAX] {
        for (edge, candidates) in candidates.iter().enumerate() {
            if router.paths[edge].is_none()
                && let Some((path, polyline)) = router.best(edge, candidates)
                && path.turns.len() <= at_most
            {
                router.insert(edge, path.clone(), polyline);
            }
        }
    }
    let rounds = if input.edges.len() <= MOST_REROUTED { ROUNDS } else { 0 };
    for _ in 0..rounds {
        let mut improved = false;
        for (edge, candidates) in candidates.iter().enumerate().filter(|(_, all)| all.len() > 1) {
            if router.index.crossings_of(edge) == 0 {
                continue;
            }
            let Some(before) = router.remove(edge) else { continue };
            let Some((path, polyline)) = router.best(edge, candidates) else { continue };
            improved |= *path != before;
            router.insert(edge, path.clone(), polyline);
        }
        if !improved {
            break;
        }
    }
    router.finish()
}

struct Router<'a> {
    input: &'a LayoutInput,
    grid: &'a Grid,
    cost: RouteCost<'a>,
    /// The paths so far, by edge.
    paths: Vec<Option<GridPath>>,
    /// Every path as it will be drawn: up to its stop.
    index: CrossingIndex,
}

impl Router<'_> {
    /// The cheapest candidate; the first among equals. Costs are known at once and crossings are not, so crossings are
    /// counted for the cheap ones first, and not at all where the cost alone is too high.
    fn best<'c>(
        &self,
        edge: usize,
        candidates: &'c [GridPath],
    ) -> Option<(&'c GridPath, Polyline)> {
        let costs = candidates.iter().map(|path| self.cost.of(edge, path));
        let mut costs: Vec<(usize, usize)> = costs.zip(0..).collect();
        costs.sort_unstable();
        costs.truncate(MOST_CANDIDATES.max(MOST_COUNTED / self.paths.len().max(1)));
        let mut best: Option<((usize, usize), Polyline)> = None;
        for (cost, candidate) in costs {
            let least = best.as_ref().map_or((usize::MAX, 0), |best| best.0);
            if cost > least.0 {
                break;
            }
            let polyline = self.drawn(edge, &candidates[candidate]);
            let crossings = self.index.crossings(&polyline, (least.0 - cost) / CROSSING);
            let whole = (cost + CROSSING * crossings, candidate);
            if whole < least {
                best = Some((whole, polyline));
            }
        }
        best.map(|((_, candidate), polyline)| (&candidates[candidate], polyline))
    }

    /// A path as it will be drawn.
    fn drawn(&self, index: usize, path: &GridPath) -> Polyline {
        let edge = &self.input.edges[index];
        if edge.stop.is_none() {
            return polyline(self.input, self.grid, index, path);
        }
        let mut cut = path.clone();
        clip(self.input, self.grid, edge, &mut cut);
        polyline(self.input, self.grid, index, &cut)
    }

    fn insert(&mut self, edge: usize, path: GridPath, polyline: Polyline) {
        self.cost.insert(edge, &path);
        self.paths[edge] = Some(path);
        self.index.insert(edge, polyline);
    }

    fn remove(&mut self, edge: usize) -> Option<GridPath> {
        let path = self.paths[edge].take()?;
        self.index.remove(edge);
        self.cost.remove(edge, &path);
        Some(path)
    }

    fn finish(self) -> Routing {
        let paths = self.paths.iter().enumerate();
        let cost: usize =
            paths.filter_map(|(edge, path)| Some(self.cost.of(edge, path.as_ref()?))).sum();
        let crossings = self.index.all_crossings();
        let cost = cost + crossings.map_or(0, |crossings| CROSSING * crossings);
        let drawn = self.paths.into_iter().zip(self.index.into_polylines()).enumerate();
        let routes =
            drawn.filter_map(|(edge, (path, polyline))| Some(Route::new(edge, path?, polyline?)));
        Routing { routes: routes.collect(), cost, crossings }
    }
}
