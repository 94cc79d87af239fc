//! Tracks: places parallel pieces of edges side by side in a channel, so that none overlap and few cross.
//!
//! Used for vertical pieces between columns and for horizontal pieces between rows. Each pair of pieces that lie side by
//! side crosses more or less often depending on which comes first, because their ends turn off to one side; the order is
//! found by inserting one piece after the other at the best place and then sifting each once more (Matuszewski,
//! Schönfeld and Molitor, "Using sifting for k-layer straightline crossing minimization"). O(pieces²) per channel.

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
/// Channels with more pieces than this are ordered by one insertion each, without sifting.
const MOST_SIFTED: usize = 80;

/// The middle of each strand's track across the channel, from 0, and the width of all tracks together. `exact` says that
/// the positions along the channel are final: then ends on one line are kept off each other.
pub(super) fn tracks(strands: &[Strand], exact: bool) -> (Vec<f64>, f64) {
    let order = order(strands, exact);
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

fn order(strands: &[Strand], exact: bool) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(strands.len());
    for strand in 0..strands.len() {
        insert(strands, &mut order, strand, exact);
    }
    if strands.len() <= MOST_SIFTED {
        for strand in 0..strands.len() {
            order.retain(|&other| other != strand);
            insert(strands, &mut order, strand, exact);
        }
    }
    order
}

/// Inserts a strand where it costs least; among equals, last.
fn insert(strands: &[Strand], order: &mut Vec<usize>, strand: usize, exact: bool) {
    let new = &strands[strand];
    let mut cost: i32 = 0;
    let (mut best, mut best_cost) = (order.len(), 0);
    // From the last place to the first: passing `other` puts the new strand before it.
    for (place, &other) in order.iter().enumerate().rev() {
        cost += price(new, &strands[other], exact) - price(&strands[other], new, exact);
        if cost < best_cost {
            (best, best_cost) = (place, cost);
        }
    }
    order.insert(best, strand);
}

/// What it costs to have `a` before `b`.
fn price(a: &Strand, b: &Strand, exact: bool) -> i32 {
    if !beside(a, b) {
        return 0;
    }
    let through = |of: &Strand, way: Turn, other: &Strand| -> i32 {
        ends(of)
            .filter(|&(at, turn)| turn == way && other.low < at && at < other.high)
            .map(|_| 1)
            .sum()
    };
    let crossings = through(a, Turn::On, b) + through(b, Turn::Back, a);
    // An end of `a` that goes on past `b`, on the line of an end of `b` that comes back past `a`.
    let covered = exact
        && ends(a).filter(|&(_, turn)| turn == Turn::On).any(|(here, _)| {
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

    #[test]
    fn nested_edges_do_not_cross() {
        use Turn::{Back, On};
        // Two callers on the left, their callees on the right: outer and inner, both downwards.
        let outer = strand(0.0, Back, 100.0, On);
        let inner = strand(20.0, Back, 80.0, On);
        let (middle, width) = tracks(&[outer, inner], true);
        // The inner one ends above the outer one and begins below it: it must come later.
        assert!(
            middle[0] < middle[1] || price(&inner, &outer, true) == price(&outer, &inner, true)
        );
        assert!((width - 20.0).abs() < 1e-9);
    }

    #[test]
    fn strands_far_apart_share_a_track() {
        let far =
            [strand(0.0, Turn::Back, 50.0, Turn::On), strand(100.0, Turn::Back, 150.0, Turn::On)];
        let (middle, width) = tracks(&far, true);
        assert!((middle[0] - middle[1]).abs() < 1e-9 && (width - 10.0).abs() < 1e-9);
    }

    #[test]
    fn edges_never_lie_on_top_of_each_other() {
        // One arrives from the left at 50, the other leaves to the right at 50.
        let a = strand(0.0, Turn::On, 50.0, Turn::Back);
        let b = strand(50.0, Turn::On, 90.0, Turn::Back);
        let (middle, _) = tracks(&[b, a], true);
        assert!(middle[1] < middle[0]);
    }

    #[test]
    fn nothing_takes_no_room() {
        assert_eq!(tracks(&[], true), (vec![], 0.0));
    }
}
