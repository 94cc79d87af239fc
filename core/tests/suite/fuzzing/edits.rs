//! Edits one by one, as somebody types them: a picture that is kept in place shows what the text alone makes.

use std::collections::BTreeSet;

use super::input::{edit, halves, text};
use super::soundness::{misplaced, unsound};
use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::layout::{Layout, LayoutInput, verify};
use blueprint_lens_core::scene::{Room, Scene, View, layout_of_view};
use blueprint_lens_core::text::{TextEdit, apply};

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

/// How a picture is laid out that keeps the one before it in place.
fn layout_beside(fresh: &Analysis, previous: &Scene) -> (LayoutInput, Layout) {
    let view = View { previous: Some(previous), ..View::default() };
    let (blueprint, network) = (fresh.blueprint(), fresh.network());
    layout_of_view(blueprint, network, fresh.diagnostics(), view, false)
}

/// A text, and what each edit makes of it.
fn versions(bytes: &[u8]) -> (String, Vec<(TextEdit, String)>) {
    let (edits, rest) = halves(bytes);
    let first = text(rest).text;
    let mut written = first.clone();
    let mut versions = Vec::new();
    for bytes in edits.chunks(BYTES_OF_EDIT).take(MOST_EDITS) {
        let edit = edit(&written, bytes);
        written = apply(&written, std::slice::from_ref(&edit)).expect("it is an edit of this text");
        versions.push((edit, written.clone()));
    }
    (first, versions)
}

/// The same as texts.
pub(super) fn texts(bytes: &[u8]) -> Vec<String> {
    let (first, versions) = versions(bytes);
    std::iter::once(first).chain(versions.into_iter().map(|(_, text)| text)).collect()
}

/// Follows a text through edits.
pub(super) fn broken(bytes: &[u8]) -> Vec<String> {
    let mut out = Vec::new();
    let mut shown: Option<Scene> = None;
    for (edit, written) in versions(bytes).1 {
        let fresh = Analysis::new(&written);
        out.extend(misplaced(&fresh));
        if fresh.network().nodes().count() > MOST_BOXES {
            break;
        }
        let previous = shown.as_ref().unwrap_or_else(|| fresh.scene());
        let next = fresh.scene_with_previous(Room::default(), previous);
        let (input, placed) = layout_beside(&fresh, previous);
        let broken = verify(&input, &placed).into_iter().chain(unsound(&next));
        out.extend(broken.map(|what| format!("kept in place, {what}")));
        if drawn(&next) != drawn(fresh.scene()) {
            out.push(format!("after {edit:?}, the picture kept in place shows something else"));
        }
        shown = Some(next);
    }
    out
}
