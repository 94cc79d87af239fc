//! The keyboard in the picture: one tab stop, and keys that walk.

use blueprint_lens_core::scene::outline::Step;
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;

use super::choose::choose;
use super::elements::target_of;
use super::reach_highlight::highlight_reach;
use super::stage::Stage;
use super::view_filter;
use super::walk::{self, Walker};
use crate::platform::{self, editor};
use crate::state::{AppState, Panel, ReachHighlight, Target, ask_what_if};

/// Zoom of one press.
const ZOOM: f64 = 1.25;

/// The focus has come to something in the picture.
///
/// What the pointer has pressed is in sight, and must not move away under it.
pub(super) fn focused(
    state: AppState,
    stage: Stage,
    walker: Walker,
    by_pointer: bool,
    event: &FocusEvent,
) {
    let target = target_of(event);
    walker.focused(target.as_ref());
    if !by_pointer
        && let Some(rect) =
            target.as_ref().and_then(|target| walk::bounds(state.picture.now().scene(), target))
    {
        stage.reveal(rect);
    }
    state.selection.focus(target);
}

/// A key was pressed in the picture.
pub(super) fn pressed(state: AppState, stage: Stage, walker: Walker, event: &KeyboardEvent) {
    let elsewhere = platform::closest(event, "input, .view-filter-menu").is_some();
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
                editor::focus();
            }
        }),
        "F8" => done(|| walker.to_problem(!event.shift_key())),
        "i" | "I" => done(|| walker.say_where()),
        "r" | "R" => match target_of(event) {
            Some(Target::Node(id)) => {
                let to = event.shift_key();
                let highlight = if to { ReachHighlight::To } else { ReachHighlight::From };
                done(|| highlight_reach(state, highlight(id)))
            }
            _ => false,
        },
        "f" | "F" => match target_of(event) {
            Some(Target::Node(id)) => done(|| view_filter::focus_on(state, id)),
            _ => false,
        },
        "c" | "C" => match target_of(event) {
            Some(Target::Node(id)) => done(|| view_filter::fold_around(state, &id)),
            _ => false,
        },
        "w" | "W" => match target_of(event) {
            Some(Target::Node(id)) => done(|| ask_what_if(state, id)),
            _ => false,
        },
        "Enter" | " " => match target_of(event) {
            Some(target) => done(|| choose(state, &target, true)),
            None if is_walked(event) => done(|| walker.step(Step::In)),
            None => false,
        },
        _ => match Step::of_key(&key, event.shift_key()) {
            Some(step) if is_walked(event) => done(|| walker.step(step)),
            _ => false,
        },
    };
    if handled {
        event.prevent_default();
    }
}

fn done(action: impl FnOnce()) -> bool {
    action();
    true
}

/// Puts the card away; a second press leaves the picture for the editor.
fn escape(state: AppState) -> bool {
    if state.reach.highlight.with_untracked(Option::is_some) {
        state.reach.highlight.set(None);
        return true;
    }
    let shown =
        state.selection.pointed_now().is_some() && !state.selection.dismissed.get_untracked();
    if shown {
        state.selection.dismissed.set(true);
    } else if state.picture.filter.with_untracked(|filter| filter.focus.is_some()) {
        view_filter::leave_focus(state);
    } else {
        editor::focus();
    }
    true
}

/// Whether a key was pressed on something that is walked: a node, an edge, a group.
fn is_walked(event: &KeyboardEvent) -> bool {
    platform::closest(event, "[data-node], [data-edge], [data-waypoint]").is_some()
}
