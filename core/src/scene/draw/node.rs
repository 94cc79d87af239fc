//! Nodes: shape by role, icon and words, a ring where private calls arrive, a badge for findings.

use super::icon::icon;
use super::stroke::{Stroke, cross, drum};
use crate::diagnostics::Severity;
use crate::graph::{Common, NetNode, NodeKind};
use crate::layout::NODE_TEXT_SIZE;
use crate::platform::Kind;
use crate::scene::caption::NODE_NAME_SIZE;
use crate::scene::plan::NODE_TEXT;
use crate::scene::{Anchor, Point, Rect, SceneItem, SceneItemKind, SceneNode, Shape};
use crate::text::{Weight, measure, shorten, shorten_middle};
use crate::wording::exposure::OPEN;

/// Corner radius of a box.
const RADIUS: f64 = 10.0;
/// How deep the lid of a drum is.
const LID: f64 = 5.0;
/// Side of the tile behind an icon.
const TILE: f64 = 28.0;
/// Side of an icon.
const ICON: f64 = 20.0;
/// Right of the texts.
const TEXT_END: f64 = 12.0;
/// Radius of a badge.
const BADGE: f64 = 9.0;
/// Radius of a ring.
pub(super) const RING: f64 = 4.5;

/// The words on a node, besides its name.
#[derive(Clone, Copy, Debug)]
pub(in crate::scene) struct Words<'a> {
    /// Wordings of its second line, from the fullest to the shortest.
    pub(in crate::scene) second_lines: &'a [String],
    /// Where its name begins to differ from others.
    pub(in crate::scene) distinct: usize,
}

/// A resource, or something that is only named.
pub(in crate::scene) fn node(
    scene: &SceneNode,
    index: usize,
    node: &NetNode,
    words: Words<'_>,
    receives: bool,
) -> SceneItem {
    let rect = Rect::new(0.0, 0.0, scene.rect.width, scene.rect.height);
    let kind = match node.kind {
        NodeKind::Folded { common: Common::Kind(kind), .. } => Some(kind),
        NodeKind::Folded { common: Common::Public, .. } => Some(Kind::Web),
        NodeKind::Folded { common: Common::Private, .. } => Some(Kind::PrivateService),
        NodeKind::Folded { common: Common::Data, .. } => Some(Kind::Postgres),
        _ => node.resource_kind(),
    };
    let is_drum = kind.is_some_and(Kind::is_datastore);
    let mut shapes = Vec::with_capacity(8);
    if matches!(node.kind, NodeKind::Folded { .. }) {
        shapes.push(Shape::Path { d: sheets(rect), class: "node-lid" });
    }
    if is_drum {
        let (body, lid) = drum(rect, LID);
        shapes.push(Shape::Path { d: body, class: "node-box" });
        shapes.push(Shape::Path { d: lid, class: "node-lid" });
    } else {
        shapes.push(Shape::Rect { rect, radius: RADIUS, class: "node-box" });
    }
    // The lid takes room at the top, so that the middle of what is left lies lower.
    let middle = rect.center().y + if is_drum { LID / 2.0 } else { 0.0 };
    let tile = Rect::new(rect.x + 10.0, middle - TILE / 2.0, TILE, TILE);
    shapes.push(Shape::Rect { rect: tile, radius: 8.0, class: "tile" });
    let inset = (TILE - ICON) / 2.0;
    let corner = Point::new(tile.x + inset, tile.y + inset);
    let d = icon(node.kind, kind, corner);
    shapes.push(Shape::Path { d, class: "icon" });
    let room = rect.width - NODE_TEXT - TEXT_END;
    let mut text = |text: String, size: f64, weight: Weight, y: f64, class: &'static str| {
        shapes.push(Shape::Text {
            at: Point::new(rect.x + NODE_TEXT, y),
            width: measure(&text, size, weight),
            text,
            anchor: Anchor::Start,
            class,
            rotate: 0.0,
        });
    };
    let shown = shorten_middle(&node.name, NODE_NAME_SIZE, Weight::Semibold, room, words.distinct);
    text(shown, NODE_NAME_SIZE, Weight::Semibold, middle - 3.0, "node-name");
    let fits = |line: &&String| measure(line, NODE_TEXT_SIZE, Weight::Regular) <= room;
    let line = words.second_lines.iter().find(fits).or(words.second_lines.last());
    let line = shorten(line.map_or("", String::as_str), NODE_TEXT_SIZE, Weight::Regular, room);
    text(line, NODE_TEXT_SIZE, Weight::Regular, middle + 15.0, "node-text");
    if receives {
        let center = Point::new(rect.x, rect.center().y);
        shapes.push(Shape::Circle { center, radius: RING, class: "ring" });
    }
    // On a drum the lid falls away towards the corner.
    let badge = Point::new(rect.right() - 4.0, rect.y + if is_drum { 6.0 } else { 4.0 });
    shapes
        .extend(scene.severity.map(|severity| badge_shapes(severity, badge)).into_iter().flatten());
    SceneItem {
        kind: SceneItemKind::Node,
        id: scene.id.clone(),
        class: class(scene, node),
        name: name(scene, node, words.second_lines.first().map_or("", String::as_str)),
        index: Some(index),
        origin: Point::new(scene.rect.x, scene.rect.y),
        shapes,
    }
}

