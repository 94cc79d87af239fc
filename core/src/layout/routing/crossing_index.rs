//! The ways that are laid so far, arranged so that what another one would cross is found fast.
//!
//! Pieces that cut each other at right angles are counted from two tables, however many there are; only ways that share
//! a stretch are looked at one by one.

use crate::layout::placement::grid::Grid;
use crate::layout::routing::polyline::{MOST_LEFT, Polyline, Run, parts_crossed, right_of_all};

/// Levels of the grid are whole multiples of this.
const LEVEL: i32 = crate::layout::placement::grid::STEP;

/// Ways by edge, and where their segments run.
pub(crate) struct CrossingIndex {
    shapes: Vec<Option<Polyline>>,
    /// How many numbers there are from left to right, and levels from top to bottom.
    size: [usize; 2],
    /// How many horizontal segments pass each place, column by column.
    flat: Vec<u16>,
    /// How many vertical segments pass each place, row by row.
    tall: Vec<u16>,
    /// What runs along each column, along each row.
    along: [Vec<Vec<Stretch>>; 2],
}

/// A segment of a way, with its ends beside it: few of those along one line share a stretch with another.
#[derive(Clone, Copy)]
struct Stretch {
    edge: usize,
    segment: usize,
    low: i32,
    high: i32,
}

impl CrossingIndex {
    pub(crate) fn new(grid: &Grid, edges: usize) -> Self {
        let width = (right_of_all(grid.columns()) - MOST_LEFT) as usize;
        let bottom = grid.lane_levels.iter().map(|levels| levels.1).max().unwrap_or(0);
        let height = (bottom / LEVEL) as usize + 2;
        Self {
            shapes: vec![None; edges],
            size: [width, height],
            flat: vec![0; width * height],
            tall: vec![0; width * height],
            along: [vec![Vec::new(); width], vec![Vec::new(); height]],
        }
    }

    /// Lays a way.
    pub(crate) fn insert(&mut self, edge: usize, shape: Polyline) {
        for segment in 0..shape.segments() {
            let (is_row, at) = line(&shape, segment);
            let Run { low, high, .. } = shape.segment(segment);
            self.along[is_row][at].push(Stretch { edge, segment, low, high });
            self.pass(&shape, segment, |count| *count += 1);
        }
        self.shapes[edge] = Some(shape);
    }

    /// Takes a way up again.
    pub(crate) fn remove(&mut self, edge: usize) {
        let Some(shape) = self.shapes[edge].take() else { return };
        for segment in 0..shape.segments() {
            let (is_row, at) = line(&shape, segment);
            self.along[is_row][at].retain(|other| (other.edge, other.segment) != (edge, segment));
            self.pass(&shape, segment, |count| *count -= 1);
        }
    }

    /// How often a way crosses those that are laid; what is above `most` may be less than the truth.
    pub(crate) fn crossings(&self, shape: &Polyline, most: usize) -> usize {
        let mut count = 0;
        for segment in 0..shape.segments() {
            count += self.cuts(shape, segment);
        }
        for segment in 0..shape.segments() {
            let (is_row, at) = line(shape, segment);
            let run = shape.segment(segment);
            for other in &self.along[is_row][at] {
                if run.low.max(other.low) >= run.high.min(other.high) {
                    continue;
                }
                if count > most {
                    return count;
                }
                if let Some(laid) = &self.shapes[other.edge] {
                    count += usize::from(parts_crossed(shape, segment, laid, other.segment));
                }
            }
        }
        count
    }

    /// How often a way that is laid crosses others.
    pub(crate) fn crossings_of(&self, edge: usize) -> usize {
        self.shapes[edge].map_or(0, |shape| self.crossings(&shape, usize::MAX))
    }

    /// How many segments cut one at right angles.
    fn cuts(&self, shape: &Polyline, segment: usize) -> usize {
        let (is_row, across) = line(shape, segment);
        let (low, high) = inside(shape, segment);
        if low >= high {
            return 0;
        }
        let (table, length) =
            if is_row == 1 { (&self.tall, self.size[0]) } else { (&self.flat, self.size[1]) };
        table[across * length + low..across * length + high].iter().map(|&n| usize::from(n)).sum()
    }

    /// Changes the counts of all places that a segment passes.
    fn pass(&mut self, shape: &Polyline, segment: usize, change: impl Fn(&mut u16)) {
        let (is_row, across) = line(shape, segment);
        let (low, high) = inside(shape, segment);
        let (table, length) = if is_row == 1 {
            (&mut self.flat, self.size[1])
        } else {
            (&mut self.tall, self.size[0])
        };
        for at in low..high {
            change(&mut table[at * length + across]);
        }
    }
}

/// Whether a segment runs along a row (1) or a column (0), and which.
fn line(shape: &Polyline, segment: usize) -> (usize, usize) {
    let run = shape.segment(segment);
    match run.along {
        0 => (1, (run.across / LEVEL) as usize),
        _ => (0, (run.across - MOST_LEFT) as usize),
    }
}

/// The places strictly between the ends of a segment.
fn inside(shape: &Polyline, segment: usize) -> (usize, usize) {
    let run = shape.segment(segment);
    match run.along {
        0 => ((run.low - MOST_LEFT) as usize + 1, (run.high - MOST_LEFT) as usize),
        _ => ((run.low / LEVEL) as usize + 1, (run.high / LEVEL) as usize),
    }
}
