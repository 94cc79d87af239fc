//! Parting: how two routes that share a stretch come together and part.
//!
//! Where two polylines share a stretch they will be drawn side by side, and which comes first is still free. They must
//! cross there only if they come together in one order and part in the other; so crossings can be counted, and the orders
//! that avoid them read off, before there is any coordinate (after Wybrow, Marriott and Stuckey, "Orthogonal connector
//! routing"). One pair of segments takes a step for each segment that the two share.

use super::polyline::{After, MOST_POINTS, Polyline};

/// Which of two polylines comes first across a shared stretch: -1 the first of the two, 1 the second, 0 either.
pub(crate) type First = i32;

/// Whether two polylines, whose segments share a stretch, come together and part in different orders, so that they must cross on
/// it; true for the first segment of `a` on their common stretch alone.
pub(crate) fn parts_crossed(a: &Polyline, i: usize, b: &Polyline, j: usize) -> bool {
    let along = a.segment(i).along;
    let backwards_up = a.points[i][along] > a.points[i + 1][along];
    let at = end(a, i, b, j, backwards_up);
    if let (After::Turn(one, _), After::Turn(other, _)) =
        (a.after(i, at, backwards_up), b.after(j, at, backwards_up))
        && one == other
    {
        // The stretch began on an earlier segment.
        return false;
    }
    let (low, high) = firsts(a, i, b, j);
    low * high < 0
}

/// Where the common stretch of two segments ends.
fn end(a: &Polyline, i: usize, b: &Polyline, j: usize, upper: bool) -> i32 {
    let (one, other) = (a.segment(i), b.segment(j));
    if upper { one.high.min(other.high) } else { one.low.max(other.low) }
}

/// Which of two polylines comes first where lines of both share a stretch, as its left and its right end have it.
pub(crate) fn firsts_of_lines(a: (&Polyline, usize), b: (&Polyline, usize)) -> (First, First) {
    let ((a, i), (b, j)) = ((a.0, 2 * a.1), (b.0, 2 * b.1));
    let (one, other) = (a.segment(i), b.segment(j));
    if one.across != other.across || one.low.max(other.low) >= one.high.min(other.high) {
        return (0, 0);
    }
    let (low, high) = (parting(a, i, b, j, false), parting(a, i, b, j, true));
    match (low, high) {
        (Parting::Nowhere(low, start), Parting::Nowhere(high, end)) => {
            let first = by_list(a, b) * if start < end { low } else { high };
            (first, first)
        }
        (low, high) => (low.first(), high.first()),
    }
}

/// Which of two polylines that share a stretch comes first, as its lower and its upper end have it.
fn firsts(a: &Polyline, i: usize, b: &Polyline, j: usize) -> (First, First) {
    (first(a, i, b, j, false), first(a, i, b, j, true))
}

/// Which of two polylines comes first on a common stretch, as one of its ends has it.
fn first(a: &Polyline, i: usize, b: &Polyline, j: usize, upper: bool) -> First {
    parting(a, i, b, j, upper).first()
}

/// How two polylines that run together part, seen from a stretch that they share.
#[derive(Clone, Copy)]
enum Parting {
    /// So that this one is first on the stretch.
    First(First),
    /// One of them ends at this point before they part. Times which of them is first there, the number says which is first
    /// on the stretch.
    Nowhere(First, [i32; 2]),
}

impl Parting {
    fn first(self) -> First {
        match self {
            Self::First(first) => first,
            Self::Nowhere(..) => 0,
        }
    }
}

/// Follows two polylines from a stretch that they share to one end of what they share.
fn parting(a: &Polyline, mut i: usize, b: &Polyline, mut j: usize, mut upper: bool) -> Parting {
    let mut sign = 1;
    // Every round goes on to another segment of `a`.
    for _ in 0..MOST_POINTS {
        let at = end(a, i, b, j, upper);
        match (a.after(i, at, upper), b.after(j, at, upper)) {
            (After::Stop, _) | (_, After::Stop) | (After::On, After::On) => {
                let segment = a.segment(i);
                let mut point = [segment.across; 2];
                point[segment.along] = at;
                return Parting::Nowhere(sign, point);
            }
            (After::On, After::Turn(turn, _)) => return Parting::First(-sign * turn),
            (After::Turn(turn, _), After::On) => return Parting::First(sign * turn),
            (After::Turn(turn, next_i), After::Turn(other, next_j)) => {
                if turn != other {
                    return Parting::First(sign * turn);
                }
                sign *= if upper { -turn } else { turn };
                (i, j, upper) = (next_i, next_j, turn > 0);
            }
        }
    }
    Parting::First(0)
}

/// Which of two polylines comes first at the upper left end of what they share, if they part at neither end of it. Any order
/// would do, but it must be the same all along.
fn by_list(a: &Polyline, b: &Polyline) -> First {
    if a.edge < b.edge { -1 } else { 1 }
}

