//! Marks on the picture of the head alone: what is new in it, and what changed.

use std::collections::{BTreeMap, BTreeSet};

use super::difference::{Difference, PartChangeKind};
use super::mark::{Mark, write};
use crate::graph::{EdgeClass, Verdict};
use crate::scene::{Scene, SceneItemKind};

/// Marks what `difference` says is new or changed on the picture of its head, as [`super::picture`] does.
pub fn mark_head(scene: &mut Scene, difference: &Difference) {
    let nodes: BTreeMap<&str, Mark> = difference
        .parts
        .iter()
        .filter_map(|change| {
            let mark = match change.kind {
                PartChangeKind::Added => Mark::New,
                PartChangeKind::Renamed { .. } | PartChangeKind::Changed => Mark::Changed,
                PartChangeKind::Removed => return None,
            };
            Some((change.part.id.as_str(), mark))
        })
        .collect();
    let lines = lines(scene, difference);
    for item in &mut scene.items {
        let mark = match item.kind {
            SceneItemKind::Node => nodes.get(item.id.as_str()).copied(),
            SceneItemKind::Edge | SceneItemKind::EdgeLabel => lines.get(&item.id).copied(),
            _ => None,
        };
        if let Some(mark) = mark {
            let width = item.index.filter(|_| item.kind == SceneItemKind::Node);
            write(item, mark, width.map(|index| scene.nodes[index].rect.width));
        }
    }
}

/// The marks of lines: that of their edges where all have the same, otherwise that of a change.
fn lines(scene: &Scene, difference: &Difference) -> BTreeMap<String, Mark> {
    let marks: BTreeMap<(&str, &str, EdgeClass, Verdict), Mark> = difference
        .edges
        .iter()
        .filter_map(|edge| {
            let mark = if edge.before.is_none() { Mark::New } else { Mark::Changed };
            Some(((edge.from.as_str(), edge.to.as_str(), edge.class, edge.after?), mark))
        })
        .collect();
    let mut lines: BTreeMap<&str, BTreeSet<Option<Mark>>> = BTreeMap::new();
    for edge in &scene.edges {
        let found = marks.get(&(edge.from.as_str(), edge.to.as_str(), edge.class, edge.verdict));
        lines.entry(edge.line()).or_default().insert(found.copied());
    }
    let of_line = |marks: BTreeSet<Option<Mark>>| match marks.into_iter().collect::<Vec<_>>()[..] {
        [only] => only,
        _ => Some(Mark::Changed),
    };
    lines.into_iter().filter_map(|(id, marks)| Some((id.to_owned(), of_line(marks)?))).collect()
}
