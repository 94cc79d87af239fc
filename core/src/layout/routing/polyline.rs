//! Ways of edges in whole numbers, and how often two of them must cross.
//!
//! Before any coordinate is known, a way is a chain of segments along rows and channels. Where two ways share a stretch
//! they will be drawn side by side, and which comes first is still free; they must cross there only if they come
//! together in one order and part in the other. So the crossings of a drawing can be counted, and the orders that avoid
//! them read off, while only rows and ways are decided (after Wybrow, Marriott and Stuckey, "Orthogonal connector
//! routing").

use crate::layout::input::LayoutInput;
use crate::layout::placement::grid::Grid;
use crate::layout::routing::router::{End, Path, Side};
use crate::layout::tracks::columns::{Zone, zone};

/// Whole numbers from one vertical channel to the next: borders and zones lie between.
const CHANNEL: i32 = 8;
/// Where edges from the internet begin.
const INTERNET: i32 = -4;
/// Where public detours run up and down: inside the internet's bar, so that they meet none of those edges.
const IN_INTERNET: i32 = -6;
/// Lower than every number from left to right.
pub(crate) const MOST_LEFT: i32 = -8;
/// The most corners: four lines, and a border at the end.
const MOST_POINTS: usize = 9;

/// A way: segments between points, the even ones horizontal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Polyline {
    /// Whose it is.
    edge: usize,
    points: [[i32; 2]; MOST_POINTS],
    count: usize,
}

/// Which of two ways comes first across a shared stretch: -1 the first of the two, 1 the second, 0 either.
pub(crate) type First = i32;

/// The shape of a path.
pub(crate) fn shape(input: &LayoutInput, grid: &Grid, edge: usize, path: &Path) -> Polyline {
    let wired = &input.edges[edge];
    let side = |node: usize, side: Side| {
        let column = grid.place[node].map_or(0, |(_, column)| column) as i32;
        CHANNEL * column + if side == Side::Left { 3 } else { 5 }
    };
    let mut shape = Polyline { edge, points: [[0; 2]; MOST_POINTS], count: 0 };
    let mut x = path.from_side.map_or(INTERNET, |leave| side(wired.from, leave));
    for (index, &line) in path.lines.iter().enumerate() {
        let y = grid.line_level(wired, line);
        shape.push([x, y]);
        x = match (path.turns.get(index), path.end) {
            (Some(0), _) => IN_INTERNET,
            (Some(&turn), _) => {
                CHANNEL * turn as i32
                    + match zone(input, grid, edge, turn) {
                        Zone::InsideBefore => -2,
                        Zone::Between => 0,
                        Zone::InsideAfter => 2,
                    }
            }
            (None, End::FrameSide(group, border)) => {
                grid.extents[group].map_or(x, |e| match border {
                    Side::Left => CHANNEL * e.first as i32 + 1,
                    Side::Right => CHANNEL * (e.last as i32 + 1) - 1,
                })
            }
            (None, _) => side(wired.to, path.to_side),
        };
        shape.push([x, y]);
    }
    match path.end {
        End::LaneEdge(lane, top) => shape.push([x, pick(grid.lane_levels[lane], top)]),
        End::FrameEdge(group, top) => {
            if let Some(extent) = grid.extents[group] {
                shape.push([x, pick(grid.blocks[extent.block].levels, top)]);
            }
        }
        End::Node | End::FrameSide(..) => {}
    }
    shape
}

fn pick(levels: (i32, i32), top: bool) -> i32 {
    if top { levels.0 } else { levels.1 }
}

impl Polyline {
    fn push(&mut self, point: [i32; 2]) {
        self.points[self.count] = point;
        self.count += 1;
    }

    /// Along which axis a segment runs, where across it, and from where to where.
    pub(crate) fn segment(&self, index: usize) -> Run {
        let along = index % 2;
        let (from, to) = (self.points[index], self.points[index + 1]);
        Run {
            along,
            across: from[1 - along],
            low: from[along].min(to[along]),
            high: from[along].max(to[along]),
        }
    }

    /// How many segments there are.
    pub(crate) fn segments(&self) -> usize {
        self.count.saturating_sub(1)
    }

    /// How a way goes on where a stretch of one of its segments ends.
    fn after(&self, index: usize, at: i32, upper: bool) -> After {
        let run = self.segment(index);
        if at != if upper { run.high } else { run.low } {
            return After::On;
        }
        let ends_there = self.points[index + 1][run.along] == at;
        let next = if ends_there { index.checked_add(1) } else { index.checked_sub(1) };
        let Some(next) = next.filter(|&next| next < self.segments()) else { return After::Stop };
        let far = if ends_there { self.points[next + 1] } else { self.points[next] };
        match far[1 - run.along].cmp(&run.across) {
            std::cmp::Ordering::Less => After::Turn(-1, next),
            std::cmp::Ordering::Equal => After::Stop,
            std::cmp::Ordering::Greater => After::Turn(1, next),
        }
    }
}

/// A segment as a stretch of a line.
#[derive(Clone, Copy)]
pub(crate) struct Run {
    /// 0 from left to right, 1 from top to bottom.
    pub(crate) along: usize,
    /// Where, across that.
    pub(crate) across: i32,
    /// Where it begins.
    pub(crate) low: i32,
    /// Where it ends.
    pub(crate) high: i32,
}

/// How a way goes on at the end of a stretch.
#[derive(Clone, Copy, PartialEq)]
enum After {
    /// Straight on.
    On,
    /// It turns towards lower (-1) or higher (1) numbers, into that segment.
    Turn(i32, usize),
    /// It ends.
    Stop,
}

/// Higher than every number from left to right.
pub(crate) fn right_of_all(columns: usize) -> i32 {
    CHANNEL * columns as i32 + 8
}

