//! Cutting the picture down and bringing it back: focus on a node, collapse of lanes and environments, kinds left out.

use std::collections::BTreeMap;

use blueprint_lens_core::graph::{Network, NodeKind};
use blueprint_lens_core::html::{push_attribute, push_prose, push_text};
use blueprint_lens_core::scene::{Excerpt, frame_id};
use leptos::html;
use leptos::prelude::*;

use super::gestures::selector_of;
use crate::platform;
use crate::state::{AppState, Picture, Target};

/// Draws a node with its neighbours only; everything again when that is what is drawn.
pub(super) fn focus_on(state: AppState, id: String) {
    state.selection.dismissed.set(true);
    let target = Target::Node(id.clone());
    let said = state.picture.cut(|excerpt| {
        excerpt.focus = (excerpt.focus.as_deref() != Some(&id)).then_some(id);
    });
    state.voice.say(said);
    follow(state, target);
}

/// Draws more than the neighbours of one node again.
pub(super) fn leave_focus(state: AppState) {
    state.voice.say(state.picture.cut(|excerpt| excerpt.focus = None));
}

/// Draws a lane or a frame as one box, or shows what is in it.
pub(super) fn fold(state: AppState, id: &str) {
    state.selection.hover(None);
    state.voice.say(state.picture.cut(|excerpt| Excerpt::toggle(&mut excerpt.folded, id)));
    let picture = state.picture.now();
    let inside = || first_inside(&picture, id).map(Target::Node);
    let boxed = picture.network().find(id).map(|_| Target::Node(id.to_owned()));
    if let Some(target) = boxed.or_else(inside) {
        follow(state, target);
    }
}

/// Draws the environment of a node as one box, or else its lane; opens the box when it is one.
pub(super) fn fold_around(state: AppState, id: &str) {
    let snapshot = state.document.now();
    let network = snapshot.analysis.network();
    match network.find(id).map(|node| network.node(node)) {
        None => fold(state, id),
        Some(node) => {
            let frame = frame_id(snapshot.analysis.blueprint(), node);
            if let Some(id) = frame.or_else(|| node.placement.lane_id()) {
                fold(state, &id);
            }
        }
    }
}

/// The first node of a lane or a frame.
fn first_inside(picture: &Picture, id: &str) -> Option<String> {
    let blueprint = picture.snapshot.analysis.blueprint();
    let nodes = picture.network().nodes();
    let inside = |node: &&_| {
        let node: &blueprint_lens_core::graph::NetNode = node;
        node.placement.lane_id().as_deref() == Some(id)
            || frame_id(blueprint, node).as_deref() == Some(id)
    };
    nodes.map(|(_, node)| node).find(inside).map(|node| node.id.clone())
}

/// The keyboard goes on at a node when it was in the picture, once that is drawn.
fn follow(state: AppState, target: Target) {
    if state.selection.focused.with_untracked(Option::is_none) {
        return;
    }
    request_animation_frame(move || {
        platform::focus(&format!(".diagram {}", selector_of(&target)));
        state.selection.dismissed.set(true);
    });
}

/// What is left out, in a sentence; `None` for nothing.
fn sentence(picture: &Picture, excerpt: &Excerpt) -> Option<String> {
    let part = picture.part()?;
    let mut out = format!("Shown: {} of {}.", part.shown, part.total);
    let all = picture.snapshot.analysis.network();
    if let Some(node) = excerpt.focus.as_deref().and_then(|id| all.find(id)) {
        out.push_str(&format!(" Only `{}` and its neighbours.", all.node(node).name));
    }
    let folded = picture.network().nodes().filter(|(_, node)| is_folded(node.kind)).count();
    if folded > 0 {
        out.push_str(&format!(" {folded} collapsed."));
    }
    let hidden = kinds(all).into_iter().filter(|(id, _)| excerpt.hidden.contains(*id));
    let hidden: Vec<String> = hidden.map(|(_, (words, _))| words.to_lowercase()).collect();
    if !hidden.is_empty() {
        out.push_str(&format!(" Without: {}.", hidden.join(", ")));
    }
    Some(out)
}

fn is_folded(kind: NodeKind) -> bool {
    matches!(kind, NodeKind::Folded { .. })
}

