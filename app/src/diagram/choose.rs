//! Choosing an item of the picture.

use leptos::prelude::*;

use super::view_filter;
use crate::state::{AppState, Target, explain, go_to, show_former};

/// An item was chosen. While the reach of a node is highlighted, another node makes a pair with it, which is explained;
/// otherwise the cursor goes to the item's line.
pub(super) fn choose(state: AppState, target: &Target, focus: bool) {
    let pair = match (target, &*state.reach.highlight.read_untracked()) {
        (Target::Node(id), Some(highlight)) => highlight.pair_with(id),
        _ => None,
    };
    match pair {
        Some(pair) => explain(state, pair),
        None => open_target(state, target, focus),
    }
}

/// Puts the cursor on the line that an item stands for.
fn open_target(state: AppState, target: &Target, focus: bool) {
    let picture = state.picture.now();
    let scene = picture.scene();
    let (span, what) = match target {
        Target::Node(id) => match scene.nodes.iter().find(|node| node.id == *id) {
            Some(node) if node.kind == "folded" => return view_filter::fold(state, id),
            Some(node) if node.span.is_none() && show_former(state, id) => return,
            Some(node) => (node.span, node.name.clone()),
            None => return,
        },
        Target::Edge(id) => match scene.edges.iter().find(|edge| edge.id == *id) {
            // A way in from the internet is written nowhere but in the resource that takes it.
            Some(edge) if edge.spans.is_empty() => {
                return open_target(state, &Target::Node(edge.to.clone()), focus);
            }
            Some(edge) => (edge.spans.first().copied(), edge.variables.join(", ")),
            None => return,
        },
    };
    match span {
        Some(span) => go_to(state, span, &what, focus),
        None => state.announcer.announce(format!("{what} is not in the text")),
    }
}