/// Whether two ways, whose segments share a stretch, come together and part in different orders, so that they must cross on
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

/// Which of two ways comes first where lines of both share a stretch, as its left and its right end have it.
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

/// Which of two ways that share a stretch comes first, as its lower and its upper end have it.
fn firsts(a: &Polyline, i: usize, b: &Polyline, j: usize) -> (First, First) {
    (first(a, i, b, j, false), first(a, i, b, j, true))
}

/// Which of two ways comes first on a common stretch, as one of its ends has it.
fn first(a: &Polyline, i: usize, b: &Polyline, j: usize, upper: bool) -> First {
    parting(a, i, b, j, upper).first()
}

/// How two ways that run together part, seen from a stretch that they share.
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

/// Follows two ways from a stretch that they share to one end of what they share.
fn parting(a: &Polyline, mut i: usize, b: &Polyline, mut j: usize, mut upper: bool) -> Parting {
    let mut sign = 1;
    // Every round goes on to another segment of `a`.
    for _ in 0..MOST_POINTS {
        let at = end(a, i, b, j, upper);
        match (a.after(i, at, upper), b.after(j, at, upper)) {
            (After::Stop, _) | (_, After::Stop) | (After::On, After::On) => {
                let run = a.segment(i);
                let mut point = [run.across; 2];
                point[run.along] = at;
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

/// Which of two ways comes first at the upper left end of what they share, if they part at neither end of it. Any order
/// would do, but it must be the same all along.
fn by_list(a: &Polyline, b: &Polyline) -> First {
    if a.edge < b.edge { -1 } else { 1 }
}

/// Which of two ways comes first on the side of a node that both leave or enter: 0 for the first or the last segment.
pub(crate) fn first_at_node(a: (&Polyline, bool), b: (&Polyline, bool), right: bool) -> First {
    let segment = |(shape, is_from): (&Polyline, bool)| {
        // The last segment may run to a border.
        if is_from { 0 } else { (shape.segments() - 1) / 2 * 2 }
    };
    let near = if a.1 { a.0.points[0] } else { a.0.points[a.0.count - 1] };
    match parting(a.0, segment(a), b.0, segment(b), right) {
        Parting::First(first) => first,
        Parting::Nowhere(sign, far) => by_list(a.0, b.0) * if far < near { sign } else { 1 },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How often two ways must cross.
    fn crossings(a: &Polyline, b: &Polyline) -> usize {
        let mut count = 0;
        for i in 0..a.segments() {
            for j in 0..b.segments() {
                let (s, t) = (a.segment(i), b.segment(j));
                if s.along == t.along {
                    let shared = s.across == t.across && s.low.max(t.low) < s.high.min(t.high);
                    count += usize::from(shared && parts_crossed(a, i, b, j));
                } else {
                    let inside = |s: Run, t: Run| s.low < t.across && t.across < s.high;
                    count += usize::from(inside(s, t) && inside(t, s));
                }
            }
        }
        count
    }

    fn shape(points: &[[i32; 2]]) -> Polyline {
        let mut shape = Polyline { edge: 0, points: [[0; 2]; MOST_POINTS], count: 0 };
        for &point in points {
            shape.push(point);
        }
        shape
    }

    #[test]
    fn pieces_that_cut_each_other_cross() {
        let flat = shape(&[[0, 5], [20, 5]]);
        let bent = shape(&[[0, 0], [10, 0], [10, 10], [20, 10]]);
        assert_eq!(crossings(&flat, &bent), 1);
        assert_eq!(crossings(&bent, &flat), 1);
        assert_eq!(crossings(&flat, &shape(&[[0, 6], [20, 6]])), 0);
    }

    #[test]
    fn a_shared_stretch_is_crossed_when_the_order_changes() {
        // Both run down channel 10: from 0 and 2 to 8 and 10.
        let outer = shape(&[[0, 0], [10, 0], [10, 10], [20, 10]]);
        let inner = shape(&[[0, 2], [10, 2], [10, 8], [20, 8]]);
        assert_eq!(crossings(&outer, &inner), 1, "the upper caller calls the lower callee");
        let same = shape(&[[0, 2], [10, 2], [10, 12], [20, 12]]);
        assert_eq!(crossings(&outer, &same), 0, "their order stays");
        assert_eq!(crossings(&same, &outer), 0);
    }

    #[test]
    fn ways_from_one_node_part_as_they_like() {
        let up = shape(&[[0, 10], [10, 10], [10, 0], [20, 0]]);
        let down = shape(&[[0, 10], [10, 10], [10, 20], [20, 20]]);
        assert_eq!(crossings(&up, &down), 0);
        assert_eq!(first_at_node((&up, true), (&down, true), true), -1);
        assert_eq!(first_at_node((&down, true), (&up, true), true), 1);
    }

    #[test]
    fn ways_that_never_part_have_one_order_all_along() {
        // Out to the left, up, and back in to the right, beside each other: what is inside at one end is so at the other.
        let one = shape(&[[20, 12], [-6, 12], [-6, 0], [20, 0]]);
        let other = Polyline { edge: 1, ..one };
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
        let a =
            shape(&[[-10, -5], [0, -5], [0, 0], [10, 0], [10, 10], [20, 10], [20, 15], [30, 15]]);
        let b = shape(&[[-10, 3], [0, 3], [0, 0], [10, 0], [10, 10], [20, 10], [20, 5], [30, 5]]);
        assert_eq!(crossings(&a, &b), 1);
        assert_eq!(crossings(&b, &a), 1);
        let c = shape(&[[-10, 3], [0, 3], [0, 0], [10, 0], [10, 10], [20, 10], [20, 25], [30, 25]]);
        assert_eq!(crossings(&a, &c), 0);
    }
}
