//! Edits one by one, as somebody types them: a picture that is kept in place shows what the text alone makes.

use std::collections::BTreeSet;

use super::input::{edit, halves, text};
use super::soundness::{misplaced, unsound};
use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::scene::{Room, Scene};
use blueprint_lens_core::text::apply;

/// Bytes that decide an edit.
const BYTES_OF_EDIT: usize = 6;
/// Most edits of one text.
const MOST_EDITS: usize = 8;
/// Most boxes of a picture that is followed.
const MOST_BOXES: usize = 60;

/// What is drawn, wherever it stands.
fn drawn(scene: &Scene) -> (BTreeSet<&str>, BTreeSet<&str>) {
    let nodes = scene.nodes.iter().map(|node| node.id.as_str()).collect();
    (nodes, scene.edges.iter().map(|edge| edge.id.as_str()).collect())
}

/// Follows a text through edits.
pub(super) fn broken(bytes: &[u8]) -> Vec<String> {
    let (edits, rest) = halves(bytes);
    let mut written = text(rest).text;
    let mut out = Vec::new();
    let mut shown: Option<Scene> = None;
    for bytes in edits.chunks(BYTES_OF_EDIT).take(MOST_EDITS) {
        let edit = edit(&written, bytes);
        let Ok(next) = apply(&written, std::slice::from_ref(&edit)) else {
            out.push(format!("{edit:?} does not fit"));
            return out;
        };
        written = next;
        let fresh = Analysis::new(&written);
        out.extend(misplaced(&fresh));
        if fresh.network().nodes().count() > MOST_BOXES {
            break;
        }
        let previous = shown.as_ref().unwrap_or_else(|| fresh.scene());
        let next = fresh.scene_with_previous(Room::default(), previous);
        out.extend(unsound(&next).into_iter().map(|what| format!("kept in place, {what}")));
        if drawn(&next) != drawn(fresh.scene()) {
            out.push(format!("after {edit:?}, the picture kept in place shows something else"));
        }
        shown = Some(next);
    }
    out
}
