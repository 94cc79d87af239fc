//! The items of the scene as elements.

use std::sync::Arc;

use leptos::prelude::*;

use super::drawing::{Drawn, ItemKey};
use super::path::Path;
use crate::state::{AppState, Target};

/// Every item, back to front. An element lives as long as its item, whatever happens around it.
#[component]
pub(super) fn Items(
    /// What lights up.
    path: Memo<Path>,
) -> impl IntoView {
    let document = AppState::here().document;
    let keys = Memo::new(move |_| document.get().drawing.keys.clone());
    view! {
        <For each=move || keys.get() key=Clone::clone let:key>
            <Item key=key path=path />
        </For>
    }
}

#[component]
fn Item(key: ItemKey, path: Memo<Path>) -> impl IntoView {
    let AppState { document, selection, .. } = AppState::here();
    let (hook, id) = (key.hook, key.id.clone());
    let target = key.target();
    let drawn = {
        let key = key.clone();
        // An item that is about to go keeps its last looks.
        Memo::new(move |last: Option<&Arc<Drawn>>| {
            document.get().drawing.find(&key).or_else(|| last.cloned()).unwrap_or_default()
        })
    };
    let is_target = matches!(hook, "node" | "edge");
    let role = match hook {
        "node" | "edge" => Some("button"),
        "lane" | "group" => Some("graphics-object"),
        _ => None,
    };
    let named = role.is_some();
    let lit = {
        let target = target.clone();
        move || target.as_ref().is_some_and(|target| path.read().holds(target))
    };
    let at_cursor = {
        let node = key.id_of("node");
        move || node.is_some() && selection.at_cursor.read() == node
    };
    let tab_stop = move || {
        let here = target.as_ref()?;
        let stop = is_target && selection.stop.read().as_ref() == Some(here);
        is_target.then_some(if stop { "0" } else { "-1" })
    };
    let of = |wanted: &str| (hook == wanted).then(|| id.clone());
    view! {
        <g
            class=move || drawn.read().class.clone()
            class:lit=lit
            class:at-cursor=at_cursor
            data-lane=of("lane")
            data-group=of("group")
            data-node=of("node")
            data-edge=of("edge")
            data-edge-label=of("edge-label")
            data-severity=move || drawn.read().severity
            data-verdict=move || drawn.read().verdict
            role=role
            tabindex=tab_stop
            aria-label=move || named.then(|| drawn.read().name.clone())
            inner_html=move || drawn.read().markup.clone()
        ></g>
    }
}

/// Keeps exactly one item reachable by Tab while the picture has any.
pub(super) fn keep_tab_stop(state: AppState) {
    Effect::new(move |_| {
        let snapshot = state.document.get();
        let scene = snapshot.analysis.scene();
        let lost = |stop: &Option<Target>| {
            !stop.as_ref().is_some_and(|stop| super::walk::holds(scene, stop))
        };
        if state.selection.stop.with_untracked(lost) {
            state.selection.stop.set(super::walk::entrance(scene));
        }
    });
}
