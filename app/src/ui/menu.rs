//! A button that opens a list of choices.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::Icon;
use crate::platform;

/// A button and the list below it. Escape, a choice, and leaving it close it.
#[component]
pub(crate) fn Menu(
    /// The word on the button.
    label: &'static str,
    /// The list.
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let root = NodeRef::<html::Div>::new();
    let button = NodeRef::<html::Button>::new();
    provide_context(Close(open));
    let keys = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Escape" if open.get_untracked() => {
            event.stop_propagation();
            open.set(false);
            if let Some(button) = button.get_untracked() {
                drop(button.focus());
            }
        }
        key @ ("ArrowDown" | "ArrowUp") => {
            event.prevent_default();
            let on_button = platform::closest(&event, ".menu-button").is_some();
            if on_button {
                open.set(true);
                // The list exists after the next round of effects.
                request_animation_frame(move || step(root, 0));
            } else {
                step(root, if key == "ArrowDown" { 1 } else { -1 });
            }
        }
        _ => {}
    };
    let left = move |event: leptos::ev::FocusEvent| {
        let inside =
            event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let stays = root.get_untracked().is_some_and(|root| root.contains(inside.as_ref()));
        if !stays {
            open.set(false);
        }
    };
    let children = StoredValue::new(children);
    view! {
        <div class="menu" node_ref=root on:keydown=keys on:focusout=left>
            <button
                type="button"
                class="button menu-button"
                node_ref=button
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {label}
                {Icon::Down.view()}
            </button>
            <Show when=move || open.get()>
                <div class="menu-list">{children.with_value(|children| children())}</div>
            </Show>
        </div>
    }
}

/// The signal that closes the menu around a choice.
#[derive(Clone, Copy)]
struct Close(RwSignal<bool>);

/// A choice.
#[component]
pub(crate) fn MenuItem(
    /// What it does.
    on_choose: impl Fn() + 'static,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let close = use_context::<Close>();
    let choose = move |_| {
        if let Some(Close(open)) = close {
            open.set(false);
        }
        on_choose();
    };
    view! { <button type="button" class="menu-item" on:click=choose>{children()}</button> }
}

/// Moves the focus by so many choices; 0 means to the first.
fn step(root: NodeRef<html::Div>, by: i32) {
    let Some(root) = root.get_untracked() else { return };
    let Ok(items) = root.query_selector_all(".menu-item") else { return };
    let all: Vec<web_sys::HtmlElement> =
        (0..items.length()).filter_map(|at| items.get(at)?.dyn_into().ok()).collect();
    let here = all.iter().position(|item| item.matches(":focus").unwrap_or(false));
    let count = all.len() as i32;
    let next = match here {
        Some(here) if count > 0 => (here as i32 + by).rem_euclid(count),
        _ => 0,
    };
    if let Some(item) = all.get(next as usize) {
        drop(item.focus());
    }
}
