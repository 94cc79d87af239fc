//! Label placement: the card of every label.
//!
//! Needs: the bends of all routes. Gives: one card per label on the longest free stretch of its line: between the turns
//! of other edges, borders of frames, and other cards. Where the fullest wording does not fit, the next shorter one is
//! tried, and then the other lines of the route; a label for which nothing fits is left out. O(labels · log n), and a look
//! at the tracks that its lines cross, up to a limit.
#![expect(clippy::float_cmp, reason = "corners of one line share their numbers exactly")]

use super::obstacles::Obstacles;
use super::wording::VerticalSegment;
use crate::geometry::{Point, Rect};
use crate::layout::coordinates::x::XCoordinates;
use crate::layout::coordinates::y::YCoordinates;
use crate::layout::input::LayoutInput;
use crate::layout::placement::grid::Grid;
use crate::layout::routing::path::End;
use crate::layout::routing::route::{PlacedLabel, Route};
use crate::layout::spacing::{CARD, CARD_FROM_END, CARD_FROM_OTHERS, CARD_FROM_START};
use crate::sort;

/// Places the label of every route that has one.
pub(crate) fn place_labels(
    input: &LayoutInput,
    grid: &Grid,
    x: &XCoordinates,
    y: &YCoordinates,
    mut routes: Vec<Route>,
) -> Vec<Route> {
    let mut vertical = vertical_segments(&routes);
    for (group, &(left, right)) in x.frames.iter().enumerate() {
        if grid.extents[group].is_some() {
            let (top, bottom) = y.frames[group];
            vertical.extend([left, right].map(|x| VerticalSegment { x, top, bottom }));
        }
    }
    let (first, last) = x.lanes;
    vertical.push(VerticalSegment { x: last, top: 0.0, bottom: y.bottom });
    // Nothing is written on the internet.
    let internet = Rect::new(0.0, 0.0, first, y.bottom);
    let mut obstacles = Obstacles::new(vertical, &routes, internet);
    for route in &mut routes {
        let edge = &input.edges[route.edge];
        route.label = place(&edge.label, route, &obstacles);
        obstacles.insert(route);
    }
    // When all have a place, those that show a number may still find a line with room for words.
    for route in &mut routes {
        let edge = &input.edges[route.edge];
        if edge.number.is_some() && route.label.is_none_or(|l| l.wording + 1 == edge.label.len()) {
            obstacles.remove(route);
            let words = &edge.label[..edge.label.len() - 1];
            route.label = place(words, route, &obstacles).or(route.label);
            obstacles.insert(route);
        }
    }
    routes
}

/// The vertical segments of all routes.
pub(crate) fn vertical_segments(routes: &[Route]) -> Vec<VerticalSegment> {
    routes
        .iter()
        .flat_map(|route| route.points.windows(2))
        .filter(|pair| pair[0].x == pair[1].x && pair[0].y != pair[1].y)
        .map(|pair| VerticalSegment {
            x: pair[0].x,
            top: pair[0].y.min(pair[1].y),
            bottom: pair[0].y.max(pair[1].y),
        })
        .collect()
}

/// The label of one route: on its label line if it fits there, else on another line.
fn place(widths: &[f64], route: &Route, obstacles: &Obstacles) -> Option<PlacedLabel> {
    let label_line = route.label_line?;
    let rest = (0..route.path.lines.len()).filter(|&line| line != label_line);
    let on_line = |line: usize| {
        let ends = (route.points[2 * line], route.points[2 * line + 1]);
        let (left, right) = free_stretch(ends, route, line, obstacles);
        let wording = (0..widths.len()).find(|&w| widths[w] <= right - left)?;
        let middle = f64::midpoint(left, right);
        let left = middle - widths[wording] / 2.0;
        let card = Rect::new(left, ends.0.y - CARD / 2.0, widths[wording], CARD);
        Some(PlacedLabel { wording, card })
    };
    std::iter::once(label_line).chain(rest).find_map(on_line)
}

/// The longest stretch of a line that nothing crosses, for the left and right border of a card.
fn free_stretch(
    ends: (Point, Point),
    route: &Route,
    line: usize,
    obstacles: &Obstacles,
) -> (f64, f64) {
    let path = &route.path;
    let rightwards = ends.0.x <= ends.1.x;
    let is_last = line + 1 == path.lines.len() && path.turns.len() == line;
    let at_start = if line == 0 { CARD_FROM_START } else { CARD_FROM_OTHERS };
    let at_end = match path.end {
        _ if !is_last => CARD_FROM_OTHERS,
        End::Node | End::FrameSide(..) => CARD_FROM_END,
        End::FrameEdge(..) | End::LaneEdge(..) => CARD_FROM_OTHERS,
    };
    let (low, high) = if rightwards {
        (ends.0.x + at_start, ends.1.x - at_end)
    } else {
        (ends.1.x + at_end, ends.0.x - at_start)
    };
    let mut taken = obstacles.between((low, high), ends.0.y, route.edge);
    sort::by(&mut taken, |a, b| a.0.total_cmp(&b.0));
    let mut best = (low, low);
    let mut at = low;
    for (from, to) in taken.into_iter().chain([(high, high)]) {
        if from.min(high) - at > best.1 - best.0 {
            best = (at, from.min(high));
        }
        at = at.max(to);
    }
    best
}
