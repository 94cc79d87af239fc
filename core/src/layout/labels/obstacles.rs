//! Obstacles: what a card must not touch, by place, so that only what is near a line is looked at.
#![expect(clippy::float_cmp, reason = "both ends of a line share their height exactly")]

use std::collections::BTreeMap;

use super::wording::VerticalSegment;
use crate::geometry::Rect;
use crate::layout::routing::route::Route;
use crate::layout::spacing::{CARD, CARD_FROM_OTHERS};
use crate::sort;

/// Along a line that passes more vertical tracks, a card is looked for among so many at either end, where channels leave
/// room for it; what is between counts as taken. Labels would take time with the square of the edges.
const MOST_PASSED: usize = 500;
/// Where more lines run around one height, they are a trunk, and all of it counts as taken.
const MOST_BESIDE: usize = 500;

/// What a card must not touch.
pub(super) struct Obstacles {
    /// From left to right.
    vertical: Vec<Track>,
    horizontal: Bands<HorizontalSegment>,
    /// The cards of labels, each with its edge.
    cards: Bands<(usize, Rect)>,
    /// What is as tall as the drawing.
    tall: Rect,
}

/// Everything that runs up and down in one place.
struct Track {
    x: f64,
    /// From top to bottom, apart from each other.
    stretches: Vec<(f64, f64)>,
}

/// A horizontal segment of some route.
struct HorizontalSegment {
    edge: usize,
    left: f64,
    right: f64,
    y: f64,
}

impl Obstacles {
    /// Those of a drawing before any label is placed, and what nothing is written on.
    pub(super) fn new(vertical: Vec<VerticalSegment>, routes: &[Route], tall: Rect) -> Self {
        let mut horizontal = Bands::default();
        for route in routes {
            for pair in route.points.windows(2).filter(|pair| pair[0].y == pair[1].y) {
                let (left, right) = (pair[0].x.min(pair[1].x), pair[0].x.max(pair[1].x));
                let segment = HorizontalSegment { edge: route.edge, left, right, y: pair[0].y };
                horizontal.at(segment.y).push(segment);
            }
        }
        Self { vertical: tracks(vertical), horizontal, cards: Bands::default(), tall }
    }

    /// Adds the label of a route, if it has one.
    pub(super) fn insert(&mut self, route: &Route) {
        if let Some(label) = route.label {
            self.cards.at(label.card.center().y).push((route.edge, label.card));
        }
    }

    /// Takes it away again.
    pub(super) fn remove(&mut self, route: &Route) {
        if let Some(label) = route.label {
            self.cards.at(label.card.center().y).retain(|(edge, _)| *edge != route.edge);
        }
    }

    /// From where to where a card of `edge` around height `y` would touch something, as far as that is between two places.
    pub(super) fn between(&self, (low, high): (f64, f64), y: f64, edge: usize) -> Vec<(f64, f64)> {
        if self.horizontal.around(y).nth(MOST_BESIDE).is_some() {
            return vec![(low, high)];
        }
        let (top, bottom) = (y - CARD / 2.0, y + CARD / 2.0);
        let near = |x: f64| x + CARD_FROM_OTHERS > low;
        let first = self.vertical.partition_point(|track| !near(track.x));
        let behind = self.vertical.partition_point(|track| track.x - CARD_FROM_OTHERS < high);
        let tracks = self.vertical.get(first..behind).unwrap_or_default();
        let (start, rest) = tracks.split_at(tracks.len().min(MOST_PASSED / 2));
        let (middle, end) = rest.split_at(rest.len().saturating_sub(MOST_PASSED / 2));
        let vertical = start.iter().chain(end).filter(|track| track.is_taken(top, bottom));
        let middle = middle.first().zip(middle.last()).map(|(first, last)| (first.x, last.x));
        let is_near =
            |line: &&HorizontalSegment| line.edge != edge && top < line.y && line.y < bottom;
        let horizontal = self.horizontal.around(y).filter(is_near);
        let cards = self.cards.around(y).map(|(_, card)| card).chain([&self.tall]);
        let cards = cards.filter(|card| card.y < bottom && top < card.bottom());
        vertical
            .map(|track| (track.x, track.x))
            .chain(middle)
            .chain(horizontal.map(|line| (line.left, line.right)))
            .chain(cards.map(|card| (card.x, card.right())))
            .map(|(from, to)| (from - CARD_FROM_OTHERS, to + CARD_FROM_OTHERS))
            .filter(|&(from, to)| from < high && low < to)
            .collect()
    }
}

