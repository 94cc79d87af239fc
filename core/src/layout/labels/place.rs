//! Pass 13: places the labels of edges, and picks the wording of headings.
//!
//! Needs: routes. Gives: one card per label on the longest free stretch of its line: between the turns of other edges,
//! borders of frames, and other cards. Where the fullest wording does not fit, the next shorter one is tried; a label for
//! which nothing fits is left out. O(labels · turns).
#![expect(clippy::float_cmp, reason = "corners of one line share their numbers exactly")]

use crate::geometry::{Point, Rect};
use crate::layout::coordinates::channel_space::wording;
use crate::layout::coordinates::x::XCoordinates;
use crate::layout::coordinates::y::YCoordinates;
use crate::layout::input::LayoutInput;
use crate::layout::placement::grid::Grid;
use crate::layout::routing::router::{End, Path};
use crate::sort;

/// Height of a card.
pub(crate) const CARD: f64 = 18.0;
/// Between a card and the start of its line, its end, and what crosses it.
const FROM_START: f64 = 8.0;
const FROM_END: f64 = 16.0;
const FROM_OTHERS: f64 = 5.0;
/// Text in a heading keeps this far from a line that crosses it.
const HEADING_PAD: f64 = 10.0;

/// A vertical segment of some edge or border.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct VerticalSegment {
    /// Where it runs.
    pub(crate) x: f64,
    /// Its upper end.
    pub(crate) top: f64,
    /// Its lower end.
    pub(crate) bottom: f64,
}

/// The vertical segments of all routes.
pub(crate) fn vertical_segments(points: &[Vec<Point>]) -> Vec<VerticalSegment> {
    points
        .iter()
        .flat_map(|points| points.windows(2))
        .filter(|pair| pair[0].x == pair[1].x && pair[0].y != pair[1].y)
        .map(|pair| VerticalSegment {
            x: pair[0].x,
            top: pair[0].y.min(pair[1].y),
            bottom: pair[0].y.max(pair[1].y),
        })
        .collect()
}

/// The label of every edge that has one: the wording, as an index into its widths, and the card.
pub(crate) fn labels(
    input: &LayoutInput,
    grid: &Grid,
    paths: &[Option<Path>],
    hosts: &[Option<usize>],
    points: &[Vec<Point>],
    heights: &YCoordinates,
    widths: &XCoordinates,
) -> Vec<Option<(usize, Rect)>> {
    let mut bars = vertical_segments(points);
    for (group, &(left, right)) in widths.frames.iter().enumerate() {
        if grid.extents[group].is_some() {
            let (top, bottom) = heights.frames[group];
            bars.extend([left, right].map(|x| VerticalSegment { x, top, bottom }));
        }
    }
    let (first, last) = widths.lanes;
    bars.push(VerticalSegment { x: last, top: 0.0, bottom: heights.bottom });
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
            let others = Obstacles { bars: &bars, levels: &levels, cards: &cards, own: edge };
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

/// A horizontal segment of some edge: whose, from where to where, how high.
type Level = (usize, f64, f64, f64);

/// The horizontal segments of all routes.
fn levels(points: &[Vec<Point>]) -> Vec<Level> {
    let segments = points.iter().enumerate().flat_map(|(edge, points)| {
        points
            .windows(2)
            .filter(|pair| pair[0].y == pair[1].y)
            .map(move |pair| (edge, pair[0].x.min(pair[1].x), pair[0].x.max(pair[1].x), pair[0].y))
    });
    segments.collect()
}

/// What a card must not touch.
struct Obstacles<'a> {
    bars: &'a [VerticalSegment],
    levels: &'a [Level],
    cards: &'a [Rect],
    /// The edge that is labelled.
    own: usize,
}

impl Obstacles<'_> {
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
fn free_stretch(
    ends: (Point, Point),
    path: &Path,
    line: usize,
    others: &Obstacles<'_>,
) -> (f64, f64) {
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
pub(crate) fn heading(
    wordings: &[f64],
    start: f64,
    band: (f64, f64),
    end: f64,
    bars: &[VerticalSegment],
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
