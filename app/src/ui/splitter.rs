//! A bar between two panes that moves by pointer and by keyboard.

use leptos::html;
use leptos::prelude::*;

use crate::platform;

/// Smallest and largest share of the first pane, in percent.
const RANGE: (f64, f64) = (15.0, 85.0);
/// What one key press moves, in percent.
const PER_KEY_PRESS: f64 = 3.0;

/// In which direction the panes lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Axis {
    /// Side by side: the bar stands upright.
    Row,
    /// One above the other.
    Column,
}

/// The bar; `share` is what the first pane has of the room around it, in percent, once the visitor has moved it.
#[component]
pub(crate) fn Splitter(
    /// The direction.
    axis: Axis,
    /// What it moves.
    label: &'static str,
    /// The share.
    share: RwSignal<Option<f64>>,
    /// About what the first pane has before that.
    usual: f64,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let dragging = RwSignal::new(false);
    let set = move |value: f64| share.set(Some(value.clamp(RANGE.0, RANGE.1)));
    let part = move |at: (f64, f64)| {
        let node = node.get_untracked()?;
        let (across, down) = platform::share_of_parent(&node, at)?;
        Some(100.0 * if axis == Axis::Row { across } else { down })
    };
    let now = move || {
        let own = || {
            let node = node.get_untracked()?;
            part(platform::origin_of(&node))
        };
        share.get_untracked().or_else(own).unwrap_or(usual)
    };
    let moved = move |event: leptos::ev::PointerEvent| {
        if !dragging.get_untracked() {
            return;
        }
        if let Some(value) = part((f64::from(event.client_x()), f64::from(event.client_y()))) {
            set(value);
        }
    };
    let pressed = move |event: leptos::ev::PointerEvent| {
        dragging.set(true);
        if let Some(node) = node.get_untracked() {
            platform::capture_pointer(&node, &event);
        }
    };
    let keys = move |event: leptos::ev::KeyboardEvent| {
        let by = match (axis, event.key().as_str()) {
            (Axis::Row, "ArrowLeft") | (Axis::Column, "ArrowUp") => -PER_KEY_PRESS,
            (Axis::Row, "ArrowRight") | (Axis::Column, "ArrowDown") => PER_KEY_PRESS,
            (_, "Home") => -100.0,
            (_, "End") => 100.0,
            _ => return,
        };
        event.prevent_default();
        set(now() + by);
    };
    view! {
        <div
            node_ref=node
            class="splitter"
            class:is-row=axis == Axis::Row
            class:is-dragged=move || dragging.get()
            role="separator"
            tabindex="0"
            aria-label=label
            aria-orientation=if axis == Axis::Row { "vertical" } else { "horizontal" }
            aria-valuemin=RANGE.0.to_string()
            aria-valuemax=RANGE.1.to_string()
            aria-valuenow=move || format!("{:.0}", share.get().unwrap_or(usual))
            on:pointerdown=pressed
            on:pointermove=moved
            on:pointerup=move |_| dragging.set(false)
            on:pointercancel=move |_| dragging.set(false)
            on:keydown=keys
        ></div>
    }
}
