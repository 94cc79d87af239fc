//! Edits one by one, as somebody types them: what is held from edit to edit agrees with what the text alone makes.

use std::collections::BTreeSet;

use super::input::{edit, halves, text};
use super::soundness::{misplaced, unsound};
use blueprint_lens_core::analysis::{Analysis, Options};
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
    let decoded = text(rest);
    let mut held = Analysis::with(decoded.clone(), Options::default());
    let mut out = Vec::new();
    let mut shown: Option<Scene> = None;
    for bytes in edits.chunks(BYTES_OF_EDIT).take(MOST_EDITS) {
        let edit = edit(held.text(), bytes);
        let Ok(text) = apply(held.text(), std::slice::from_ref(&edit)) else {
            out.push(format!("{edit:?} does not fit"));
            return out;
        };
        let fresh = Analysis::new(&text);
        match held.edited(std::slice::from_ref(&edit)) {
            Ok(edited) => held = edited,
            Err(error) => out.push(format!("{edit:?}: {error:?}")),
        }
        if held.text() != fresh.text() || held.diagnostics() != fresh.diagnostics() {
            out.push(format!("after {edit:?}, what is held is not what the text says"));
        }
        out.extend(misplaced(&held));
        if fresh.network().nodes().count() > MOST_BOXES {
            break;
        }
        let previous = shown.as_ref().unwrap_or_else(|| fresh.scene());
        let next = fresh.scene_with_previous(Room::default(), previous);
        out.extend(unsound(&next).into_iter().map(|what| format!("kept in place, {what}")));
        if drawn(&next) != drawn(fresh.scene()) {
            out.push(format!("after {edit:?}, the picture kept in place shows something else"));
        }
        if held.scene() != fresh.scene() {
            out.push(format!("after {edit:?}, the picture of what is held is another"));
        }
        shown = Some(next);
    }
    out
}
