//! Shapes that nobody writes by hand: the texts whose memory the tests of `core` bound, by their bytes.

#[path = "../../../core/tests/bounds/shapes.rs"]
mod shapes;

use super::shape::{Fill, Shape};

/// Bytes that count as one: 10,000 times as many are about as much as is read.
const BYTES: usize = 400;

/// Texts that are large in one respect.
pub(super) fn hostile() -> impl Iterator<Item = Shape> {
    shapes::SHAPES.iter().map(|&(name, fill)| Shape {
        name: name.into(),
        is_network: false,
        unit: BYTES,
        fill: Fill::Made(fill),
    })
}
