//! The items of the scene as elements.
//!
//! An element lives as long as its item, whatever happens around it, and only what differs is written. This is done by
//! hand because it runs at every key press: a reactive component per item takes several times as long.

use std::collections::BTreeMap;
use std::sync::Arc;

use blueprint_lens_core::scene::{Shape, layout_overlay, svg};
use leptos::prelude::*;
use leptos::svg::G;

use super::detail::Detail;
use super::path::Path;
use super::reach_highlight::Blocked;
use super::walk;
use crate::platform::{self, Element, Keyed, address, set};
use crate::state::{AppState, Item, ItemKey, Items, Target};

/// The parts of the card that describe the item with the keyboard focus; its name says the rest.
const DESCRIPTION: &str = "picture-card-facts picture-card-problems";

/// Every item, back to front.
#[component]
pub(super) fn Canvas(
    /// What lights up.
    path: Memo<Path>,
    /// What blocks the reach that is lit.
    blocked: Memo<Blocked>,
    /// How much can be read.
    detail: Memo<Detail>,
) -> impl IntoView {
    let AppState { picture, selection, .. } = AppState::here();
    let canvas = NodeRef::<G>::new();
    let items = StoredValue::new_local(Keyed::<ItemKey, Shown>::default());
    // `?debug=layout` draws over the picture what the layout works with.
    let has_overlay = address::parameter("debug").as_deref() == Some("layout");
    Effect::new(move |_| {
        let Some(canvas) = canvas.get() else { return };
        let (picture, path, blocked) = (picture.get(), path.read(), blocked.read());
        let (cursor, stop) = (selection.at_cursor.read(), selection.stop.read());
        let marks = Marks {
            path: &path,
            cursor: cursor.as_deref().map(|id| picture.representative(id)),
            stop: stop.as_ref(),
            blocked: &blocked.words,
        };
        let overlay = if has_overlay {
            Items::of(picture.scene(), &layout_overlay(picture.scene()))
        } else {
            Items::default()
        };
        let is_lit = |key: &ItemKey| key.target().is_some_and(|target| path.contains(&target));
        let pointed = picture.undrawn.0.iter().filter(|(key, _)| is_lit(key));
        let all = picture.items.0.iter().chain(pointed).chain(&blocked.items.0).chain(&overlay.0);
        let list = all.map(|(key, item)| (key.clone(), (Arc::clone(item), Marked::of(key, marks))));
        items.update_value(|items| items.draw(&canvas, list, make, update));
    });
    // Texts for far away are no part of the drawing, but lie over it.
    let above = NodeRef::<G>::new();
    let texts = StoredValue::new_local(Keyed::<ItemKey, Shown>::default());
    Effect::new(move |_| {
        let Some(above) = above.get() else { return };
        let (far, path) = (detail.get().items(picture.get().scene()), path.read());
        let list = far.0.iter().map(|(key, item)| {
            let lit = lit_by(key).is_some_and(|target| path.contains(&target));
            (key.clone(), (Arc::clone(item), Marked { lit, ..Marked::default() }))
        });
        texts.update_value(|texts| texts.draw(&above, list, make, update));
    });
    view! {
        <g node_ref=canvas></g>
        <g node_ref=above></g>
    }
}

/// What an element shows.
type Shown = (Arc<Item>, Marked);

/// What is marked on the picture beside what it shows.
#[derive(Clone, Copy)]
struct Marks<'a> {
    /// What lights up.
    path: &'a Path,
    /// The node in whose text the cursor stands.
    cursor: Option<&'a str>,
    /// The item that Tab reaches.
    stop: Option<&'a Target>,
    /// Why nodes are out of the reach that is lit.
    blocked: &'a BTreeMap<String, &'static str>,
}

/// The marks on one item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Marked {
    lit: bool,
    at_cursor: bool,
    is_stop: bool,
    blocked: Option<&'static str>,
}

