//! The mark of an entry point: a small globe at the outer end of its stub.

use super::stroke::Stroke;
use crate::scene::{Point, Shape};

/// Radius of the mark.
pub(super) const RADIUS: f64 = 6.5;
/// Radius of the globe on it.
const GLOBE: f64 = 3.75;
/// Half the width of its middle meridian.
const MERIDIAN: f64 = 1.75;

/// The mark around `at`.
pub(super) fn entry_mark(at: Point) -> Vec<Shape> {
    let p = |dx: f64, dy: f64| Point::new(at.x + dx, at.y + dy);
    let mut globe = Stroke::default();
    for half in [GLOBE, MERIDIAN] {
        let (top, foot) = (p(0.0, -GLOBE), p(0.0, GLOBE));
        globe.start(top).arc(half, GLOBE, true, foot).arc(half, GLOBE, true, top);
    }
    globe.start(p(-GLOBE, 0.0)).line(p(GLOBE, 0.0));
    vec![
        Shape::Circle { center: at, radius: RADIUS, class: "entry-mark" },
        Shape::Path { d: globe.done(), class: "entry-sign" },
    ]
}
