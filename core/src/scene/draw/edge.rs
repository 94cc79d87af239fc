//! Edges: a line by class and verdict, an arrow or a cross at its end, a label on a card.
#![expect(clippy::float_cmp, reason = "corners of one line share their numbers exactly")]

use super::entry_mark::entry_mark;
use super::stroke::{Stroke, cross, distance, rounded, rounded_beside, towards};
use crate::diagnostics::Severity;
use crate::graph::{EdgeClass, Verdict};
use crate::scene::caption::SMALL_SIZE;
use crate::scene::{Anchor, Point, Rect, SceneEdge, SceneItem, SceneItemKind, SceneNode, Shape};
use crate::text::{Weight, measure};
use crate::wording::verdict;

/// Corner radius of a route.
const CORNER: f64 = 7.0;
/// Length of an arrow, and half its width.
const ARROW: (f64, f64) = (9.0, 4.0);
/// The same for the thick line of a detour.
const THICK_ARROW: (f64, f64) = (11.0, 5.5);
/// Half the distance of the two lines of an ingress.
const DOUBLE: f64 = 2.0;
/// Radius of the cross that ends a blocked edge.
const STOP: f64 = 8.0;
/// Ends nearer to the middle of a node than this would run into its ring.
const NEAR_RING: f64 = 8.0;

/// The line of some edges with its end; it looks like the first of them, which is number `index` of the scene. `ring` is
/// the middle of the callee's ring, when it shows one.
pub(in crate::scene) fn edge(
    members: &[&SceneEdge],
    index: usize,
    ends: (&SceneNode, &SceneNode),
    ring: Option<Point>,
) -> SceneItem {
    let scene = members[0];
    let mut shapes = Vec::new();
    let mut stroke = Stroke::default();
    let route = &scene.route;
    rounded(&mut stroke, route, CORNER);
    shapes.push(Shape::Path { d: stroke.done(), class: "edge-hit" });
    let (tip, before) = match route[..] {
        [.., before, tip] => (tip, before),
        _ => (Point::default(), Point::default()),
    };
    let near_ring = ring.is_some_and(|ring| distance(ring, tip) < NEAR_RING);
    let back = match (&scene.stop, near_ring) {
        (Some(_), _) => STOP,
        (None, true) => super::node::RING + 0.5,
        (None, false) => 0.5,
    };
    let tip = towards(tip, before, back);
    let mut line = route.clone();
    if let Some(last) = line.last_mut() {
        *last = tip;
    }
    if scene.class == EdgeClass::Ingress {
        for side in [-DOUBLE, DOUBLE] {
            rounded_beside(&mut stroke, &line, CORNER, side);
        }
        shapes.push(Shape::Path { d: stroke.done(), class: "edge-line" });
        shapes.extend(route.first().map(|&at| entry_mark(at)).into_iter().flatten());
    } else if scene.stop.is_some() {
        rounded(&mut stroke, &line, CORNER);
        shapes.push(Shape::Path { d: stroke.done(), class: "edge-line" });
    } else {
        let arrow = if scene.verdict == Verdict::Detour { THICK_ARROW } else { ARROW };
        if let Some(last) = line.last_mut() {
            *last = towards(tip, before, arrow.0 - 1.0);
        }
        rounded(&mut stroke, &line, CORNER);
        shapes.push(Shape::Path { d: stroke.done(), class: "edge-line" });
        shapes.push(Shape::Path { d: head(tip, before, arrow), class: "edge-head" });
    }
    SceneItem {
        kind: SceneItemKind::Edge,
        id: scene.id.clone(),
        class: class("edge", scene, members.iter().filter_map(|edge| edge.severity).max()),
        name: edge_name(members, ends),
        index: Some(index),
        origin: Point::ORIGIN,
        shapes,
    }
}

/// An arrow with its tip at `tip`, coming from `from`.
pub(super) fn head(tip: Point, from: Point, (length, half): (f64, f64)) -> String {
    let base = towards(tip, from, length);
    let (dx, dy) = if tip.y == from.y { (0.0, half) } else { (half, 0.0) };
    let mut stroke = Stroke::default();
    stroke
        .start(tip)
        .line(Point::new(base.x + dx, base.y + dy))
        .line(Point::new(base.x - dx, base.y - dy))
        .close();
    stroke.done()
}

/// The label of an edge and the cross of a blocked one, which stand in front of everything; `None` without either.
pub(in crate::scene) fn edge_label(scene: &SceneEdge, index: usize) -> Option<SceneItem> {
    let mut shapes = Vec::new();
    let label = scene.label.as_ref().map(|label| label.rect.center());
    let origin = label.or(scene.stop.as_ref().map(|stop| stop.at)).unwrap_or(Point::ORIGIN);
    if let Some(label) = &scene.label {
        let (width, height) = (label.rect.width, label.rect.height);
        let rect = Rect::new(-width / 2.0, -height / 2.0, width, height);
        shapes.push(Shape::Rect { rect, radius: 5.0, class: "card" });
        shapes.push(Shape::Text {
            at: Point::new(0.0, 3.9),
            text: label.text.clone(),
            width: measure(&label.text, SMALL_SIZE, Weight::Regular),
            anchor: Anchor::Middle,
            class: "card-text",
            rotate: 0.0,
        });
    }
    if let Some(stop) = &scene.stop {
        let center = Point::new(stop.at.x - origin.x, stop.at.y - origin.y);
        shapes.push(Shape::Circle { center, radius: STOP, class: "stop" });
        shapes.push(Shape::Path { d: cross(center, 3.0), class: "stop-sign" });
    }
    (!shapes.is_empty()).then(|| SceneItem {
        kind: SceneItemKind::EdgeLabel,
        id: scene.id.clone(),
        class: class("edge-label", scene, scene.severity),
        name: String::new(),
        index: Some(index),
        origin,
        shapes,
    })
}

fn class(what: &str, scene: &SceneEdge, severity: Option<Severity>) -> String {
    let mut class = format!("{what} edge-{} verdict-{}", scene.class.id(), scene.verdict.id());
    if let Some(severity) = severity {
        class.push_str(" severity-");
        class.push_str(severity.id());
    }
    class
}

/// The name of a line for assistive technology, from its edges, the one that it looks like first.
pub(in crate::scene) fn edge_name(
    members: &[&SceneEdge],
    (from, to): (&SceneNode, &SceneNode),
) -> String {
    let mut name = format!("{} to {}", from.name, to.name);
    for (index, edge) in members.iter().enumerate() {
        name.push_str(if index == 0 { ", " } else { "; also " });
        name.push_str(verdict::edge(edge.class, edge.verdict));
        if !edge.variables.is_empty() {
            name.push_str(", through ");
            name.push_str(&edge.variables.join(", "));
        }
        if let Some(stop) = &edge.stop {
            name.push_str(", stopped: ");
            name.push_str(&stop.reason.replace('-', " "));
        }
    }
    name
}
