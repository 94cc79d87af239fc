//! Trunks: how many lines have become one, on the place where the last of them joins.

use crate::layout::Trunk;
use crate::scene::{Anchor, Point, Rect, SceneItem, SceneItemKind, SceneNode, Shape};
use crate::text::{Weight, measure};
use crate::wording::count::count;

/// Height of the mark.
const HEIGHT: f64 = 15.0;
/// Size of its number.
const SIZE: f64 = 10.0;
/// Left and right of the number, together.
const PAD: f64 = 7.0;

/// The number on a trunk, the `index`th of those that lead to `callee`.
pub(in crate::scene) fn trunk(trunk: Trunk, index: usize, callee: &SceneNode) -> SceneItem {
    let text = format!("×{}", trunk.edges);
    let width = measure(&text, SIZE, Weight::Semibold);
    let across = (width + PAD).max(HEIGHT);
    SceneItem {
        kind: SceneItemKind::Trunk,
        id: format!("{}#{index}", callee.id),
        class: "trunk".to_owned(),
        name: format!("{} to {}", count(trunk.edges, "line"), callee.name),
        index: None,
        origin: trunk.foot,
        shapes: vec![
            Shape::Rect {
                rect: Rect::new(-across / 2.0, -HEIGHT / 2.0, across, HEIGHT),
                radius: HEIGHT / 2.0,
                class: "trunk-mark",
            },
            Shape::Text {
                at: Point::new(0.0, 3.6),
                text,
                width,
                anchor: Anchor::Middle,
                class: "trunk-count",
                rotate: 0.0,
            },
        ],
    }
}
