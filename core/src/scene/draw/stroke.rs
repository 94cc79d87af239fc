//! Paths in SVG's path language.
#![expect(clippy::float_cmp, reason = "corners of one line share their numbers exactly")]

use crate::scene::{Point, Rect};

/// Writes a coordinate with at most two decimals, as short as it gets. By hand: a picture has thousands of them, and
/// the general formatting takes longer than the layout.
pub(in crate::scene) fn number(out: &mut String, value: f64) {
    let hundredths = (value * 100.0).round() as i64;
    if hundredths < 0 {
        out.push('-');
    }
    let (mut whole, part) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    let digit = |of: u64| char::from(b'0' + (of % 10) as u8);
    // The longest 64-bit number of hundredths has 18 digits before the point.
    let mut digits = ['0'; 20];
    let mut count = 0;
    while whole > 0 || count == 0 {
        digits[count] = digit(whole);
        whole /= 10;
        count += 1;
    }
    out.extend(digits[..count].iter().rev());
    if part > 0 {
        out.push('.');
        out.push(digit(part / 10));
        if part % 10 > 0 {
            out.push(digit(part));
        }
    }
}

/// A path being written.
#[derive(Default)]
pub(super) struct Stroke {
    d: String,
}

impl Stroke {
    /// Starts a new piece.
    pub(super) fn start(&mut self, at: Point) -> &mut Self {
        self.command('M', &[at])
    }

    /// A straight line.
    pub(super) fn line(&mut self, to: Point) -> &mut Self {
        self.command('L', &[to])
    }

    /// A quadratic curve.
    pub(super) fn curve(&mut self, control: Point, to: Point) -> &mut Self {
        self.command('Q', &[control, to])
    }

    /// Part of an ellipse, the short way, clockwise or not.
    pub(super) fn arc(&mut self, rx: f64, ry: f64, clockwise: bool, to: Point) -> &mut Self {
        self.d.push('A');
        number(&mut self.d, rx);
        self.d.push(' ');
        number(&mut self.d, ry);
        self.d.push_str(if clockwise { " 0 0 1 " } else { " 0 0 0 " });
        number(&mut self.d, to.x);
        self.d.push(' ');
        number(&mut self.d, to.y);
        self
    }

    /// Closes the piece.
    pub(super) fn close(&mut self) -> &mut Self {
        self.d.push('Z');
        self
    }

    /// The path's text.
    pub(super) fn done(&mut self) -> String {
        std::mem::take(&mut self.d)
    }

    fn command(&mut self, letter: char, points: &[Point]) -> &mut Self {
        self.d.push(letter);
        for (index, point) in points.iter().enumerate() {
            if index > 0 {
                self.d.push(' ');
            }
            number(&mut self.d, point.x);
            self.d.push(' ');
            number(&mut self.d, point.y);
        }
        self
    }
}

/// A polyline with rounded corners.
pub(super) fn rounded(stroke: &mut Stroke, points: &[Point], radius: f64) {
    bowed(stroke, points, |_, _, _| radius);
}

/// The polyline beside another one with rounded corners (see [`offset`]), rounded around the same middles.
pub(super) fn rounded_beside(stroke: &mut Stroke, points: &[Point], radius: f64, by: f64) {
    bowed(stroke, &offset(points, by), |before, at, after| {
        let cross = (at.x - before.x) * (after.y - at.y) - (at.y - before.y) * (after.x - at.x);
        // Turning right, the line on the right is the inner one.
        if cross > 0.0 { radius - by } else { radius + by }
    });
}

fn bowed(stroke: &mut Stroke, points: &[Point], radius: impl Fn(Point, Point, Point) -> f64) {
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else { return };
    stroke.start(first);
    for corner in points.windows(3) {
        let [before, at, after] = [corner[0], corner[1], corner[2]];
        let near = radius(before, at, after)
            .min(distance(before, at) / 2.0)
            .min(distance(at, after) / 2.0);
        stroke.line(towards(at, before, near)).curve(at, towards(at, after, near));
    }
    stroke.line(last);
}

/// The distance of two points on one axis.
pub(super) fn distance(a: Point, b: Point) -> f64 {
    (a.x - b.x).abs() + (a.y - b.y).abs()
}

/// The point `by` away from `from` in the direction of `to`, both on one axis.
pub(super) fn towards(from: Point, to: Point, by: f64) -> Point {
    let step = |a: f64, b: f64| if a == b { 0.0 } else { by.copysign(b - a) };
    Point::new(from.x + step(from.x, to.x), from.y + step(from.y, to.y))
}

/// The polyline beside an axis-aligned one, `by` to the right of its direction.
fn offset(points: &[Point], by: f64) -> Vec<Point> {
    let normal = |a: Point, b: Point| {
        let sign = |d: f64| if d == 0.0 { 0.0 } else { d.signum() };
        (-sign(b.y - a.y) * by, sign(b.x - a.x) * by)
    };
    (0..points.len())
        .map(|index| {
            let into = index.checked_sub(1).map(|i| normal(points[i], points[index]));
            let out = points.get(index + 1).map(|&next| normal(points[index], next));
            let shift = match (into, out) {
                // A corner moves along both: the one normal is horizontal, the other vertical.
                (Some(a), Some(b)) => (a.0 + b.0, a.1 + b.1),
                (Some(one), None) | (None, Some(one)) => one,
                (None, None) => (0.0, 0.0),
            };
            Point::new(points[index].x + shift.0, points[index].y + shift.1)
        })
        .collect()
}

/// A cross inside a circle around `at`.
pub(super) fn cross(at: Point, arm: f64) -> String {
    let mut stroke = Stroke::default();
    let p = |dx: f64, dy: f64| Point::new(at.x + dx, at.y + dy);
    stroke.start(p(-arm, -arm)).line(p(arm, arm)).start(p(arm, -arm)).line(p(-arm, arm));
    stroke.done()
}

/// A drum: a box with rounded ends at the top and at the bottom, and the rim of its lid.
pub(super) fn drum(rect: Rect, depth: f64) -> (String, String) {
    let (left, right) = (rect.x, rect.right());
    let (top, bottom) = (rect.y + depth, rect.bottom() - depth);
    let half = rect.width / 2.0;
    let p = Point::new;
    let mut body = Stroke::default();
    body.start(p(left, top)).arc(half, depth, true, p(right, top)).line(p(right, bottom));
    body.arc(half, depth, true, p(left, bottom)).close();
    let mut lid = Stroke::default();
    lid.start(p(left, top)).arc(half, depth, false, p(right, top));
    (body.done(), lid.done())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: f64) -> String {
        let mut out = String::new();
        number(&mut out, value);
        out
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!(written(3.0), "3");
        assert_eq!(written(-0.504), "-0.5");
        assert_eq!(written(12.345), "12.35");
        assert_eq!(written(-0.001), "0");
        assert_eq!(written(7.05), "7.05");
    }

    #[test]
    fn corners_are_rounded() {
        let p = Point::new;
        let mut stroke = Stroke::default();
        rounded(&mut stroke, &[p(0.0, 0.0), p(20.0, 0.0), p(20.0, 20.0)], 6.0);
        assert_eq!(stroke.done(), "M0 0L14 0Q20 0 20 6L20 20");
    }

    #[test]
    fn parallels_keep_their_distance() {
        let p = Point::new;
        let beside = offset(&[p(0.0, 0.0), p(20.0, 0.0), p(20.0, 20.0)], 2.0);
        assert_eq!(beside, [p(0.0, 2.0), p(18.0, 2.0), p(18.0, 20.0)]);
    }
}
