//! Tracks: places parallel pieces of edges side by side in a channel, so that none overlap and few cross.
//!
//! Used for vertical pieces between columns and for horizontal pieces between rows. Each pair of pieces that lie side by
//! side crosses more or less often depending on which comes first, because their ends turn off to one side; the order is
//! sifted ([`sift`]). O(pieces²) per channel.

use super::sift::sift;

/// A piece of an edge along a channel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Strand {
    /// Where it begins along the channel.
    pub(super) low: f64,
    /// Where it ends; not less than `low`.
    pub(super) high: f64,
    /// Which way the edge turns off at `low`.
    pub(super) at_low: Turn,
    /// Which way the edge turns off at `high`.
    pub(super) at_high: Turn,
    /// Half the room it needs across the channel.
    pub(super) half: f64,
}

/// Which way an edge turns off a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// Towards the first track: left or up.
    Back,
    /// Towards the last track: right or down.
    On,
    /// It ends here.
    Stop,
}

/// How near along the channel two pieces may come before they need tracks of their own.
const APART: f64 = 14.0;
/// Ends of two edges nearer than this seem to be on one line.
const SAME_LINE: f64 = 3.9;
/// What it costs when two edges lie on top of each other: never worth any number of crossings.
const COVERED: i32 = 1000;

/// The middle of each strand's track across the channel, from 0, and the width of all tracks together. `price` is what it
/// costs to have one strand before another.
pub(super) fn tracks(strands: &[Strand], price: &dyn Fn(usize, usize) -> i32) -> (Vec<f64>, f64) {
    let order = sift(strands.len(), &|a, b| {
        if beside(&strands[a], &strands[b]) { price(a, b) } else { 0 }
    });
    let mut middle = vec![0.0; strands.len()];
    let mut width: f64 = 0.0;
    for (index, &strand) in order.iter().enumerate() {
        let half = strands[strand].half;
        let mut at = half;
        for &before in &order[..index] {
            if beside(&strands[strand], &strands[before]) {
                at = at.max(middle[before] + strands[before].half + half);
            }
        }
        middle[strand] = at;
        width = width.max(at + half);
    }
    (middle, width)
}

/// Whether two strands cannot share a track.
fn beside(a: &Strand, b: &Strand) -> bool {
    a.low < b.high + APART && b.low < a.high + APART
}

/// What it costs to have `a` before `b`, when their positions along the channel are final: crossings, and ends that would
/// lie on one line.
pub(super) fn price(a: &Strand, b: &Strand) -> i32 {
    let through = |of: &Strand, way: Turn, other: &Strand| -> i32 {
        ends(of)
            .filter(|&(at, turn)| turn == way && other.low < at && at < other.high)
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

fn ends(strand: &Strand) -> impl Iterator<Item = (f64, Turn)> {
    [(strand.low, strand.at_low), (strand.high, strand.at_high)].into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strand(low: f64, at_low: Turn, high: f64, at_high: Turn) -> Strand {
        Strand { low, high, at_low, at_high, half: 5.0 }
    }

    fn placed(strands: &[Strand]) -> (Vec<f64>, f64) {
        tracks(strands, &|a, b| price(&strands[a], &strands[b]))
    }

    #[test]
    fn nested_edges_do_not_cross() {
        use Turn::{Back, On};
        // Two callers on the left, their callees on the right: outer and inner, both downwards.
        let outer = strand(0.0, Back, 100.0, On);
        let inner = strand(20.0, Back, 80.0, On);
        let (middle, width) = placed(&[outer, inner]);
        // The inner one ends above the outer one and begins below it: it must come later.
        assert!(middle[0] < middle[1] || price(&inner, &outer) == price(&outer, &inner));
        assert!((width - 20.0).abs() < 1e-9);
    }

    #[test]
    fn strands_far_apart_share_a_track() {
        let far =
            [strand(0.0, Turn::Back, 50.0, Turn::On), strand(100.0, Turn::Back, 150.0, Turn::On)];
        let (middle, width) = placed(&far);
        assert!((middle[0] - middle[1]).abs() < 1e-9 && (width - 10.0).abs() < 1e-9);
    }

    #[test]
    fn edges_never_lie_on_top_of_each_other() {
        // One arrives from the left at 50, the other leaves to the right at 50.
        let a = strand(0.0, Turn::On, 50.0, Turn::Back);
        let b = strand(50.0, Turn::On, 90.0, Turn::Back);
        let (middle, _) = placed(&[b, a]);
        assert!(middle[1] < middle[0]);
    }

    #[test]
    fn nothing_takes_no_room() {
        assert_eq!(placed(&[]), (vec![], 0.0));
    }
}
