//! Crossing index: the routes so far, arranged so that what another one would cross is found fast.
//!
//! Segments that cut each other at right angles are counted from two tables, however many there are; only routes that
//! share a stretch are looked at one by one. Inserting and counting take O(length in grid units), and one look at each
//! segment along the same lines.

use std::ops::Range;

use super::parting::parts_crossed;
use super::polyline::{MOST_LEFT, Polyline, Segment, right_of_all};
use crate::layout::placement::grid::{Grid, STEP};

/// Polylines by edge, and where their segments run.
pub(crate) struct CrossingIndex {
    polylines: Vec<Option<Polyline>>,
    /// Whether crossings are counted; if not, none is known.
    is_counting: bool,
    /// How many numbers there are from left to right, and levels from top to bottom.
    size: [usize; 2],
    /// How many horizontal segments pass each place, column by column.
    flat: Vec<u16>,
    /// How many vertical segments pass each place, row by row.
    tall: Vec<u16>,
    /// What runs along each column, along each row.
    along: [Vec<Vec<Stretch>>; 2],
}

/// A segment of a route, with its ends beside it: few of those along one line share a stretch with another.
#[derive(Clone, Copy)]
struct Stretch {
    edge: usize,
    segment: usize,
    low: i32,
    high: i32,
}

impl CrossingIndex {
    /// An empty index; one that is not counting knows of no crossings.
    pub(crate) fn new(grid: &Grid, edges: usize, is_counting: bool) -> Self {
        let bottom = grid.lane_levels.iter().map(|levels| levels.1).max().unwrap_or(0);
        let [width, height] = if is_counting {
            [(right_of_all(grid.columns()) - MOST_LEFT) as usize, (bottom / STEP) as usize + 2]
        } else {
            [0, 0]
        };
        Self {
            polylines: vec![None; edges],
            is_counting,
            size: [width, height],
            flat: vec![0; width * height],
            tall: vec![0; width * height],
            along: [vec![Vec::new(); width], vec![Vec::new(); height]],
        }
    }

    /// Inserts the route of an edge.
    pub(crate) fn insert(&mut self, edge: usize, polyline: Polyline) {
        for segment in self.counted(&polyline) {
            let (is_row, at) = line(&polyline, segment);
            let Segment { low, high, .. } = polyline.segment(segment);
            self.along[is_row][at].push(Stretch { edge, segment, low, high });
            self.pass(&polyline, segment, |count| *count += 1);
        }
        self.polylines[edge] = Some(polyline);
    }

    /// Removes it again.
    pub(crate) fn remove(&mut self, edge: usize) {
        let Some(polyline) = self.polylines[edge].take() else { return };
        for segment in self.counted(&polyline) {
            let (is_row, at) = line(&polyline, segment);
            self.along[is_row][at].retain(|other| (other.edge, other.segment) != (edge, segment));
            self.pass(&polyline, segment, |count| *count -= 1);
        }
    }

    /// How often a route crosses those that are inserted; what is above `most` may be less than the truth.
    pub(crate) fn crossings(&self, polyline: &Polyline, most: usize) -> usize {
        let mut count = 0;
        for segment in self.counted(polyline) {
            count += self.cuts(polyline, segment);
        }
        for segment in self.counted(polyline) {
            let (is_row, at) = line(polyline, segment);
            let run = polyline.segment(segment);
            for other in &self.along[is_row][at] {
                if run.low.max(other.low) >= run.high.min(other.high) {
                    continue;
                }
                if count > most {
                    return count;
                }
                if let Some(inserted) = &self.polylines[other.edge] {
                    count += usize::from(parts_crossed(polyline, segment, inserted, other.segment));
                }
            }
        }
        count
    }

    /// How often a route that is inserted crosses others.
    pub(crate) fn crossings_of(&self, edge: usize) -> usize {
        self.polylines[edge].as_ref().map_or(0, |polyline| self.crossings(polyline, usize::MAX))
    }

    /// How often all that are inserted cross each other; nothing where crossings are not counted.
    pub(crate) fn all_crossings(&self) -> Option<usize> {
        let of_each = (0..self.polylines.len()).map(|edge| self.crossings_of(edge));
        // Both edges of a crossing have counted it.
        self.is_counting.then(|| of_each.sum::<usize>() / 2)
    }

    /// The polylines by edge.
    pub(crate) fn into_polylines(self) -> Vec<Option<Polyline>> {
        self.polylines
    }

    /// The segments of a polyline whose crossings are counted.
    fn counted(&self, polyline: &Polyline) -> Range<usize> {
        0..if self.is_counting { polyline.segments() } else { 0 }
    }

    /// How many segments cut one at right angles.
    fn cuts(&self, polyline: &Polyline, segment: usize) -> usize {
        let (is_row, across) = line(polyline, segment);
        let (low, high) = inside(polyline, segment);
        if low >= high {
            return 0;
        }
        let (table, length) =
            if is_row == 1 { (&self.tall, self.size[0]) } else { (&self.flat, self.size[1]) };
        table[across * length + low..across * length + high].iter().map(|&n| usize::from(n)).sum()
    }

    /// Changes the counts of all places that a segment passes.
    fn pass(&mut self, polyline: &Polyline, segment: usize, change: impl Fn(&mut u16)) {
        let (is_row, across) = line(polyline, segment);
        let (low, high) = inside(polyline, segment);
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
fn line(polyline: &Polyline, segment: usize) -> (usize, usize) {
    let run = polyline.segment(segment);
    match run.along {
        0 => (1, (run.across / STEP) as usize),
        _ => (0, (run.across - MOST_LEFT) as usize),
    }
}

/// The places strictly between the ends of a segment.
fn inside(polyline: &Polyline, segment: usize) -> (usize, usize) {
    let run = polyline.segment(segment);
    match run.along {
        0 => ((run.low - MOST_LEFT) as usize + 1, (run.high - MOST_LEFT) as usize),
        _ => ((run.low / STEP) as usize + 1, (run.high / STEP) as usize),
    }
}