/// Which of two polylines comes first on the side of a node that both leave or enter: 0 for the first or the last segment.
pub(crate) fn first_at_node(a: (&Polyline, bool), b: (&Polyline, bool), right: bool) -> First {
    let segment = |(polyline, is_from): (&Polyline, bool)| {
        // The last segment may run to a border.
        if is_from { 0 } else { (polyline.segments() - 1) / 2 * 2 }
    };
    let near = a.0.points[if a.1 { 0 } else { a.0.points.len() - 1 }];
    match parting(a.0, segment(a), b.0, segment(b), right) {
        Parting::First(first) => first,
        Parting::Nowhere(sign, far) => by_list(a.0, b.0) * if far < near { sign } else { 1 },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::routing::polyline::Segment;

    /// How often two polylines must cross.
    fn crossings(a: &Polyline, b: &Polyline) -> usize {
        let mut count = 0;
        for i in 0..a.segments() {
            for j in 0..b.segments() {
                let (s, t) = (a.segment(i), b.segment(j));
                if s.along == t.along {
                    let shared = s.across == t.across && s.low.max(t.low) < s.high.min(t.high);
                    count += usize::from(shared && parts_crossed(a, i, b, j));
                } else {
                    let inside = |s: Segment, t: Segment| s.low < t.across && t.across < s.high;
                    count += usize::from(inside(s, t) && inside(t, s));
                }
            }
        }
        count
    }

    fn polyline(points: &[[i32; 2]]) -> Polyline {
        Polyline { edge: 0, points: points.iter().copied().collect() }
    }

    #[test]
    fn pieces_that_cut_each_other_cross() {
        let flat = polyline(&[[0, 5], [20, 5]]);
        let bent = polyline(&[[0, 0], [10, 0], [10, 10], [20, 10]]);
        assert_eq!(crossings(&flat, &bent), 1);
        assert_eq!(crossings(&bent, &flat), 1);
        assert_eq!(crossings(&flat, &polyline(&[[0, 6], [20, 6]])), 0);
    }

    #[test]
    fn a_shared_stretch_is_crossed_when_the_order_changes() {
        // Both run down channel 10: from 0 and 2 to 8 and 10.
        let outer = polyline(&[[0, 0], [10, 0], [10, 10], [20, 10]]);
        let inner = polyline(&[[0, 2], [10, 2], [10, 8], [20, 8]]);
        assert_eq!(crossings(&outer, &inner), 1, "the upper caller calls the lower callee");
        let same = polyline(&[[0, 2], [10, 2], [10, 12], [20, 12]]);
        assert_eq!(crossings(&outer, &same), 0, "their order stays");
        assert_eq!(crossings(&same, &outer), 0);
    }

    #[test]
    fn routes_from_one_node_part_as_they_like() {
        let up = polyline(&[[0, 10], [10, 10], [10, 0], [20, 0]]);
        let down = polyline(&[[0, 10], [10, 10], [10, 20], [20, 20]]);
        assert_eq!(crossings(&up, &down), 0);
        assert_eq!(first_at_node((&up, true), (&down, true), true), -1);
        assert_eq!(first_at_node((&down, true), (&up, true), true), 1);
    }

    #[test]
    fn routes_that_never_part_have_one_order_all_along() {
        // Out to the left, up, and back in to the right, beside each other: what is inside at one end is so at the other.
        let one = polyline(&[[20, 12], [-6, 12], [-6, 0], [20, 0]]);
        let other = Polyline { edge: 1, ..one.clone() };
        let end = first_at_node((&one, false), (&other, false), false);
        let start = first_at_node((&one, true), (&other, true), false);
        assert_eq!((end, start), (-1, 1), "the bow turns the order around");
        assert_eq!(first_at_node((&other, true), (&one, true), false), -1);
        let lines =
            (firsts_of_lines((&one, 0), (&other, 0)), firsts_of_lines((&one, 1), (&other, 1)));
        assert_eq!(lines, ((1, 1), (-1, -1)), "lines keep to what their ends say");
    }

    #[test]
    fn a_stretch_around_corners_counts_once() {
        // Together right, down and right again; they come from above and below and part down and up.
        let a = polyline(&[
            [-10, -5],
            [0, -5],
            [0, 0],
            [10, 0],
            [10, 10],
            [20, 10],
            [20, 15],
            [30, 15],
        ]);
        let b =
            polyline(&[[-10, 3], [0, 3], [0, 0], [10, 0], [10, 10], [20, 10], [20, 5], [30, 5]]);
        assert_eq!(crossings(&a, &b), 1);
        assert_eq!(crossings(&b, &a), 1);
        let c =
            polyline(&[[-10, 3], [0, 3], [0, 0], [10, 0], [10, 10], [20, 10], [20, 25], [30, 25]]);
        assert_eq!(crossings(&a, &c), 0);
    }
}
