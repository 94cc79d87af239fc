//! The legend of a picture that is far away: what it explains, as large as the names, in place of words that nobody could
//! read.

use std::sync::Arc;

use blueprint_lens_core::layout::MARGIN;
use blueprint_lens_core::scene::{Scene, SceneItem, SceneItemKind, Shape};

use crate::state::{Item, ItemKey, Items};

/// Size of the legend's words.
const TEXT_SIZE: f64 = 12.0;
/// From the baseline of the words to the upper and the lower edge of their row.
const ROW: (f64, f64) = (13.2, 4.8);

/// The entries of the legend with words of a size, or of the largest that its rows have room for. Numbers are left out:
/// from far away no line shows one.
pub(super) fn items(scene: &Scene, size: f64) -> Items {
    let entries: Vec<SceneItem> =
        scene.items.iter().filter(|item| explains(item)).cloned().collect();
    let rows: Vec<(f64, f64)> = entries.iter().filter_map(end).collect();
    let right = rows.iter().map(|(right, _)| *right).fold(MARGIN, f64::max);
    let top = rows.iter().map(|(_, y)| *y).fold(f64::INFINITY, f64::min) - ROW.0;
    let bottom = rows.iter().map(|(_, y)| *y).fold(f64::NEG_INFINITY, f64::max) + ROW.1;
    let across = (scene.size.width - 2.0 * MARGIN) / (right - MARGIN);
    let down = (scene.size.height - top) / (bottom - top);
    let factor = (size / TEXT_SIZE).min(across).min(down).max(1.0);
    let (x, y) = (MARGIN * (1.0 - factor), top * (1.0 - factor));
    let enlarged = |(key, item): (ItemKey, Arc<Item>)| {
        let item = Item {
            class: format!("far-{}", item.class),
            transform: format!("translate({x:.2} {y:.2}) scale({factor:.3})"),
            ..Arc::unwrap_or_clone(item)
        };
        (ItemKey { hook: "far-legend", ..key }, Arc::new(item))
    };
    Items(Items::of(scene, &entries).0.into_iter().map(enlarged).collect())
}

/// Whether an item is an entry of the legend, and none for a number.
fn explains(item: &SceneItem) -> bool {
    item.kind == SceneItemKind::Legend && !item.id.starts_with("number-")
}

/// Where the words of an entry end, and on which baseline.
fn end(entry: &SceneItem) -> Option<(f64, f64)> {
    entry.shapes.iter().rev().find_map(|shape| match shape {
        Shape::Text { at, width, .. } => Some((at.x + width, at.y)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use blueprint_lens_core::analysis::Analysis;

    use super::*;

    const TEXT: &str = "services:\n  - {type: web, name: shop, runtime: node, envVars: [{key: A, fromService: {name: api, type: pserv, property: host}}]}\n  - {type: pserv, name: api, runtime: node}\n";

    fn factor(item: &Item) -> f64 {
        let (_, after) = item.transform.split_once("scale(").unwrap();
        after.trim_end_matches(')').parse().unwrap()
    }

    fn moved(item: &Item) -> (f64, f64) {
        let (before, _) = item.transform.split_once(')').unwrap();
        let (x, y) = before.trim_start_matches("translate(").split_once(' ').unwrap();
        (x.parse().unwrap(), y.parse().unwrap())
    }

    #[test]
    fn the_legend_grows_as_far_as_the_drawing_has_room() {
        let analysis = Analysis::new(TEXT);
        let scene = analysis.scene();
        let shown = items(scene, 19.0).0;
        assert_eq!(shown.len(), scene.legend.len());
        let (factor, (x, y)) = (factor(&shown[0].1), moved(&shown[0].1));
        assert!(factor > 1.0);
        for (_, item) in &shown {
            let Some(Shape::Text { at, width, .. }) = item.shapes.last() else {
                panic!("no words")
            };
            assert!((at.x + width) * factor + x <= scene.size.width);
            assert!(at.y * factor + y <= scene.size.height);
        }
    }

    #[test]
    fn a_picture_that_explains_nothing_has_no_legend() {
        assert!(items(Analysis::new("").scene(), 19.0).0.is_empty());
    }
}
