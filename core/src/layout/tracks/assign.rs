//! Track assignment: places parallel segments side by side in a channel, so that none overlap and few cross.
//!
//! Used for vertical segments between columns and for horizontal segments between rows. Each pair of segments that lie
//! side by side crosses more or less often depending on which comes first, because their ends turn off to one side. As in
//! ELK's orthogonal router (after Sander, "Layout of directed hypergraphs with orthogonal hyperedges"), the pairs decide
//! an order, and each segment takes the first track behind those before it that it would overlap. The order is sifted
//! ([`sifted`]), where ELK breaks cycles of a dependency graph. O(n log n) for the n segments of a channel.

use super::skyline::Skyline;
use crate::layout::ordering::sifting::sifted;
use crate::layout::spacing::{SAME_LINE, TRACKS_APART};

/// A segment of an edge along a channel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct TrackSegment {
    /// Where it begins along the channel.
    pub(crate) low: f64,
    /// Where it ends; not less than `low`.
    pub(crate) high: f64,
    /// Which way the edge turns off at `low`.
    pub(crate) at_low: Turn,
    /// Which way the edge turns off at `high`.
    pub(crate) at_high: Turn,
    /// Half the room it needs across the channel.
    pub(crate) half: f64,
}

/// Which way an edge turns off a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// Towards the first track: left or up.
    Back,
    /// Towards the last track: right or down.
    On,
    /// It ends here.
    Stop,
}

/// What it costs when two edges lie on top of each other: never worth any number of crossings.
const COVERED: i32 = 1000;

/// The tracks of one channel.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Tracks {
    /// The middle of each segment's track across the channel, from 0.
    pub(crate) middles: Vec<f64>,
    /// The width of all tracks together.
    pub(crate) width: f64,
}

/// Gives every segment of a channel its track. `price` is what it costs to have one segment before another.
pub(crate) fn assign_tracks(
    segments: &[TrackSegment],
    price: &dyn Fn(usize, usize) -> i32,
) -> Tracks {
    let order = sifted(segments.len(), &|a, b| {
        if conflict(&segments[a], &segments[b]) { price(a, b) } else { 0 }
    });
    let mut middles = vec![0.0; segments.len()];
    let mut width: f64 = 0.0;
    let mut skyline = Skyline::new(segments.iter().map(|segment| segment.low));
    for segment in order {
        let TrackSegment { low, high, half, .. } = segments[segment];
        let reach = low..high + TRACKS_APART;
        let middle = skyline.height(reach.clone()) + half;
        skyline.raise(reach, middle + half);
        middles[segment] = middle;
        width = width.max(middle + half);
    }
    Tracks { middles, width }
}

/// Whether two segments cannot share a track.
fn conflict(a: &TrackSegment, b: &TrackSegment) -> bool {
    a.low < b.high + TRACKS_APART && b.low < a.high + TRACKS_APART
}

/// What it costs to have `a` before `b`, when their positions along the channel are final: crossings, and ends that would
/// lie on one line.
pub(crate) fn price(a: &TrackSegment, b: &TrackSegment) -> i32 {
    let through = |of: &TrackSegment, side: Turn, other: &TrackSegment| -> i32 {
        ends(of)
            .filter(|&(at, turn)| turn == side && other.low < at && at < other.high)
            .map(|_| 1)
            .sum()
    };
    let crossings = through(a, Turn::On, b) + through(b, Turn::Back, a);
    // An end of `a` that goes on past `b`, on the line of an end of `b` that comes back past `a`.
    let covered = ends(a).filter(|&(_, turn)| turn == Turn::On).any(|(here, _)| {
        ends(b).any(|(there, turn)| turn == Turn::Back && (here - there).abs() < SAME_LINE)
    });
    crossings + if covered { COVERED } else { 0 }
}

fn ends(segment: &TrackSegment) -> impl Iterator<Item = (f64, Turn)> {
    [(segment.low, segment.at_low), (segment.high, segment.at_high)].into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(low: f64, at_low: Turn, high: f64, at_high: Turn) -> TrackSegment {
        TrackSegment { low, high, at_low, at_high, half: 5.0 }
    }

    fn placed(segments: &[TrackSegment]) -> Tracks {
        assign_tracks(segments, &|a, b| price(&segments[a], &segments[b]))
    }

    #[test]
    fn nested_edges_do_not_cross() {
        use Turn::{Back, On};
        // Two callers on the left, their callees on the right: outer and inner, both downwards.
        let outer = segment(0.0, Back, 100.0, On);
        let inner = segment(20.0, Back, 80.0, On);
        let Tracks { middles: middle, width } = placed(&[outer, inner]);
        // The inner one ends above the outer one and begins below it: it must come later.
        assert!(middle[0] < middle[1] || price(&inner, &outer) == price(&outer, &inner));
        assert!((width - 20.0).abs() < 1e-9);
    }

    #[test]
    fn segments_far_apart_share_a_track() {
        let far =
            [segment(0.0, Turn::Back, 50.0, Turn::On), segment(100.0, Turn::Back, 150.0, Turn::On)];
        let Tracks { middles: middle, width } = placed(&far);
        assert!((middle[0] - middle[1]).abs() < 1e-9 && (width - 10.0).abs() < 1e-9);
    }

    #[test]
    fn edges_never_lie_on_top_of_each_other() {
        // One arrives from the left at 50, the other leaves to the right at 50.
        let a = segment(0.0, Turn::On, 50.0, Turn::Back);
        let b = segment(50.0, Turn::On, 90.0, Turn::Back);
        let middle = placed(&[b, a]).middles;
        assert!(middle[1] < middle[0]);
    }

    #[test]
    fn nothing_takes_no_room() {
        assert_eq!(placed(&[]), Tracks::default());
    }
}