impl Marked {
    fn of(key: &ItemKey, marks: Marks<'_>) -> Self {
        let target = key.target();
        let is_target = matches!(key.hook, "node" | "edge");
        Self {
            lit: lit_by(key).is_some_and(|target| marks.path.contains(&target)),
            at_cursor: key.hook == "node" && marks.cursor == Some(&key.id),
            is_stop: is_target && target.is_some() && target.as_ref() == marks.stop,
            blocked: marks.blocked.get(&key.id).copied().filter(|_| key.hook == "node"),
        }
    }
}

/// What lights an item up: itself, the node of a name, or the callee of a trunk.
fn lit_by(key: &ItemKey) -> Option<Target> {
    match key.hook {
        "far-name" => Some(Target::Node(key.id.clone())),
        "trunk" => key.id.rsplit_once('#').map(|(id, _)| Target::Node(id.to_owned())),
        _ => key.target(),
    }
}

/// An element with what never changes while an item stays the same item.
fn make(key: &ItemKey) -> Element {
    let element = platform::svg_group();
    if !matches!(key.hook, "backdrop" | "far-name" | "far-count" | "far-legend") {
        set(&element, &format!("data-{}", key.hook), Some(&key.id));
    }
    match key.hook {
        "node" | "edge" | "fold" => {
            set(&element, "role", Some("button"));
            set(&element, "tabindex", Some("-1"));
        }
        "lane" | "group" => set(&element, "role", Some("graphics-object")),
        "barrier" => set(&element, "role", Some("graphics-symbol")),
        _ => {}
    }
    element
}

/// Writes what differs.
fn update(element: &Element, (old, was): &Shown, (new, marked): &Shown) {
    if old.class != new.class || (was.lit, was.at_cursor) != (marked.lit, marked.at_cursor) {
        let mut class = new.class.clone();
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
        set(element, "aria-describedby", marked.is_stop.then_some(DESCRIPTION));
    }
    if old.severity != new.severity {
        set(element, "data-severity", new.severity);
    }
    if old.verdict != new.verdict {
        set(element, "data-verdict", new.verdict);
    }
    if old.name != new.name || was.blocked != marked.blocked {
        match marked.blocked {
            None => set(element, "aria-label", Some(&new.name)),
            Some(why) => {
                set(element, "aria-label", Some(&format!("{}, out of reach: {why}", new.name)));
            }
        }
    }
    if old.transform != new.transform {
        set(element, "transform", Some(&new.transform));
    }
    if old.shapes != new.shapes {
        update_shapes(element, &old.shapes, &new.shapes);
    }
}

/// Makes the shapes inside `element` those of `new`: attribute by attribute where the same elements can show them, as
/// anew where not. Reading markup takes many times as long as setting an attribute.
fn update_shapes(element: &Element, old: &[Shape], new: &[Shape]) {
    let changes: Option<Vec<_>> =
        old.iter().zip(new).map(|(old, new)| svg::changes(old, new)).collect();
    let Some(changes) = changes.filter(|_| old.len() == new.len()) else {
        platform::set_html(element, &svg::markup(new));
        return;
    };
    let children = platform::children(element);
    for (((old, new), changes), element) in old.iter().zip(new).zip(changes).zip(children) {
        for (name, value) in changes {
            set(&element, name, Some(&value));
        }
        if let (Shape::Text { text: old, .. }, Shape::Text { text: new, .. }) = (old, new)
            && old != new
        {
            platform::set_text(&element, new);
        }
    }
}

/// Keeps exactly one item reachable by Tab while the picture has any.
pub(super) fn keep_tab_stop(state: AppState) {
    Effect::new(move |_| {
        let picture = state.picture.get();
        let scene = picture.scene();
        let lost =
            |stop: &Option<Target>| !stop.as_ref().is_some_and(|stop| walk::contains(scene, stop));
        if state.selection.stop.with_untracked(lost) {
            state.selection.stop.set(walk::entrance(scene));
        }
    });
}
