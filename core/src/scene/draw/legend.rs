//! The legend: a sample and a word for everything that occurs in the drawing, and for nothing else.

use super::edge::head;
use super::entry_mark::{RADIUS, entry_mark};
use super::node::badge_shapes;
use super::stroke::{Stroke, cross};
use crate::diagnostics::Severity;
use crate::layout::legend_places;
use crate::scene::caption::{LEGEND_GAP, SMALL_SIZE, TEXT_SIZE, number_card_width, number_width};
use crate::scene::{Anchor, LegendEntry, Point, Rect, SceneItem, SceneItemKind, Shape};
use crate::text::{Weight, measure};

/// Length of a sample line.
const SAMPLE: f64 = 38.0;
/// Length of the sample of a stub.
const STUB: f64 = 26.0;
/// The width of an entry.
pub(in crate::scene) fn entry_width(entry: &LegendEntry) -> f64 {
    sample_width(entry.id) + LEGEND_GAP + measure(entry.text, TEXT_SIZE, Weight::Regular)
}

/// One item per entry, in a box that is wide enough; numbers come last.
pub(in crate::scene) fn legend(
    entries: &[LegendEntry],
    numbers: &[String],
    rect: Rect,
) -> Vec<SceneItem> {
    let widths = entries.iter().map(entry_width).chain(numbers.iter().map(|n| number_width(n)));
    let places = legend_places(widths, rect.width);
    let at = |place: Point| Point::new(rect.x + place.x, rect.y + place.y);
    let samples = entries.iter().zip(&places).map(|(entry, &place)| {
        let sample = sample(entry.id, at(place));
        (entry.id.to_owned(), class(entry.id), entry.text, sample, sample_width(entry.id), place)
    });
    let cards = numbers.iter().zip(places.iter().skip(entries.len())).enumerate();
    let cards = cards.map(|(index, (text, &place))| {
        let number = (index + 1).to_string();
        let card = number_card(&number, at(place));
        (format!("number-{number}"), "", text.as_str(), card, number_card_width(), place)
    });
    let item = |(index, (id, class, text, mut shapes, wide, place)): (usize, Entry<'_>)| {
        let at = at(place);
        shapes.push(Shape::Text {
            at: Point::new(at.x + wide + LEGEND_GAP, at.y + 4.2),
            text: text.to_owned(),
            width: measure(text, TEXT_SIZE, Weight::Regular),
            anchor: Anchor::Start,
            class: "legend-text",
            rotate: 0.0,
        });
        SceneItem {
            kind: SceneItemKind::Legend,
            id,
            class: format!("legend {class}"),
            name: text.to_owned(),
            index: Some(index),
            origin: Point::ORIGIN,
            shapes,
        }
    };
    samples.chain(cards).enumerate().map(item).collect()
}

/// An entry before it is drawn: id, class, text, the shapes of its sample, how wide that is, and its place.
type Entry<'a> = (String, &'static str, &'a str, Vec<Shape>, f64, Point);

/// The card of a number, as on edges.
fn number_card(number: &str, at: Point) -> Vec<Shape> {
    let width = number_card_width();
    vec![
        Shape::Rect { rect: Rect::new(at.x, at.y - 9.0, width, 18.0), radius: 5.0, class: "card" },
        Shape::Text {
            at: Point::new(at.x + width / 2.0, at.y + 3.9),
            text: number.to_owned(),
            width: measure(number, SMALL_SIZE, Weight::Regular),
            anchor: Anchor::Middle,
            class: "card-text",
            rotate: 0.0,
        },
    ]
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
