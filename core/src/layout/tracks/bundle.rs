//! Bundles: the turns that share one track of a vertical channel, and what it costs to have one bundle before another.
//!
//! A trunk leads the turns of many edges down one track, and a bundle is compared with many others. So what decides about
//! prices is sorted: a price takes O(ends of the one · log(ends of the other)).

use super::assign::TrackSegment;
use crate::layout::spacing::SAME_LINE;

/// A turn of an edge along a channel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct TurnSegment {
    /// Where it begins along the channel, and how the edge goes on there.
    pub(crate) low: (f64, Turn),
    /// Where it ends; not less than `low`.
    pub(crate) high: (f64, Turn),
}

/// Which way an edge turns off a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// Towards the first track, to the left.
    Back,
    /// Towards the last track, to the right.
    On,
    /// It ends here.
    Stop,
}

/// What it costs when two edges lie on top of each other: never worth any number of crossings.
const COVERED: usize = 1000;

/// Turns that share a track. Each list ascends.
pub(crate) struct Bundle {
    /// Where its turns begin, and where they end; not of those without a length, which nothing passes.
    lows: Vec<f64>,
    highs: Vec<f64>,
    /// Where edges go on to the last tracks, and where to the first.
    on: Vec<f64>,
    back: Vec<f64>,
    /// From the first of them to the last.
    stretch: (f64, f64),
}

impl Bundle {
    pub(crate) fn new(turns: &[TurnSegment]) -> Self {
        let long = || turns.iter().filter(|turn| turn.low.0 < turn.high.0);
        let ends = || turns.iter().flat_map(|turn| [turn.low, turn.high]);
        let towards = |side: Turn| ends().filter(move |end| end.1 == side).map(|end| end.0);
        let at = || ends().map(|end| end.0);
        Self {
            lows: ascending(long().map(|turn| turn.low.0)),
            highs: ascending(long().map(|turn| turn.high.0)),
            on: ascending(towards(Turn::On)),
            back: ascending(towards(Turn::Back)),
            stretch: (at().fold(f64::INFINITY, f64::min), at().fold(f64::NEG_INFINITY, f64::max)),
        }
    }

    /// The track that it needs, with half the room that this takes across the channel.
    pub(crate) fn track(&self, half: f64) -> TrackSegment {
        TrackSegment { low: self.stretch.0, high: self.stretch.1, half }
    }

    /// What it costs to have this bundle before another, when the positions along the channel are final: crossings, and ends
    /// that would lie on one line.
    pub(crate) fn price_before(&self, other: &Self) -> i32 {
        let crossings = other.passing(&self.on) + self.passing(&other.back);
        // An end of this one that goes on past the other, on the line of an end of that one that comes back.
        let covered: usize = self.on.iter().map(|&at| on_line(&other.back, at)).sum();
        (crossings + COVERED * covered) as i32
    }

    /// How many of its turns pass these places.
    fn passing(&self, places: &[f64]) -> usize {
        let turns = |&at: &f64| {
            self.lows.partition_point(|low| *low < at)
                - self.highs.partition_point(|high| *high <= at)
        };
        places.iter().map(turns).sum()
    }
}

/// How many places are on the line of another.
fn on_line(places: &[f64], at: f64) -> usize {
    let (low, high) = (at - SAME_LINE, at + SAME_LINE);
    places.partition_point(|place| *place < high) - places.partition_point(|place| *place <= low)
}

fn ascending(places: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut places: Vec<f64> = places.collect();
    crate::sort::by(&mut places, f64::total_cmp);
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    use Turn::{Back, On, Stop};

    fn turn(low: f64, at_low: Turn, high: f64, at_high: Turn) -> TurnSegment {
        TurnSegment { low: (low, at_low), high: (high, at_high) }
    }

    fn price(a: &[TurnSegment], b: &[TurnSegment]) -> i32 {
        Bundle::new(a).price_before(&Bundle::new(b))
    }

    #[test]
    fn nested_edges_cross_unless_the_outer_one_is_first() {
        // Two callers on the left, their callees on the right: outer and inner, both downwards.
        let (outer, inner) = ([turn(0.0, Back, 100.0, On)], [turn(20.0, Back, 80.0, On)]);
        assert_eq!((price(&outer, &inner), price(&inner, &outer)), (1, 1));
        // One caller above both, on the left; the callees below both, on the right and on the left.
        let (on, back) = ([turn(0.0, Back, 50.0, On)], [turn(10.0, Back, 90.0, Back)]);
        assert_eq!((price(&on, &back), price(&back, &on)), (2, 0));
    }

    #[test]
    fn edges_never_lie_on_top_of_each_other() {
        // One arrives from the left at 50, the other leaves to the right at 50.
        let (a, b) = ([turn(0.0, On, 50.0, Back)], [turn(50.0, On, 90.0, Back)]);
        assert!(price(&a, &b) < 1000 && price(&b, &a) >= 1000);
    }

    /// The price as pairs of turns have it.
    fn by_pairs(a: &[TurnSegment], b: &[TurnSegment]) -> i32 {
        let ends = |turn: &TurnSegment, side: Turn| -> Vec<f64> {
            [turn.low, turn.high].into_iter().filter(|end| end.1 == side).map(|end| end.0).collect()
        };
        let mut price = 0;
        for (a, b) in a.iter().flat_map(|a| b.iter().map(move |b| (a, b))) {
            let inside = |turn: &TurnSegment, at: f64| turn.low.0 < at && at < turn.high.0;
            price += ends(a, On).into_iter().filter(|&at| inside(b, at)).count();
            price += ends(b, Back).into_iter().filter(|&at| inside(a, at)).count();
            let near = |here: f64| {
                ends(b, Back).into_iter().filter(move |at| (here - at).abs() < SAME_LINE)
            };
            price += COVERED * ends(a, On).into_iter().flat_map(near).count();
        }
        price as i32
    }

    proptest! {
        #[test]
        fn bundles_cost_what_their_turns_cost(
            a in proptest::collection::vec((0..20_u8, 0..20_u8, 0..9_usize), 1..6),
            b in proptest::collection::vec((0..20_u8, 0..20_u8, 0..9_usize), 1..6),
        ) {
            let turns = |of: Vec<(u8, u8, usize)>| -> Vec<TurnSegment> {
                let sides = [Back, On, Stop];
                of.into_iter()
                    .map(|(one, other, at)| {
                        let (low, high) = (one.min(other), one.max(other));
                        turn(low.into(), sides[at % 3], high.into(), sides[at / 3])
                    })
                    .collect()
            };
            let (a, b) = (turns(a), turns(b));
            prop_assert_eq!(price(&a, &b), by_pairs(&a, &b));
        }
    }
}