/// Vertical segments by their place from left to right.
fn tracks(mut segments: Vec<VerticalSegment>) -> Vec<Track> {
    sort::by(&mut segments, |a, b| a.x.total_cmp(&b.x).then(a.top.total_cmp(&b.top)));
    let mut tracks: Vec<Track> = Vec::new();
    for VerticalSegment { x, top, bottom } in segments {
        match tracks.last_mut() {
            Some(track) if track.x == x => match track.stretches.last_mut() {
                Some(last) if top <= last.1 => last.1 = last.1.max(bottom),
                _ => track.stretches.push((top, bottom)),
            },
            _ => tracks.push(Track { x, stretches: vec![(top, bottom)] }),
        }
    }
    tracks
}

impl Track {
    /// Whether something runs between two heights.
    fn is_taken(&self, top: f64, bottom: f64) -> bool {
        let first = self.stretches.partition_point(|stretch| stretch.1 <= top);
        self.stretches.get(first).is_some_and(|stretch| stretch.0 < bottom)
    }
}

/// Things by their height, in bands as high as a card: what is within one card of a height is in its band or beside that.
struct Bands<T> {
    bands: BTreeMap<i64, Vec<T>>,
}

impl<T> Default for Bands<T> {
    fn default() -> Self {
        Self { bands: BTreeMap::new() }
    }
}

impl<T> Bands<T> {
    fn of(y: f64) -> i64 {
        (y / CARD).floor() as i64
    }

    /// What is in the band of a height.
    fn at(&mut self, y: f64) -> &mut Vec<T> {
        self.bands.entry(Self::of(y)).or_default()
    }

    /// What is in that band and in those above and below it.
    fn around(&self, y: f64) -> impl Iterator<Item = &T> {
        let band = Self::of(y);
        self.bands.range(band - 1..=band + 1).flat_map(|(_, things)| things)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn tracks_say_what_their_segments_say(
            segments in proptest::collection::vec((0..4_u8, 0..30_u8, 1..12_u8), 0..20),
            (top, height) in (0..40_u8, 1..20_u8),
        ) {
            let segments: Vec<VerticalSegment> = segments
                .into_iter()
                .map(|(x, top, height)| VerticalSegment {
                    x: f64::from(x),
                    top: f64::from(top),
                    bottom: f64::from(top + height),
                })
                .collect();
            let (top, bottom) = (f64::from(top), f64::from(top + height));
            let mut wanted: Vec<f64> = segments
                .iter()
                .filter(|line| line.top < bottom && top < line.bottom)
                .map(|line| line.x)
                .collect();
            wanted.sort_by(f64::total_cmp);
            wanted.dedup();
            let found = tracks(segments).into_iter().filter(|track| track.is_taken(top, bottom));
            prop_assert_eq!(found.map(|track| track.x).collect::<Vec<f64>>(), wanted);
        }
    }

    #[test]
    fn a_card_is_seen_from_as_far_as_it_reaches_and_no_longer_when_it_is_gone() {
        let mut obstacles = Obstacles::new(Vec::new(), &[], Rect::default());
        let card = |edge: usize, y: f64| (edge, Rect::new(10.0, y - CARD / 2.0, 30.0, CARD));
        for (edge, y) in [(0, 100.0), (1, 300.0)] {
            obstacles.cards.at(y).push(card(edge, y));
        }
        let seen = |obstacles: &Obstacles, y: f64| obstacles.between((0.0, 99.0), y, 9).len();
        for (y, count) in [(100.0, 1), (83.0, 1), (117.0, 1), (82.0, 0), (118.0, 0), (200.0, 0)] {
            assert_eq!(seen(&obstacles, y), count, "{y}");
        }
        obstacles.cards.at(100.0).retain(|(edge, _)| *edge != 0);
        assert_eq!(seen(&obstacles, 100.0), 0);
    }
}
