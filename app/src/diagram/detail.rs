//! How much of the picture is shown at a zoom: everything, names alone, shapes alone, or counts.

use std::sync::Arc;

use blueprint_lens_core::scene::{Anchor, Point, Scene, SceneLane, SceneNode, Shape, Size};
use blueprint_lens_core::text::{Weight, distinct_from, measure, shorten_middle};
use blueprint_lens_core::wording::count::{count, count_of};

use super::far_legend;
use crate::state::{Item, ItemKey, Items};

/// Below these zooms second lines, names and shapes cannot be read any more.
const NAMES: f64 = 0.62;
const SHAPES: f64 = 0.27;
const COUNTS: f64 = 0.18;
/// Sizes of names that take the place of smaller ones, each down to a zoom.
const NAME_SIZES: [(f64, u8); 4] = [(0.52, 19), (0.43, 23), (0.35, 28), (0.0, 34)];
/// Size of what lanes hold.
const COUNT_SIZE: u8 = 54;
/// Names of lanes have no room to be larger.
const HEADING_MOST: u8 = 28;
/// Size of the legend's words where no names are shown.
const LEGEND_SIZE: f64 = 44.0;
/// Size of a name that fits in none of those.
const LEAST_SIZE: u8 = 16;
/// From line to line, in sizes.
const LINE: f64 = 1.1;
/// Left and right of a name in its node.
const PAD: f64 = 8.0;

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

    /// The size that the names of lanes and columns have then, in units of the picture; `None` for their own.
    pub(super) fn heading_size(self) -> Option<u8> {
        match self {
            Self::Full => None,
            Self::Names(size) => Some(size.min(HEADING_MOST)),
            Self::Shapes | Self::Counts => Some(HEADING_MOST),
        }
    }

    /// The texts that take the place of those that are too small: names or counts, and the legend.
    pub(super) fn items(self, scene: &Scene) -> Items {
        let (mut texts, legend): (Vec<_>, _) = match self {
            Self::Full => return Items::default(),
            Self::Names(size) => {
                let names = scene.nodes.iter().filter_map(|node| name(scene, node, size));
                (names.collect(), f64::from(size))
            }
            Self::Shapes => (Vec::new(), LEGEND_SIZE),
            Self::Counts => {
                (scene.lanes.iter().map(|lane| lane_count(scene, lane)).collect(), LEGEND_SIZE)
            }
        };
        texts.extend(far_legend::items(scene, legend).0);
        Items(texts)
    }
}

/// The name of a node: as large as wanted if it fits in one line or two, else smaller, and shortened at last.
fn name(scene: &Scene, node: &SceneNode, wanted: u8) -> Option<(ItemKey, Arc<Item>)> {
    node.lane.as_ref()?;
    let room = Size { width: node.rect.width - 2.0 * PAD, height: node.rect.height };
    let sizes = NAME_SIZES.iter().rev().map(|(_, size)| *size).chain([LEAST_SIZE]);
    let mut fitting = sizes.filter(|size| *size <= wanted);
    let found = fitting.find_map(|size| Some((size, words(node, size, room)?)));
    let (size, lines) = found.unwrap_or_else(|| {
        let others = scene.nodes.iter().map(|node| node.name.as_str());
        let distinct = distinct_from(&node.name, others);
        let size = f64::from(LEAST_SIZE);
        let name = shorten_middle(&node.name, size, Weight::Semibold, room.width, distinct);
        (LEAST_SIZE, vec![name])
    });
    Some(written("far-name", &node.id, lines, size, node.rect.center()))
}

/// What a node says in its room: its name; on the box of a place also how much that holds, and no more than that where
/// the heading of a lane has its name.
fn words(node: &SceneNode, size: u8, room: Size) -> Option<Vec<String>> {
    let Some(resources) = node.resources else { return lines(&node.name, size, room) };
    let number = count(resources, "resource");
    if node.lane.as_deref() == Some(&node.id) {
        return lines(&number, size, room);
    }
    let has_two = 2.0 * f64::from(size) * LINE <= room.height;
    let fits = |text: &String| measure(text, f64::from(size), Weight::Semibold) <= room.width;
    let two = [node.name.clone(), number];
    if has_two && two.iter().all(fits) {
        return Some(two.to_vec());
    }
    lines(&format!("{} · {resources}", node.name), size, room)
}

/// A name in the room of a node: in one line, or in two that end where a word does; `None` where it does not fit.
fn lines(name: &str, size: u8, room: Size) -> Option<Vec<String>> {
    let size = f64::from(size);
    let fits = |text: &str| measure(text, size, Weight::Semibold) <= room.width;
    if fits(name) {
        return Some(vec![name.to_owned()]);
    }
    if 2.0 * size * LINE > room.height {
        return None;
    }
    let mut breaks = name.rmatch_indices(['-', '_', '.', ' ']).map(|(at, _)| name.split_at(at + 1));
    let (first, second) = breaks.find(|(first, second)| fits(first) && fits(second))?;
    Some(vec![first.trim_end().to_owned(), second.to_owned()])
}