/// The lower edges of sheets that lie under a box.
fn sheets(rect: Rect) -> String {
    let mut stroke = Stroke::default();
    for (off, inset) in [(3.0, 10.0), (6.0, 18.0)] {
        let y = rect.bottom() + off;
        stroke.start(Point::new(rect.x + inset, y)).line(Point::new(rect.right() - inset, y));
    }
    stroke.done()
}

/// The glyph of a finding, around `at`.
pub(super) fn badge_shapes(severity: Severity, at: Point) -> Vec<Shape> {
    match severity {
        Severity::Info => Vec::new(),
        Severity::Error => vec![
            Shape::Circle { center: at, radius: BADGE, class: "badge-error" },
            Shape::Path { d: cross(at, 3.2), class: "badge-error-sign" },
        ],
        Severity::Warning => {
            let p = |dx: f64, dy: f64| Point::new(at.x + dx, at.y + dy);
            let mut triangle = Stroke::default();
            triangle.start(p(0.0, -9.5)).line(p(10.0, 8.0)).line(p(-10.0, 8.0)).close();
            let mut sign = Stroke::default();
            sign.start(p(0.0, -3.2)).line(p(0.0, 2.0)).start(p(0.0, 5.1)).line(p(0.0, 5.3));
            vec![
                Shape::Path { d: triangle.done(), class: "badge-warning" },
                Shape::Path { d: sign.done(), class: "badge-warning-sign" },
            ]
        }
    }
}

fn class(scene: &SceneNode, node: &NetNode) -> String {
    let mut class = format!("node node-{}", scene.kind);
    if !scene.declared && !matches!(node.kind, NodeKind::Folded { .. }) {
        class.push_str(" node-undeclared");
    }
    if node.exposure.is_entry_point() {
        class.push_str(" node-public");
    }
    if let Some(severity) = scene.severity {
        class.push_str(" severity-");
        class.push_str(severity.id());
    }
    class
}

fn name(scene: &SceneNode, node: &NetNode, second_line: &str) -> String {
    let mut name = format!("{}, {second_line}", node.name);
    match (node.placement.region(), node.is_declared()) {
        (Some(region), _) => {
            name.push_str(", ");
            name.push_str(region.name());
        }
        (None, true) if node.placement == crate::graph::Placement::Edge => {
            name.push_str(", on no private network");
        }
        _ => {}
    }
    if let Some(scope) = scene.scope.as_deref().filter(|scope| scope.contains('/')) {
        name.push_str(", environment ");
        name.push_str(scope);
    }
    if node.exposure.is_entry_point() {
        name.push_str(", ");
        name.push_str(OPEN);
    }
    if let Some(severity) = scene.severity {
        name.push_str(", ");
        name.push_str(severity.id());
    }
    name
}

/// The internet: one bar beside all lanes.
pub(in crate::scene) fn internet(scene: &SceneNode, index: usize) -> SceneItem {
    let rect = Rect::new(0.0, 0.0, scene.rect.width, scene.rect.height);
    let mut shapes = Vec::with_capacity(3);
    let corner = Point::new(rect.center().x - ICON / 2.0, rect.y + 14.0);
    let d = icon(NodeKind::Internet, None, corner);
    // The middle of what is left below the icon, with the letters' height taken off sideways.
    let middle = Point::new(rect.center().x + 4.7, f64::midpoint(corner.y + ICON, rect.bottom()));
    let width = measure("Internet", 13.0, Weight::Semibold) + 0.6 * 8.0;
    shapes.push(Shape::Rect { rect, radius: rect.width / 2.0, class: "internet-bar" });
    shapes.push(Shape::Path { d, class: "internet-icon" });
    shapes.push(Shape::Text {
        at: middle,
        text: "Internet".to_owned(),
        width,
        anchor: Anchor::Middle,
        class: "internet-name",
        rotate: -90.0,
    });
    SceneItem {
        kind: SceneItemKind::Node,
        id: scene.id.clone(),
        class: "node node-internet".to_owned(),
        name: "the internet".to_owned(),
        index: Some(index),
        origin: Point::new(scene.rect.x, scene.rect.y),
        shapes,
    }
}
