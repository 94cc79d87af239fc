//! Filtering the picture from inside it: focus on a node, collapse of lanes and environments.

use blueprint_lens_core::graph::NetNode;
use blueprint_lens_core::scene::frame_id;
use leptos::prelude::*;

use super::elements::selector_of;
use super::stage::Stage;
use crate::platform;
use crate::state::{AppState, Picture, Target};

/// Draws a node with its neighbours only; everything again when that is what is drawn.
pub(super) fn focus_on(state: AppState, id: String) {
    state.selection.dismissed.set(true);
    let target = Target::Node(id.clone());
    state.announcer.announce(state.picture.change_filter(|filter| {
        filter.focus = (filter.focus.as_deref() != Some(&id)).then_some(id);
    }));
    follow(state, target);
}

/// Draws more than the neighbours of one node again.
pub(super) fn leave_focus(state: AppState) {
    state.announcer.announce(state.picture.change_filter(|filter| filter.focus = None));
}

/// Draws a lane or a frame as one box, or shows what is in it.
pub(super) fn fold(state: AppState, id: &str) {
    state.selection.hover(None);
    state.announcer.announce(state.picture.toggle_fold(id));
    let picture = state.picture.now();
    if picture.snapshot.drawing().is_some() {
        // The worker draws it later.
        return;
    }
    let inside = || first_inside(&picture, id).map(Target::Node);
    let boxed = picture.network().find(id).map(|_| Target::Node(id.to_owned()));
    if let Some(target) = boxed.or_else(inside) {
        follow(state, target);
    }
}

/// Shows what a box stands for, where the box was.
pub(super) fn unfold_in_place(state: AppState, stage: Stage, id: &str) {
    let before = state.picture.now();
    let inside: Vec<String> = before.part().map(|part| part.inside(id)).unwrap_or_default();
    fold(state, id);
    // The new picture is fitted first, in the next round of effects.
    platform::next_frame(move || {
        let picture = state.picture.now();
        let nodes = picture.scene().nodes.iter();
        stage.show(nodes.filter(|node| inside.contains(&node.id)).map(|node| node.rect));
    });
}

/// Draws the environment of a node as one box, or else its lane; opens the box when it is one.
pub(super) fn fold_around(state: AppState, id: &str) {
    let snapshot = state.document.now();
    let network = snapshot.analysis.network();
    match network.find(id).map(|node| network.node(node)) {
        None => fold(state, id),
        Some(node) => {
            let frame = frame_id(snapshot.analysis.blueprint(), node);
            if let Some(id) = frame.or_else(|| node.lane.clone()) {
                fold(state, &id);
            }
        }
    }
}

/// The first node of a lane or a frame.
fn first_inside(picture: &Picture, id: &str) -> Option<String> {
    let blueprint = picture.snapshot.analysis.blueprint();
    let nodes = picture.network().nodes();
    let inside = |node: &&NetNode| {
        node.lane.as_deref() == Some(id) || frame_id(blueprint, node).as_deref() == Some(id)
    };
    nodes.map(|(_, node)| node).find(inside).map(|node| node.id.clone())
}

/// The keyboard goes on at a node when it was in the picture, once that is drawn.
fn follow(state: AppState, target: Target) {
    if state.selection.focused.with_untracked(Option::is_none) {
        return;
    }
    platform::next_frame(move || {
        platform::focus(&format!(".diagram {}", selector_of(&target)));
        state.selection.dismissed.set(true);
    });
}