/// What a lane holds.
fn lane_count(scene: &Scene, lane: &SceneLane) -> (ItemKey, Arc<Item>) {
    let inside = scene.nodes.iter().filter(|node| node.lane.as_ref() == Some(&lane.id));
    let text = format!("{}: {}", lane.label, count_of(inside.count(), "box", "boxes"));
    written("far-count", &lane.id, vec![text], COUNT_SIZE, lane.rect.center())
}

/// Lines of text around a point. The style sheet has a class for each size.
fn written(
    hook: &'static str,
    id: &str,
    lines: Vec<String>,
    size: u8,
    at: Point,
) -> (ItemKey, Arc<Item>) {
    let (class, size) = (format!("{hook} far-{size}"), f64::from(size));
    let first = 0.35 * size - (lines.len() as f64 - 1.0) * LINE * size / 2.0;
    let line = |(index, text): (usize, String)| Shape::Text {
        at: Point::new(0.0, first + index as f64 * LINE * size),
        width: measure(&text, size, Weight::Semibold),
        text,
        anchor: Anchor::Middle,
        class: "far-text",
        rotate: 0.0,
    };
    let item = Item {
        class,
        transform: format!("translate({} {})", at.x, at.y),
        shapes: lines.into_iter().enumerate().map(line).collect(),
        ..Item::default()
    };
    (ItemKey { hook, id: id.to_owned() }, Arc::new(item))
}

#[cfg(test)]
mod tests {
    use blueprint_lens_core::analysis::Analysis;
    use blueprint_lens_core::scene::{View, ViewFilter};

    use super::*;

    #[test]
    fn the_further_away_the_less_is_shown() {
        let at = [1.0, 0.5, 0.2, 0.1].map(Detail::at);
        assert_eq!(at, [Detail::Full, Detail::Names(23), Detail::Shapes, Detail::Counts]);
    }

    #[test]
    fn a_long_name_takes_two_lines() {
        let room = Size { width: 150.0, height: 58.0 };
        assert_eq!(lines("api", 23, room).unwrap(), ["api"]);
        assert_eq!(lines("temporal-matching", 23, room).unwrap(), ["temporal-", "matching"]);
        assert_eq!(lines("onewordofgreatlength", 23, room), None);
    }

    #[test]
    fn names_stand_in_their_nodes_and_counts_in_their_lanes() {
        let analysis = Analysis::new(
            "services:\n  - {type: web, name: a, runtime: node}\n  - {type: worker, name: b, runtime: node}\n",
        );
        let texts = |detail: Detail| -> Vec<String> {
            let mut items = detail.items(analysis.scene()).0;
            items.retain(|(key, _)| key.hook != "far-legend");
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

    /// What is written over a picture from far away, with some boxes folded.
    fn far_names(text: &str, folded: &[&str], size: u8) -> Vec<String> {
        let folded = Some(folded.iter().map(|id| (*id).to_owned()).collect());
        let filter = ViewFilter { folded, ..ViewFilter::default() };
        let analysis = Analysis::new(text);
        let (_, scene) = analysis.subgraph(&filter, View::default()).unwrap();
        let names = Detail::Names(size).items(&scene).0.into_iter();
        let lines = |item: Arc<Item>| -> Vec<String> {
            let text = |shape: &Shape| match shape {
                Shape::Text { text, .. } => Some(text.clone()),
                _ => None,
            };
            item.shapes.iter().filter_map(text).collect()
        };
        let is_name = |(key, _): &(ItemKey, Arc<Item>)| key.hook == "far-name";
        names.filter(is_name).map(|(_, item)| lines(item).join("/")).collect()
    }

    #[test]
    fn a_box_says_how_much_it_holds_and_a_lane_its_name_once() {
        let text = "services:\n  - {type: worker, name: a, runtime: node, region: ohio}\n  - {type: worker, name: b, runtime: node, region: ohio}\nprojects:\n  - name: shop\n    environments:\n      - {name: live, services: [{type: worker, name: c, runtime: node}]}\n";
        let folded = ["region:ohio", "env:shop/live@region:oregon"];
        assert_eq!(far_names(text, &folded, 19), ["2 resources", "shop/live/1 resource"]);
        assert_eq!(far_names(text, &folded, 34), ["2 resources", "shop/live · 1"]);
    }

    #[test]
    fn a_long_name_of_a_box_has_two_large_lines() {
        let worker = |at| format!("  - {{type: worker, name: w{at}, runtime: node}}\n");
        let text = format!("services:\n{}", (0..6).map(worker).collect::<String>());
        assert_eq!(far_names(&text, &["alike:kind:worker:w0"], 28), ["6 background/workers"]);
    }
}
