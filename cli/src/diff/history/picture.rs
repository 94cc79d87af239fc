//! The pictures of all versions as one: what several of them share is written once, with the numbers of those that show
//! it. The script shows one version at a time; without it, the newest is shown.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diff::mark_head;
use blueprint_lens_core::history::Places;
use blueprint_lens_core::markup::Html;
use blueprint_lens_core::scene::{Scene, SceneItem, SceneItemKind, svg};
use rayon::prelude::*;

use super::step::Step;
use crate::html::ROOM;

/// How often the places are widened for versions that need more room. Once is nearly always enough.
const ROUNDS: usize = 3;

/// The picture of every step, with boxes that stay put and marks on what the step changed.
pub(super) fn scenes(steps: &[Step]) -> Vec<Scene> {
    let versions: Vec<&Analysis> = steps.iter().map(|step| &step.analysis).collect();
    let mut places = Places::new(&versions, ROOM);
    let draw = |places: &Places| -> Vec<Scene> {
        versions.par_iter().map(|version| places.scene(version)).collect()
    };
    let mut scenes = draw(&places);
    for _ in 0..ROUNDS {
        if !places.make_room(&versions, &scenes) {
            break;
        }
        scenes = draw(&places);
    }
    for (at, (scene, step)) in scenes.iter_mut().zip(steps).enumerate() {
        // In the first version everything is new, which needs no mark.
        if let Some(difference) = step.change.as_ref().map(|change| &change.difference)
            && at > 0
        {
            mark_head(scene, difference);
        }
    }
    scenes
}

/// The pictures in one drawing.
pub(super) fn drawing(scenes: &[Scene]) -> Html {
    let width = scenes.iter().map(|scene| scene.size.width).fold(0.0, f64::max);
    let height = scenes.iter().map(|scene| scene.size.height).fold(0.0, f64::max);
    let newest = scenes.len().saturating_sub(1);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"diagram\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"shown\">\n"
    );
    for (steps, items) in shared(scenes) {
        let hidden = if steps.contains(&newest) { "" } else { " display=\"none\"" };
        let _ = writeln!(out, "<g data-in=\"{}\"{hidden}>", ranges(&steps));
        for item in items {
            out.push_str(&item);
        }
        out.push_str("</g>\n");
    }
    out.push_str("</svg>\n");
    Html::trusted(out)
}

/// The items of all scenes, back to front, each once; those of one layer that the same steps show are together.
fn shared(scenes: &[Scene]) -> Vec<(Vec<usize>, Vec<String>)> {
    let mut steps_of: BTreeMap<(Layer, String), (usize, Vec<usize>)> = BTreeMap::new();
    for (step, scene) in scenes.iter().enumerate().filter(|(_, scene)| !scene.nodes.is_empty()) {
        for item in &scene.items {
            let markup = svg::item(scene, item).into_string();
            let first = steps_of.len();
            let (_, steps) = steps_of
                .entry((Layer::of(scene, item), markup))
                .or_insert_with(|| (first, Vec::new()));
            if steps.last() != Some(&step) {
                steps.push(step);
            }
        }
    }
    let mut items: Vec<(Layer, usize, String, Vec<usize>)> = steps_of
        .into_iter()
        .map(|((layer, markup), (first, steps))| (layer, first, markup, steps))
        .collect();
    items.sort_by_key(|(layer, first, ..)| (*layer, *first));
    let mut groups: Vec<(Vec<usize>, Vec<String>)> = Vec::new();
    let mut group_of: BTreeMap<(Layer, Vec<usize>), usize> = BTreeMap::new();
    for (layer, _, markup, steps) in items {
        let group = *group_of.entry((layer, steps.clone())).or_insert_with(|| {
            groups.push((steps, Vec::new()));
            groups.len() - 1
        });
        groups[group].1.push(markup);
    }
    groups
}

/// What is drawn over what.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Layer(u8);

impl Layer {
    fn of(scene: &Scene, item: &SceneItem) -> Self {
        let is_internet = || item.index.is_some_and(|at| scene.nodes[at].lane.is_none());
        Self(match item.kind {
            SceneItemKind::Backdrop => 0,
            SceneItemKind::File | SceneItemKind::Lane => 1,
            SceneItemKind::Group => 2,
            SceneItemKind::Node if is_internet() => 3,
            SceneItemKind::Edge => 4,
            SceneItemKind::Node => 5,
            SceneItemKind::Trunk => 6,
            SceneItemKind::EdgeLabel => 7,
            SceneItemKind::Legend | SceneItemKind::Barrier | SceneItemKind::Overlay => 8,
        })
    }
}

/// Rising numbers as ranges: `0-3 7`.
fn ranges(numbers: &[usize]) -> String {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for &number in numbers {
        match found.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => found.push((number, number)),
        }
    }
    let word = |(first, last): &(usize, usize)| {
        if first == last { first.to_string() } else { format!("{first}-{last}") }
    };
    found.iter().map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_ranges() {
        assert_eq!(ranges(&[0, 1, 2, 5, 7, 8]), "0-2 5 7-8");
        assert_eq!(ranges(&[]), "");
    }
}
