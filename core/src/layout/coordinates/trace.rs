//! Pass 12: turns paths into corner points.
//!
//! Needs: heights and widths. Gives: axis-aligned routes from border to border.
#![expect(clippy::float_cmp, reason = "corners of one line share their numbers exactly")]

use crate::geometry::Point;
use crate::layout::coordinates::x::XCoordinates;
use crate::layout::coordinates::y::YCoordinates;
use crate::layout::input::LayoutInput;
use crate::layout::placement::grid::Grid;
use crate::layout::routing::router::{End, Path, Side};
use crate::layout::tracks::columns::border;

/// The corners of a path. Every line begins at its even point and ends at the next one.
pub(crate) fn trace(
    input: &LayoutInput,
    grid: &Grid,
    heights: &YCoordinates,
    widths: &XCoordinates,
    edge: usize,
    path: &Path,
) -> Vec<Point> {
    let wired = &input.edges[edge];
    let side_of = |node: usize, side: Side| {
        let (left, right) =
            grid.place[node].map_or((0.0, 0.0), |(_, column)| widths.columns[column]);
        match side {
            Side::Left => left,
            Side::Right => right,
        }
    };
    let start = match path.from_side {
        Some(side) => side_of(wired.from, side),
        None => widths.internet,
    };
    let mut x = start;
    let mut points = Vec::with_capacity(2 * path.lines.len());
    for (index, &y) in heights.lines[edge].iter().enumerate() {
        points.push(Point::new(x, y));
        let end = widths.turns[edge].get(index).copied();
        x = end.unwrap_or_else(|| match path.end {
            End::FrameSide(group, Side::Left) => widths.frames[group].0,
            End::FrameSide(group, Side::Right) => widths.frames[group].1,
            End::Node | End::FrameEdge(..) | End::LaneEdge(..) => side_of(wired.to, path.to_side),
        });
        points.push(Point::new(x, y));
    }
    if matches!(path.end, End::FrameEdge(..) | End::LaneEdge(..)) {
        points.push(Point::new(x, border(path.end, heights)));
    }
    points
}

/// The same route without points that are no corners.
pub(crate) fn corners(points: &[Point]) -> Vec<Point> {
    let mut out: Vec<Point> = Vec::with_capacity(points.len());
    for &point in points {
        if out.last() == Some(&point) {
            continue;
        }
        if let [.., a, b] = out[..] {
            let flat = (a.x == b.x && b.x == point.x) || (a.y == b.y && b.y == point.y);
            if flat {
                out.pop();
            }
        }
        out.push(point);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_corners_stay() {
        let p = Point::new;
        let route = [p(0.0, 0.0), p(5.0, 0.0), p(5.0, 0.0), p(9.0, 0.0), p(9.0, 4.0)];
        assert_eq!(corners(&route), [p(0.0, 0.0), p(9.0, 0.0), p(9.0, 4.0)]);
    }
}
