//! The keyboard in the picture: one tab stop, and keys that walk.

use leptos::html;
use leptos::prelude::*;
use web_sys::{FocusEvent, KeyboardEvent};

use super::excerpt;
use super::gestures::selector_of;
use super::stage::Stage;
use super::target_of;
use super::walk::{self, Step};
use crate::editor::{bridge, go_to};
use crate::platform;
use crate::state::{AppState, Beam, Panel, Target};
use crate::views::{ask_what_if, explain, say_beam};

/// Zoom of one press.
const ZOOM: f64 = 1.25;

/// The focus has come to something in the picture.
///
/// What the pointer has pressed is in sight, and must not move away under it.
pub(super) fn focused(state: AppState, stage: Stage, by_pointer: bool, event: &FocusEvent) {
    let target = target_of(event);
    if !by_pointer
        && let Some(rect) =
            target.as_ref().and_then(|target| walk::bounds(state.picture.now().scene(), target))
    {
        stage.reveal(rect);
    }
    state.selection.focus(target);
}

/// A key was pressed in the picture.
pub(super) fn pressed(
    state: AppState,
    stage: Stage,
    root: &NodeRef<html::Div>,
    event: &KeyboardEvent,
) {
    let elsewhere = platform::closest(event, "input, .excerpt-menu").is_some();
    if elsewhere || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let key = event.key();
    let handled = match key.as_str() {
        "Escape" => escape(state),
        "+" | "=" => done(|| stage.zoom(None, ZOOM)),
        "-" => done(|| stage.zoom(None, 1.0 / ZOOM)),
        "0" => done(|| stage.fit()),
        "?" => done(|| state.view.panel.set(Some(Panel::Keys))),
        "F6" => done(|| {
            if event.shift_key() || !platform::focus(".problems button") {
                bridge::focus();
            }
        }),
        "r" | "R" => match target_of(event) {
            Some(Target::Node(id)) => {
                let beam = if event.shift_key() { Beam::To(id) } else { Beam::From(id) };
                done(|| say_beam(state, beam))
            }
            _ => false,
        },
        "f" | "F" => match target_of(event) {
            Some(Target::Node(id)) => done(|| excerpt::focus_on(state, id)),
            _ => false,
        },
        "c" | "C" => match target_of(event) {
            Some(Target::Node(id)) => done(|| excerpt::fold_around(state, &id)),
            _ => false,
        },
        "w" | "W" => match target_of(event) {
            Some(Target::Node(id)) => done(|| ask_what_if(state, id)),
            _ => false,
        },
        "Enter" | " " => match target_of(event) {
            Some(target) => done(|| choose(state, &target, true)),
            None => false,
        },
        _ => match (step_of(&key), target_of(event)) {
            (Some(step), Some(from)) => done(|| take(state, root, &from, step)),
            _ => false,
        },
    };
    if handled {
        event.prevent_default();
    }
}

/// An item was chosen. While the reach of a node is lit, another node makes a pair with it, which is explained;
/// otherwise the cursor goes to the item's line.
pub(super) fn choose(state: AppState, target: &Target, focus: bool) {
    let pair = match (target, &*state.reach.beam.read_untracked()) {
        (Target::Node(id), Some(beam)) => beam.pair_with(id),
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
            Some(node) if node.kind == "folded" => return excerpt::fold(state, id),
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
        None => state.voice.say(format!("{what} is not in the text")),
    }
}

fn done(action: impl FnOnce()) -> bool {
    action();
    true
}

/// Puts the card away; a second press leaves the picture for the editor.
fn escape(state: AppState) -> bool {
    if state.reach.beam.with_untracked(Option::is_some) {
        state.reach.beam.set(None);
        return true;
    }
    let shown =
        state.selection.pointed_now().is_some() && !state.selection.dismissed.get_untracked();
    if shown {
        state.selection.dismissed.set(true);
    } else if state.picture.excerpt.with_untracked(|excerpt| excerpt.focus.is_some()) {
        excerpt::leave_focus(state);
    } else {
        bridge::focus();
    }
    true
}

fn step_of(key: &str) -> Option<Step> {
    Some(match key {
        "ArrowLeft" => Step::Left,
        "ArrowRight" => Step::Right,
        "ArrowUp" => Step::Up,
        "ArrowDown" => Step::Down,
        "Home" => Step::First,
        "End" => Step::Last,
        "PageUp" => Step::LaneBefore,
        "PageDown" => Step::LaneAfter,
        "]" => Step::Out,
        "[" => Step::Back,
        _ => return None,
    })
}

fn take(state: AppState, root: &NodeRef<html::Div>, from: &Target, step: Step) {
    state.selection.hover(None);
    let picture = state.picture.now();
    if let (Some(to), Some(root)) = (walk::walk(picture.scene(), from, step), root.get_untracked())
    {
        platform::focus_inside(&root, &selector_of(&to));
    }
}
