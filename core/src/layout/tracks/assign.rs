//! Track assignment: places parallel segments side by side in a channel, so that none overlap and few cross.
//!
//! Used for vertical segments between columns and for horizontal segments between rows. Each pair of segments that lie
//! side by side crosses more or less often depending on which comes first, because their ends turn off to one side. As in
//! ELK's orthogonal router (after Sander, "Layout of directed hypergraphs with orthogonal hyperedges"), the pairs decide
//! an order, and each segment takes the first track behind those before it that it would overlap. The order is sifted
//! ([`sifted`]), where ELK breaks cycles of a dependency graph. O(n log n) for the n segments of a channel, and the prices
//! that sifting asks for.

use super::skyline::Skyline;
use crate::layout::ordering::sifting::sifted;
use crate::layout::spacing::TRACKS_APART;

/// A segment of an edge along a channel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct TrackSegment {
    /// Where it begins along the channel.
    pub(crate) low: f64,
    /// Where it ends; not less than `low`.
    pub(crate) high: f64,
    /// Half the room it needs across the channel.
    pub(crate) half: f64,
}

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
        let TrackSegment { low, high, half } = segments[segment];
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

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(segments: &[(f64, f64)]) -> Tracks {
        let segment = |&(low, high): &(f64, f64)| TrackSegment { low, high, half: 5.0 };
        let segments: Vec<TrackSegment> = segments.iter().map(segment).collect();
        assign_tracks(&segments, &|_, _| 0)
    }

    #[test]
    fn segments_that_overlap_lie_side_by_side() {
        let Tracks { middles, width } = placed(&[(0.0, 100.0), (20.0, 80.0)]);
        assert_eq!((middles, width), (vec![5.0, 15.0], 20.0));
    }

    #[test]
    fn segments_far_apart_share_a_track() {
        let Tracks { middles, width } = placed(&[(0.0, 50.0), (100.0, 150.0)]);
        assert_eq!((middles, width), (vec![5.0, 5.0], 10.0));
    }

    #[test]
    fn nothing_takes_no_room() {
        assert_eq!(placed(&[]), Tracks::default());
    }
}
