//! The items of the scene as elements.
//!
//! An element lives as long as its item, whatever happens around it, so that it keeps the focus; and only what differs
//! is written. This is done by hand because it runs at every key press: a reactive component per item, with a handful
//! of signals each, takes several times as long.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::svg;
use web_sys::Element;

use super::drawing::{Drawing, Drawn, ItemKey};
use super::path::Path;
use crate::platform;
use crate::state::{AppState, Target};

/// Every item, back to front.
#[component]
pub(super) fn Items(
    /// What lights up.
    path: Memo<Path>,
) -> impl IntoView {
    let AppState { document, selection, .. } = AppState::here();
    let canvas = NodeRef::<svg::G>::new();
    let items = StoredValue::new_local(Elements::default());
    Effect::new(move |_| {
        let Some(canvas) = canvas.get() else { return };
        let (snapshot, path) = (document.get(), path.read());
        let (cursor, stop) = (selection.at_cursor.read(), selection.stop.read());
        let marks = Marks { path: &path, cursor: cursor.as_deref(), stop: stop.as_ref() };
        items.update_value(|items| items.draw(&canvas, &snapshot.drawing, marks));
    });
    view! { <g node_ref=canvas></g> }
}

/// What is marked on the picture beside what it shows.
#[derive(Clone, Copy)]
struct Marks<'a> {
    /// What lights up.
    path: &'a Path,
    /// The node in whose text the cursor stands.
    cursor: Option<&'a str>,
    /// The item that Tab reaches.
    stop: Option<&'a Target>,
}

/// The marks on one item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Marked {
    lit: bool,
    at_cursor: bool,
    is_stop: bool,
}

/// An element and what it shows.
struct Shown {
    element: Element,
    drawn: Arc<Drawn>,
    marked: Marked,
}

/// The elements of the picture.
#[derive(Default)]
struct Elements {
    shown: BTreeMap<ItemKey, Shown>,
}

impl Elements {
    /// Makes the elements inside `canvas` those of `drawing`.
    fn draw(&mut self, canvas: &Element, drawing: &Drawing, marks: Marks<'_>) {
        let mut before = std::mem::take(&mut self.shown);
        let mut kept: Vec<(&ItemKey, &Arc<Drawn>, Option<Shown>)> =
            drawing.items.iter().map(|(key, drawn)| (key, drawn, before.remove(key))).collect();
        for gone in before.into_values() {
            gone.element.remove();
        }
        let mut next = canvas.first_element_child();
        for (key, drawn, shown) in &mut kept {
            let marked = Marked::of(key, marks);
            let shown = shown.get_or_insert_with(|| Shown::new(key));
            shown.update(key, drawn, marked);
            if next.as_ref() == Some(&shown.element) {
                next = shown.element.next_element_sibling();
            } else {
                platform::insert(canvas, &shown.element, next.as_ref());
            }
        }
        self.shown = kept
            .into_iter()
            .filter_map(|(key, _, shown)| Some((key.clone(), shown?)))
            .collect();
    }
}

impl Marked {
    fn of(key: &ItemKey, marks: Marks<'_>) -> Self {
        let target = key.target();
        let is_target = matches!(key.hook, "node" | "edge");
        Self {
            lit: target.as_ref().is_some_and(|target| marks.path.holds(target)),
            at_cursor: key.hook == "node" && marks.cursor == Some(&key.id),
            is_stop: is_target && target.is_some() && target.as_ref() == marks.stop,
        }
    }
}

impl Shown {
    /// An element with what never changes while an item stays the same item.
    fn new(key: &ItemKey) -> Self {
        let element = platform::svg_group();
        if !matches!(key.hook, "backdrop" | "legend") {
            set(&element, &format!("data-{}", key.hook), Some(&key.id));
        }
        match key.hook {
            "node" | "edge" => {
                set(&element, "role", Some("button"));
                set(&element, "tabindex", Some("-1"));
            }
            "lane" | "group" => set(&element, "role", Some("graphics-object")),
            _ => {}
        }
        Self { element, drawn: Arc::default(), marked: Marked::default() }
    }

    /// Writes what differs.
    fn update(&mut self, key: &ItemKey, drawn: &Arc<Drawn>, marked: Marked) {
        let (element, old, was) = (&self.element, &self.drawn, self.marked);
        if old.class != drawn.class || (was.lit, was.at_cursor) != (marked.lit, marked.at_cursor) {
            let mut class = drawn.class.clone();
            if marked.lit {
                class.push_str(" lit");
            }
            if marked.at_cursor {
                class.push_str(" at-cursor");
            }
            set(element, "class", Some(&class));
        }
        if was.is_stop != marked.is_stop {
            set(element, "tabindex", Some(if marked.is_stop { "0" } else { "-1" }));
        }
        if old.severity != drawn.severity {
            set(element, "data-severity", drawn.severity);
        }
        if old.verdict != drawn.verdict {
            set(element, "data-verdict", drawn.verdict);
        }
        if old.name != drawn.name && matches!(key.hook, "node" | "edge" | "lane" | "group") {
            set(element, "aria-label", Some(&drawn.name));
        }
        if old.place != drawn.place {
            set(element, "transform", Some(&drawn.place));
        }
        if old.markup != drawn.markup {
            element.set_inner_html(&drawn.markup);
        }
        self.drawn = Arc::clone(drawn);
        self.marked = marked;
    }
}

/// Sets an attribute or takes it away.
fn set(element: &Element, name: &str, value: Option<&str>) {
    drop(match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    });
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
