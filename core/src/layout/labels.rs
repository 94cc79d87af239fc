//! Pass 13: places the labels of edges, and picks the wording of headings.
//!
//! Needs: routes. Gives: one card per label on the longest free stretch of its line: between the turns of other edges,
//! borders of frames, and other cards. Where the fullest wording does not fit, the next shorter one is tried; a label for
//! which nothing fits is left out. O(labels · turns).
#![expect(clippy::float_cmp, reason = "corners of one line share their numbers exactly")]

use super::grid::Grid;
use super::heights::Heights;
use super::input::LayoutInput;
use super::paths::{End, Path};
use super::rooms::wording;
use super::widths::Widths;
use crate::geometry::{Point, Rect};
use crate::sort;

/// Height of a card.
pub(crate) const CARD: f64 = 18.0;
/// Between a card and the start of its line, its end, and what crosses it.
const FROM_START: f64 = 8.0;
const FROM_END: f64 = 16.0;
const FROM_OTHERS: f64 = 5.0;
/// Text in a heading keeps this far from a line that crosses it.
const HEADING_PAD: f64 = 10.0;

/// A vertical piece of some edge or border.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Upright {
    /// Where it runs.
    pub(super) x: f64,
    /// Its upper end.
    pub(super) top: f64,
    /// Its lower end.
    pub(super) bottom: f64,
}

/// The vertical pieces of all routes.
pub(super) fn uprights(points: &[Vec<Point>]) -> Vec<Upright> {
    points
        .iter()
        .flat_map(|points| points.windows(2))
        .filter(|pair| pair[0].x == pair[1].x && pair[0].y != pair[1].y)
        .map(|pair| Upright {
            x: pair[0].x,
            top: pair[0].y.min(pair[1].y),
            bottom: pair[0].y.max(pair[1].y),
        })
        .collect()
}

/// The label of every edge that has one: the wording, as an index into its widths, and the card.
pub(super) fn labels(
    input: &LayoutInput,
    grid: &Grid,
    paths: &[Option<Path>],
    hosts: &[Option<usize>],
    points: &[Vec<Point>],
    heights: &Heights,
    widths: &Widths,
) -> Vec<Option<(usize, Rect)>> {
    let mut bars = uprights(points);
    for (group, &(left, right)) in widths.frames.iter().enumerate() {
        if grid.extents[group].is_some() {
            let (top, bottom) = heights.frames[group];
            bars.extend([left, right].map(|x| Upright { x, top, bottom }));
        }
    }
    let (first, last) = widths.lanes;
    bars.push(Upright { x: last, top: 0.0, bottom: heights.bottom });
    let levels = levels(points);
    // Nothing is written on the internet.
    let mut cards: Vec<Rect> = vec![Rect::new(0.0, 0.0, first, heights.bottom)];
    let mut out = vec![None; paths.len()];
    for (edge, path) in paths.iter().enumerate() {
        let (Some(path), Some(host)) = (path, hosts[edge]) else { continue };
        let wordings = &input.edges[edge].label;
        let rest = (0..path.lines.len()).filter(|&line| line != host);
        let mut found = None;
        for line in std::iter::once(host).chain(rest) {
            let ends = (points[edge][2 * line], points[edge][2 * line + 1]);
            let others = Taken { bars: &bars, levels: &levels, cards: &cards, own: edge };
            let stretch = free_stretch(ends, path, line, &others);
            let beginning = if line == host { wording(wordings) } else { 0 };
            found = (beginning..wordings.len())
                .find(|&w| wordings[w] <= stretch.1 - stretch.0)
                .map(|w| {
                    let middle = f64::midpoint(stretch.0, stretch.1);
                    let x = middle - wordings[w] / 2.0;
                    (w, Rect::new(x, ends.0.y - CARD / 2.0, wordings[w], CARD))
                });
            if found.is_some() {
                break;
            }
        }
        if let Some((_, card)) = found {
            cards.push(card);
        }
        out[edge] = found;
    }
    out
}

/// A horizontal piece of some edge: whose, from where to where, how high.
type Level = (usize, f64, f64, f64);

/// The horizontal pieces of all routes.
fn levels(points: &[Vec<Point>]) -> Vec<Level> {
    let pieces = points.iter().enumerate().flat_map(|(edge, points)| {
        points
            .windows(2)
            .filter(|pair| pair[0].y == pair[1].y)
            .map(move |pair| (edge, pair[0].x.min(pair[1].x), pair[0].x.max(pair[1].x), pair[0].y))
    });
    pieces.collect()
}

/// What a card must not touch.
struct Taken<'a> {
    bars: &'a [Upright],
    levels: &'a [Level],
    cards: &'a [Rect],
    /// The edge that is labelled.
    own: usize,
}

impl Taken<'_> {
    /// From where to where a card around height `y` would touch something.
    fn near(&self, y: f64) -> Vec<(f64, f64)> {
        let (top, bottom) = (y - CARD / 2.0, y + CARD / 2.0);
        let bars = self.bars.iter().filter(|bar| bar.top < bottom && top < bar.bottom);
        let levels = self
            .levels
            .iter()
            .filter(|(edge, _, _, height)| *edge != self.own && top < *height && *height < bottom);
        let cards = self.cards.iter().filter(|card| card.y < bottom && top < card.bottom());
        bars.map(|bar| (bar.x, bar.x))
            .chain(levels.map(|&(_, from, to, _)| (from, to)))
            .chain(cards.map(|card| (card.x, card.right())))
            .map(|(from, to)| (from - FROM_OTHERS, to + FROM_OTHERS))
            .collect()
    }
}

/// The longest stretch of a line that nothing crosses, for the left and right border of a card.
fn free_stretch(ends: (Point, Point), path: &Path, line: usize, others: &Taken<'_>) -> (f64, f64) {
    let (y, rightwards) = (ends.0.y, ends.0.x <= ends.1.x);
    let is_last = line + 1 == path.lines.len() && path.turns.len() == line;
    let at_start = if line == 0 { FROM_START } else { FROM_OTHERS };
    let at_end = match path.end {
        _ if !is_last => FROM_OTHERS,
        End::Node | End::FrameSide(..) => FROM_END,
        End::FrameEdge(..) | End::LaneEdge(..) => FROM_OTHERS,
    };
    let (low, high) = if rightwards {
        (ends.0.x + at_start, ends.1.x - at_end)
    } else {
        (ends.1.x + at_end, ends.0.x - at_start)
    };
    let mut taken = others.near(y);
    taken.retain(|&(from, to)| from < high && low < to);
    sort::by(&mut taken, |a, b| a.0.total_cmp(&b.0));
    let mut best = (low, low);
    let mut at = low;
    for (from, to) in taken.into_iter().chain([(high, high)]) {
        if from.min(high) - at > best.1 - best.0 {
            best = (at, from.min(high));
        }
        at = at.max(to);
    }
    best
}

/// The wording of a heading that starts at `start`: the fullest that ends before the first line through its band.
pub(super) fn heading(
    wordings: &[f64],
    start: f64,
    band: (f64, f64),
    end: f64,
    bars: &[Upright],
) -> usize {
    let free = bars
        .iter()
        .filter(|bar| bar.top < band.1 && band.0 < bar.bottom && bar.x > start - HEADING_PAD)
        .map(|bar| bar.x)
        .fold(end, f64::min);
    wordings
        .iter()
        .position(|width| start + width + HEADING_PAD <= free)
        .unwrap_or(wordings.len().saturating_sub(1))
}