/// The kinds of a network by their ids: in words, and how many nodes are of each.
fn kinds(network: &Network) -> BTreeMap<&'static str, (&'static str, usize)> {
    let mut kinds = BTreeMap::new();
    for (_, node) in network.nodes() {
        let words = match node.kind {
            NodeKind::Internet => "The internet",
            NodeKind::External => "Hosts elsewhere",
            NodeKind::Undeclared { .. } | NodeKind::Folded { .. } => "Not in this file",
            NodeKind::Resource(_) => node
                .resource_kind()
                .map_or("Unknown kind", blueprint_lens_core::platform::Kind::words),
        };
        kinds.entry(node.kind_id()).or_insert((words, 0)).1 += 1;
    }
    kinds
}

/// The bar while something is left out.
#[component]
pub(crate) fn ExcerptBar() -> impl IntoView {
    let state = AppState::here();
    let text = Memo::new(move |_| {
        let mut out = String::new();
        push_prose(&mut out, &sentence(&state.picture.get(), &state.picture.excerpt.read())?);
        Some(out)
    });
    let all = move |_| {
        state.voice.say(state.picture.cut(|excerpt| *excerpt = Excerpt::default()));
        request_animation_frame(|| {
            platform::focus(".diagram [tabindex='0']");
        });
    };
    move || {
        text.get().map(|text| {
            view! {
                <div class="trial excerpt-bar" role="group" aria-label="Active filter">
                    <p inner_html=text></p>
                    <button type="button" class="button" on:click=all>"Show all"</button>
                </div>
            }
        })
    }
}

/// The list of what can be left out and collapsed.
#[component]
pub(super) fn ExcerptMenu(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let state = AppState::here();
    let host = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let (Some(host), true) = (host.get(), open.get()) else { return };
        let (picture, excerpt) = (state.picture.get(), state.picture.excerpt.read());
        // What the visitor is at stays the same element.
        if !platform::holds_focus(&host) {
            host.set_inner_html(&menu(&picture, &excerpt));
            platform::focus_inside(&host, "input");
        }
    });
    let change = move |event: leptos::ev::Event| {
        let Some(input) = platform::closest(&event, "input") else { return };
        let said = state.picture.cut(|excerpt| {
            if let Some(kind) = input.get_attribute("data-kind") {
                Excerpt::toggle(&mut excerpt.hidden, &kind);
            } else if let Some(id) = input.get_attribute("data-part") {
                Excerpt::toggle(&mut excerpt.folded, &id);
            }
        });
        state.voice.say(said);
    };
    let close = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.stop_propagation();
            open.set(false);
            platform::focus(".excerpt-button");
        }
    };
    view! {
        <div
            class="excerpt-menu"
            role="group"
            aria-label="Filter the picture"
            node_ref=host
            hidden=move || !open.get()
            on:change=change
            on:keydown=close
        ></div>
    }
}

/// The list as HTML.
fn menu(picture: &Picture, excerpt: &Excerpt) -> String {
    let analysis = &picture.snapshot.analysis;
    let (blueprint, network) = (analysis.blueprint(), analysis.network());
    let mut out = String::from("<fieldset><legend>Draw</legend>");
    for (id, (words, count)) in kinds(network) {
        push_row(&mut out, ("data-kind", id), !excerpt.hidden.contains(id), words, count);
    }
    let mut parts: Vec<(String, String, usize)> = Vec::new();
    for (_, node) in network.nodes() {
        let lane = node
            .placement
            .lane_id()
            .map(|id| (id, blueprint_lens_core::mermaid::lane(node.placement).to_owned()));
        let frame = frame_id(blueprint, node)
            .zip(node.environment)
            .map(|(id, environment)| (id, blueprint.environment_label(environment)));
        for (id, name) in lane.into_iter().chain(frame) {
            match parts.iter_mut().find(|part| part.0 == id) {
                Some(part) => part.2 += 1,
                None => parts.push((id, name, 1)),
            }
        }
    }
    out.push_str("</fieldset><fieldset><legend>Collapsed into one box</legend>");
    for (id, name, count) in parts {
        push_row(&mut out, ("data-part", &id), excerpt.folded.contains(&id), &name, count);
    }
    out.push_str("</fieldset>");
    out
}

/// A line of it: what it switches, whether that is on, what it says and how many nodes that is about.
fn push_row(
    out: &mut String,
    (name, id): (&'static str, &str),
    checked: bool,
    words: &str,
    count: usize,
) {
    out.push_str("<label><input type=\"checkbox\"");
    push_attribute(out, name, id);
    out.push_str(if checked { " checked><span>" } else { "><span>" });
    push_text(out, words);
    out.push_str("</span><span class=\"quiet\">");
    out.push_str(&count.to_string());
    out.push_str("</span></label>");
}
