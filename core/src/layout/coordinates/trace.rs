//! Bend points: routes as points in the drawing.
//!
//! Needs: x and y coordinates. Gives: axis-aligned routes from border to border. O(bends).
#![expect(clippy::float_cmp, reason = "corners of one line share their numbers exactly")]

use super::x::XCoordinates;
use super::y::YCoordinates;
use crate::geometry::Point;
use crate::layout::input::LayoutInput;
use crate::layout::placement::grid::Grid;
use crate::layout::routing::path::{End, Side};
use crate::layout::routing::route::Route;
use crate::layout::spacing::STUB;

/// Gives every route its points. Every line begins at its even point and ends at the next one.
pub(crate) fn trace_routes(
    input: &LayoutInput,
    grid: &Grid,
    x: &XCoordinates,
    y: &YCoordinates,
    mut routes: Vec<Route>,
) -> Vec<Route> {
    for route in &mut routes {
        route.points = points(input, grid, x, y, route);
    }
    routes
}

fn points(
    input: &LayoutInput,
    grid: &Grid,
    x: &XCoordinates,
    y: &YCoordinates,
    route: &Route,
) -> Vec<Point> {
    let (edge, path) = (route.input(input), &route.path);
    let side_of = |node: usize, side: Side| {
        let (left, right) = grid.place[node].map_or((0.0, 0.0), |(_, column)| x.columns[column]);
        match side {
            Side::Left => left,
            Side::Right => right,
        }
    };
    let mut at = match path.from_side {
        Some(side) => side_of(edge.from, side),
        None => side_of(edge.to, path.to_side) - STUB,
    };
    let mut points = Vec::with_capacity(2 * path.lines.len() + 1);
    for (index, &height) in route.line_y.iter().enumerate() {
        points.push(Point::new(at, height));
        at = route.turn_x.get(index).copied().unwrap_or_else(|| match path.end {
            End::FrameSide(group, Side::Left) => x.frames[group].0,
            End::FrameSide(group, Side::Right) => x.frames[group].1,
            End::Node | End::FrameEdge(..) | End::LaneEdge(..) => side_of(edge.to, path.to_side),
        });
        points.push(Point::new(at, height));
    }
    if matches!(path.end, End::FrameEdge(..) | End::LaneEdge(..)) {
        points.push(Point::new(at, y.border(path.end)));
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
