//! Search in the picture: what a text finds lights up, Enter walks from one to the next.

use blueprint_lens_core::graph;
use leptos::html;
use leptos::prelude::*;

use super::elements::selector_of;
use super::path::Path;
use super::stage::Stage;
use super::walk;
use crate::platform;
use crate::state::{AppState, Target, View};

/// The nodes of the picture that the search matches, in order; `None` while nothing is searched for.
pub(super) fn matches(state: AppState) -> Option<Vec<String>> {
    let text = state.picture.find.get();
    let picture = state.picture.get();
    if text.trim().is_empty() || picture.snapshot.is_huge() {
        return None;
    }
    let analysis = &picture.snapshot.analysis;
    let network = analysis.network();
    let mut ids: Vec<String> = Vec::new();
    for node in graph::find(analysis.blueprint(), network, &text) {
        let id = picture.representative(&network.node(node).id);
        if picture.network().find(id).is_some() && !ids.iter().any(|known| known == id) {
            ids.push(id.to_owned());
        }
    }
    // What is called exactly that comes first: a name is also part of variables and of other names.
    let is_called = |id: &String| {
        let node = picture.network().find(id).map(|node| &picture.network().node(node).name);
        node.is_some_and(|name| name.eq_ignore_ascii_case(text.trim()))
    };
    let (mut first, rest): (Vec<String>, Vec<String>) = ids.into_iter().partition(is_called);
    first.extend(rest);
    Some(first)
}

/// What lights up: the matches, and edges between two of them.
pub(super) fn lit(state: AppState, matches: &[String]) -> Path {
    // Without a match, everything is dimmed.
    Path::among(state.picture.get().scene(), matches).searched()
}

/// The field, and how many nodes match.
#[component]
pub(super) fn Finder(
    /// The pane.
    stage: Stage,
    /// The nodes that match.
    matches: Memo<Option<Vec<String>>>,
) -> impl IntoView {
    let state = AppState::here();
    let field = NodeRef::<html::Input>::new();
    let at = RwSignal::new(None::<String>);
    let number = move || {
        let here = at.get()?;
        matches.read().as_ref()?.iter().position(|id| *id == here).map(|index| index + 1)
    };
    let count = move || {
        let all = matches.read().as_ref()?.len();
        Some(number().map_or_else(|| all.to_string(), |number| format!("{number}/{all}")))
    };
    let search = move |event| {
        at.set(None);
        state.picture.find.set(event_target_value(&event));
        if let Some(matches) = &*matches.read_untracked() {
            let picture = state.picture.now();
            let found = picture.scene().nodes.iter().filter(|node| matches.contains(&node.id));
            stage.show(found.filter(|node| node.lane.is_some()).map(|node| node.rect));
            state.announcer.announce(match matches.len() {
                0 => "Nothing found".to_owned(),
                count => format!("{count} found. Enter goes to the first, Down into the picture."),
            });
        }
    };
    let go_on = move |back: bool| {
        let all = matches.get_untracked().unwrap_or_default();
        let here = at.get_untracked().and_then(|id| all.iter().position(|other| *other == id));
        let next = match (here, back) {
            (None, false) => 0,
            (None, true) => all.len().saturating_sub(1),
            (Some(here), false) => (here + 1) % all.len(),
            (Some(here), true) => (here + all.len() - 1) % all.len(),
        };
        let Some(id) = all.get(next) else { return };
        let picture = state.picture.now();
        let target = Target::Node(id.clone());
        if let Some(rect) = walk::bounds(picture.scene(), &target) {
            stage.reveal(rect);
        }
        let name = picture.scene().nodes.iter().find(|node| node.id == *id).map(|node| &node.name);
        let name = name.map_or("", String::as_str);
        state.announcer.announce(format!("{name}, {} of {}", next + 1, all.len()));
        state.selection.focus(Some(target));
        at.set(Some(id.clone()));
    };
    let keys = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => {
            event.prevent_default();
            go_on(event.shift_key());
        }
        "ArrowDown" => {
            let first = || matches.get_untracked()?.into_iter().next();
            if let Some(id) = at.get_untracked().or_else(first) {
                event.prevent_default();
                platform::focus(&format!(".diagram {}", selector_of(&Target::Node(id))));
            }
        }
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            at.set(None);
            if state.picture.find.with_untracked(String::is_empty) {
                platform::focus(View::Diagram.entrance());
            } else {
                state.picture.find.set(String::new());
                stage.fit();
                state.selection.focus(None);
                state.announcer.announce("Showing the whole picture");
            }
        }
        _ => {}
    };
    platform::on_key_anywhere(move |event| {
        let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
        let writing =
            platform::closest(&event, "input, textarea, select, dialog, .editor").is_some();
        if event.key() == "/" && plain && !writing {
            event.prevent_default();
            state.view.view.set(View::Diagram);
            platform::next_frame(|| {
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
                on:focus=move |event| platform::select_all(&event)
                on:input=search
                on:keydown=keys
            />
            <span class="quiet">{count}</span>
        </div>
    }
}
