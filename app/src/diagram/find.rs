//! Search in the picture: what a text finds lights up, Enter walks from one to the next.

use blueprint_lens_core::graph;
use leptos::html;
use leptos::prelude::*;

use super::path::Path;
use super::stage::Stage;
use super::walk;
use crate::platform;
use crate::state::{AppState, Target, View};

/// The nodes of the picture that the search finds, in order; `None` while nothing is searched for.
pub(super) fn found(state: AppState) -> Option<Vec<String>> {
    let text = state.picture.find.get();
    if text.trim().is_empty() {
        return None;
    }
    let picture = state.picture.get();
    let analysis = &picture.snapshot.analysis;
    let network = analysis.network();
    let mut ids: Vec<String> = Vec::new();
    for node in graph::find(analysis.blueprint(), network, &text) {
        let id = picture.stand_in(&network.node(node).id);
        if picture.network().find(id).is_some() && !ids.iter().any(|known| known == id) {
            ids.push(id.to_owned());
        }
    }
    Some(ids)
}

/// What lights up: what was found, and edges between two of them.
pub(super) fn lit(state: AppState, found: &[String]) -> Path {
    let picture = state.picture.get();
    let holds = |id: &String| found.contains(id);
    let edges = picture.scene().edges.iter().filter(|edge| holds(&edge.from) && holds(&edge.to));
    let edges = edges.map(|edge| Target::Edge(edge.id.clone()));
    let nodes = found.iter().cloned().map(Target::Node);
    // Nothing found is something to see too: everything else steps back.
    Path::of(nodes.chain(edges).collect()).searched()
}

/// The field, and how much it has found.
#[component]
pub(super) fn Finder(
    /// The pane.
    stage: Stage,
    /// What is found.
    found: Memo<Option<Vec<String>>>,
) -> impl IntoView {
    let state = AppState::here();
    let field = NodeRef::<html::Input>::new();
    let at = RwSignal::new(None::<String>);
    let place = move || {
        let here = at.get()?;
        found.read().as_ref()?.iter().position(|id| *id == here).map(|place| place + 1)
    };
    let count = move || {
        let all = found.read().as_ref()?.len();
        Some(place().map_or_else(|| all.to_string(), |place| format!("{place}/{all}")))
    };
    let search = move |event| {
        at.set(None);
        state.picture.find.set(event_target_value(&event));
        if let Some(found) = &*found.read_untracked() {
            state.voice.say(match found.len() {
                0 => "Nothing found".to_owned(),
                count => format!("{count} found. Enter goes to the first."),
            });
        }
    };
    let step = move |back: bool| {
        let found = found.get_untracked().unwrap_or_default();
        let here = at.get_untracked().and_then(|id| found.iter().position(|other| *other == id));
        let next = match (here, back) {
            (None, false) => 0,
            (None, true) => found.len().saturating_sub(1),
            (Some(here), false) => (here + 1) % found.len(),
            (Some(here), true) => (here + found.len() - 1) % found.len(),
        };
        let Some(id) = found.get(next) else { return };
        let picture = state.picture.now();
        let target = Target::Node(id.clone());
        if let Some(rect) = walk::bounds(picture.scene(), &target) {
            stage.reveal(rect);
        }
        let name = picture.scene().nodes.iter().find(|node| node.id == *id).map(|node| &node.name);
        let name = name.map_or("", String::as_str);
        state.voice.say(format!("{name}, {} of {}", next + 1, found.len()));
        state.selection.focus(Some(target));
        at.set(Some(id.clone()));
    };
    let keys = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            step(event.shift_key());
        }
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            at.set(None);
            if state.picture.find.with_untracked(String::is_empty) {
                platform::focus(View::Diagram.entrance());
            } else {
                state.picture.find.set(String::new());
                state.selection.focus(None);
                state.voice.say("Showing the whole picture");
            }
        }
        _ => {}
    };
    window_event_listener(leptos::ev::keydown, move |event| {
        let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
        let writing =
            platform::closest(&event, "input, textarea, select, dialog, .editor").is_some();
        if event.key() == "/" && plain && !writing {
            event.prevent_default();
            state.view.view.set(View::Diagram);
            request_animation_frame(|| {
                platform::focus(".finder input");
            });
        }
    });
    view! {
        <div class="finder">
            <input
                type="text"
                node_ref=field
                aria-label="Search the picture"
                placeholder="Search  /"
                autocomplete="off"
                spellcheck="false"
                prop:value=move || state.picture.find.get()
                on:input=search
                on:keydown=keys
            />
            <span class="quiet">{count}</span>
        </div>
    }
}
