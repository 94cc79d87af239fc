//! The ways that are laid so far, arranged so that what another one would cross is found fast.
//!
//! Pieces that cut each other at right angles are counted from two tables, however many there are; only ways that share
//! a stretch are looked at one by one.

use super::grid::Grid;
use super::shape::{MOST_LEFT, Run, Shape, parts_crossed, right_of_all};

/// Levels of the grid are whole multiples of this.
const LEVEL: i32 = super::grid::STEP;

/// Ways by edge, and where their pieces run.
pub(super) struct Laid {
    shapes: Vec<Option<Shape>>,
    /// How many numbers there are from left to right, and levels from top to bottom.
    size: [usize; 2],
    /// How many horizontal pieces pass each place, column by column.
    flat: Vec<u16>,
    /// How many vertical pieces pass each place, row by row.
    tall: Vec<u16>,
    /// What runs along each column, along each row.
    along: [Vec<Vec<Stretch>>; 2],
}

/// A piece of a way, with its ends beside it: few of those along one line share a stretch with another.
#[derive(Clone, Copy)]
struct Stretch {
    edge: usize,
    piece: usize,
    low: i32,
    high: i32,
}

impl Laid {
    pub(super) fn new(grid: &Grid, edges: usize) -> Self {
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
    pub(super) fn lay(&mut self, edge: usize, shape: Shape) {
        for piece in 0..shape.pieces() {
            let (is_row, at) = line(&shape, piece);
            let Run { low, high, .. } = shape.piece(piece);
            self.along[is_row][at].push(Stretch { edge, piece, low, high });
            self.pass(&shape, piece, |count| *count += 1);
        }
        self.shapes[edge] = Some(shape);
    }

    /// Takes a way up again.
    pub(super) fn take_up(&mut self, edge: usize) {
        let Some(shape) = self.shapes[edge].take() else { return };
        for piece in 0..shape.pieces() {
            let (is_row, at) = line(&shape, piece);
            self.along[is_row][at].retain(|other| (other.edge, other.piece) != (edge, piece));
            self.pass(&shape, piece, |count| *count -= 1);
        }
    }

    /// How often a way crosses those that are laid; what is above `most` may be less than the truth.
    pub(super) fn crossings(&self, shape: &Shape, most: usize) -> usize {
        let mut count = 0;
        for piece in 0..shape.pieces() {
            count += self.cuts(shape, piece);
        }
        for piece in 0..shape.pieces() {
            let (is_row, at) = line(shape, piece);
            let run = shape.piece(piece);
            for other in &self.along[is_row][at] {
                if run.low.max(other.low) >= run.high.min(other.high) {
                    continue;
                }
                if count > most {
                    return count;
                }
                if let Some(laid) = &self.shapes[other.edge] {
                    count += usize::from(parts_crossed(shape, piece, laid, other.piece));
                }
            }
        }
        count
    }

    /// How often a way that is laid crosses others.
    pub(super) fn crossings_of(&self, edge: usize) -> usize {
        self.shapes[edge].map_or(0, |shape| self.crossings(&shape, usize::MAX))
    }

    /// How many pieces cut one at right angles.
    fn cuts(&self, shape: &Shape, piece: usize) -> usize {
        let (is_row, across) = line(shape, piece);
        let (low, high) = inside(shape, piece);
        if low >= high {
            return 0;
        }
        let (table, length) =
            if is_row == 1 { (&self.tall, self.size[0]) } else { (&self.flat, self.size[1]) };
        table[across * length + low..across * length + high].iter().map(|&n| usize::from(n)).sum()
    }

    /// Changes the counts of all places that a piece passes.
    fn pass(&mut self, shape: &Shape, piece: usize, change: impl Fn(&mut u16)) {
        let (is_row, across) = line(shape, piece);
        let (low, high) = inside(shape, piece);
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

/// Whether a piece runs along a row (1) or a column (0), and which.
fn line(shape: &Shape, piece: usize) -> (usize, usize) {
    let run = shape.piece(piece);
    match run.along {
        0 => (1, (run.across / LEVEL) as usize),
        _ => (0, (run.across - MOST_LEFT) as usize),
    }
}

/// The places strictly between the ends of a piece.
fn inside(shape: &Shape, piece: usize) -> (usize, usize) {
    let run = shape.piece(piece);
    match run.along {
        0 => ((run.low - MOST_LEFT) as usize + 1, (run.high - MOST_LEFT) as usize),
        _ => ((run.low / LEVEL) as usize + 1, (run.high / LEVEL) as usize),
    }
}
