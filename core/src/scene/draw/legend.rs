//! The legend: a sample and a word for everything that occurs in the drawing, and for nothing else.

use super::edge::head;
use super::entry_mark::{RADIUS, entry_mark};
use super::node::badge_shapes;
use super::stroke::{Stroke, cross};
use crate::diagnostics::Severity;
use crate::scene::caption::TEXT_SIZE;
use crate::scene::{Anchor, LegendEntry, Point, Rect, SceneItem, SceneItemKind, Shape};
use crate::text::{Weight, measure};

/// Length of a sample line.
const SAMPLE: f64 = 38.0;
/// Length of the sample of a stub.
const STUB: f64 = 26.0;
/// Between a sample and its word.
const GAP: f64 = 10.0;
/// Between two entries.
const BETWEEN: f64 = 24.0;
/// Height of a line of entries.
const LINE: f64 = 26.0;
/// Below the last line.
const FOOT: f64 = 12.0;

/// Where every entry begins, line by line, in a width.
fn places(entries: &[LegendEntry], width: f64) -> Vec<Point> {
    let mut at = Point::new(0.0, LINE / 2.0);
    entries
        .iter()
        .map(|entry| {
            let wide =
                sample_width(entry.id) + GAP + measure(entry.text, TEXT_SIZE, Weight::Regular);
            if at.x > 0.0 && at.x + wide > width {
                at = Point::new(0.0, at.y + LINE);
            }
            let place = at;
            at.x += wide + BETWEEN;
            place
        })
        .collect()
}

/// The height the legend takes in a width.
pub(in crate::scene) fn legend_height(entries: &[LegendEntry], width: f64) -> f64 {
    places(entries, width).last().map_or(0.0, |last| last.y + LINE / 2.0 + FOOT)
}

/// One item per entry, in a box that is wide enough.
pub(in crate::scene) fn legend(entries: &[LegendEntry], rect: Rect) -> Vec<SceneItem> {
    entries
        .iter()
        .zip(places(entries, rect.width))
        .enumerate()
        .map(|(index, (entry, place))| {
            let at = Point::new(rect.x + place.x, rect.y + place.y);
            let mut shapes = sample(entry.id, at);
            shapes.push(Shape::Text {
                at: Point::new(at.x + sample_width(entry.id) + GAP, at.y + 4.2),
                text: entry.text.to_owned(),
                width: measure(entry.text, TEXT_SIZE, Weight::Regular),
                anchor: Anchor::Start,
                class: "legend-text",
                rotate: 0.0,
            });
            SceneItem {
                kind: SceneItemKind::Legend,
                id: entry.id.to_owned(),
                class: format!("legend {}", class(entry.id)),
                name: entry.text.to_owned(),
                index: Some(index),
                origin: Point::ORIGIN,
                shapes,
            }
        })
        .collect()
}

fn sample_width(id: &str) -> f64 {
    match id {
        "can-receive" => 10.0,
        "error" | "warning" => 20.0,
        "isolated" => 30.0,
        "ingress" => STUB,
        _ => SAMPLE,
    }
}

/// The classes that give a sample the look of what it stands for.
fn class(id: &str) -> &'static str {
    match id {
        "private" => "edge-private verdict-ok",
        "ingress" => "edge-ingress verdict-ok",
        "public" => "edge-public verdict-ok",
        "config" => "edge-config verdict-ok",
        "control" => "edge-control verdict-ok",
        "blocked" => "edge-private verdict-blocked",
        "detour" => "edge-public verdict-detour",
        "unknown" => "edge-private verdict-unknown",
        "isolated" => "group-isolated",
        _ => "",
    }
}

fn sample(id: &str, at: Point) -> Vec<Shape> {
    let p = |dx: f64, dy: f64| Point::new(at.x + dx, at.y + dy);
    let line = |pieces: &[(Point, Point)]| {
        let mut stroke = Stroke::default();
        for (from, to) in pieces {
            stroke.start(*from).line(*to);
        }
        Shape::Path { d: stroke.done(), class: "edge-line" }
    };
    match id {
        "can-receive" => {
            vec![Shape::Circle { center: p(5.0, 0.0), radius: super::node::RING, class: "ring" }]
        }
        "error" => badge_shapes(Severity::Error, p(10.0, 0.0)),
        "warning" => badge_shapes(Severity::Warning, p(10.0, 0.0)),
        "isolated" => {
            let rect = Rect::new(at.x + 1.0, at.y - 8.0, 28.0, 16.0);
            vec![Shape::Rect { rect, radius: 4.0, class: "frame-box" }]
        }
        "ingress" => {
            let lines = [(p(6.5, -2.0), p(STUB, -2.0)), (p(6.5, 2.0), p(STUB, 2.0))];
            let mut shapes = vec![line(&lines)];
            shapes.extend(entry_mark(p(RADIUS, 0.0)));
            shapes
        }
        "blocked" => vec![
            line(&[(p(0.0, 0.0), p(SAMPLE - 16.0, 0.0))]),
            Shape::Circle { center: p(SAMPLE - 8.0, 0.0), radius: 8.0, class: "stop" },
            Shape::Path { d: cross(p(SAMPLE - 8.0, 0.0), 3.0), class: "stop-sign" },
        ],
        _ => {
            let arrow = if id == "detour" { (11.0, 5.5) } else { (9.0, 4.0) };
            vec![
                line(&[(p(0.0, 0.0), p(SAMPLE - arrow.0 + 1.0, 0.0))]),
                Shape::Path { d: head(p(SAMPLE, 0.0), p(0.0, 0.0), arrow), class: "edge-head" },
            ]
        }
    }
}
