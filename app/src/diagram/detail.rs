//! How much of the picture is shown at a zoom: everything, names alone, shapes alone, or counts.

use std::sync::Arc;

use blueprint_lens_core::scene::{Anchor, Point, Scene, SceneLane, SceneNode, Shape};
use blueprint_lens_core::text::{Weight, measure, shorten};
use blueprint_lens_core::wording::count::count_of;

use crate::state::{Item, ItemKey, Items};

/// Below these zooms second lines, names and shapes cannot be read any more.
const NAMES: f64 = 0.62;
const SHAPES: f64 = 0.27;
const COUNTS: f64 = 0.18;
/// Sizes of names that take the place of smaller ones, each down to a zoom.
const NAME_SIZES: [(f64, u8); 4] = [(0.52, 19), (0.43, 23), (0.35, 28), (0.0, 34)];
/// Size of what lanes hold.
const COUNT_SIZE: u8 = 54;
/// Left and right of a name in its node.
const PAD: f64 = 12.0;

/// What can be read at a zoom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Detail {
    Full,
    /// Names of that size alone.
    Names(u8),
    Shapes,
    Counts,
}

impl Detail {
    /// What can be read at a zoom, in CSS pixels per unit of the picture.
    pub(super) fn at(zoom: f64) -> Self {
        match zoom {
            zoom if zoom >= NAMES => Self::Full,
            zoom if zoom >= SHAPES => {
                let size = NAME_SIZES.iter().find(|(least, _)| zoom >= *least);
                Self::Names(size.map_or(0, |(_, size)| *size))
            }
            zoom if zoom >= COUNTS => Self::Shapes,
            _ => Self::Counts,
        }
    }

    /// The word of the attribute `data-detail`.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Names(_) => "names",
            Self::Shapes => "shapes",
            Self::Counts => "counts",
        }
    }

    /// The texts that take the place of those that are too small.
    pub(super) fn items(self, scene: &Scene) -> Items {
        Items(match self {
            Self::Full | Self::Shapes => Vec::new(),
            Self::Names(size) => scene.nodes.iter().filter_map(|node| name(node, size)).collect(),
            Self::Counts => scene.lanes.iter().map(|lane| lane_count(scene, lane)).collect(),
        })
    }
}

/// The name of a node, as large as it fits.
fn name(node: &SceneNode, size: u8) -> Option<(ItemKey, Arc<Item>)> {
    node.lane.as_ref()?;
    let room = node.rect.width - 2.0 * PAD;
    let text = shorten(&node.name, f64::from(size), Weight::Semibold, room);
    Some(written("far-name", &node.id, text, size, node.rect.center()))
}

/// What a lane holds.
fn lane_count(scene: &Scene, lane: &SceneLane) -> (ItemKey, Arc<Item>) {
    let inside = scene.nodes.iter().filter(|node| node.lane.as_ref() == Some(&lane.id));
    let text = format!("{}: {}", lane.label, count_of(inside.count(), "box", "boxes"));
    written("far-count", &lane.id, text, COUNT_SIZE, lane.rect.center())
}

/// A text around a point. The style sheet has a class for each size.
fn written(
    hook: &'static str,
    id: &str,
    text: String,
    size: u8,
    at: Point,
) -> (ItemKey, Arc<Item>) {
    let size = f64::from(size);
    let width = measure(&text, size, Weight::Semibold);
    let item = Item {
        class: format!("{hook} far-{size}"),
        transform: format!("translate({} {})", at.x, at.y + 0.35 * size),
        shapes: vec![Shape::Text {
            at: Point::ORIGIN,
            text,
            width,
            anchor: Anchor::Middle,
            class: "far-text",
            rotate: 0.0,
        }],
        ..Item::default()
    };
    (ItemKey { hook, id: id.to_owned() }, Arc::new(item))
}

#[cfg(test)]
mod tests {
    use blueprint_lens_core::analysis::Analysis;

    use super::*;

    #[test]
    fn the_further_away_the_less_is_shown() {
        let at = [1.0, 0.5, 0.2, 0.1].map(Detail::at);
        assert_eq!(at, [Detail::Full, Detail::Names(23), Detail::Shapes, Detail::Counts]);
    }

    #[test]
    fn names_stand_in_their_nodes_and_counts_in_their_lanes() {
        let analysis = Analysis::new(
            "services:\n  - {type: web, name: a, runtime: node}\n  - {type: worker, name: b, runtime: node}\n",
        );
        let texts = |detail: Detail| -> Vec<String> {
            let items = detail.items(analysis.scene()).0;
            let text = |item: &Item| match &item.shapes[0] {
                Shape::Text { text, .. } => text.clone(),
                _ => String::new(),
            };
            items.iter().map(|(_, item)| text(item)).collect()
        };
        assert!(texts(Detail::Full).is_empty());
        assert_eq!(texts(Detail::Names(19)), ["a", "b"]);
        assert_eq!(texts(Detail::Counts), ["Oregon: 2 boxes"]);
    }
}
