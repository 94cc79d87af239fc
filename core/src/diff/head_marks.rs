//! Marks on the picture of the head alone: what is new in it, and what changed.

use std::collections::BTreeMap;

use super::difference::{Difference, PartChangeKind};
use super::mark::{Mark, MarksOfLines, write};
use crate::graph::{EdgeClass, Verdict};
use crate::scene::Scene;

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
    write(scene, &nodes, &lines);
}

/// The marks of the edges of each line.
fn lines(scene: &Scene, difference: &Difference) -> MarksOfLines {
    let marks: BTreeMap<(&str, &str, EdgeClass, Verdict), Mark> = difference
        .edges
        .iter()
        .filter_map(|edge| {
            let mark = if edge.before.is_none() { Mark::New } else { Mark::Changed };
            Some(((edge.from.as_str(), edge.to.as_str(), edge.class, edge.after?), mark))
        })
        .collect();
    let mut lines = MarksOfLines::new();
    for edge in &scene.edges {
        let found = marks.get(&(edge.from.as_str(), edge.to.as_str(), edge.class, edge.verdict));
        lines.entry(edge.line().to_owned()).or_default().insert(found.copied());
    }
    lines
}
