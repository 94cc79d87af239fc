//! A button that opens a list of choices.

use leptos::html;
use leptos::prelude::*;

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
                platform::focus_element(&button);
            }
        }
        key @ ("ArrowDown" | "ArrowUp") => {
            event.prevent_default();
            let on_button = platform::closest(&event, ".menu-button").is_some();
            if on_button {
                open.set(true);
                // The list exists after the next round of effects.
                platform::next_frame(move || move_focus(root, 0));
            } else {
                move_focus(root, if key == "ArrowDown" { 1 } else { -1 });
            }
        }
        _ => {}
    };
    let left = move |event: leptos::ev::FocusEvent| {
        if root.get_untracked().is_none_or(|root| !platform::keeps_focus(&root, &event)) {
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

/// Moves the focus by so many choices; with none focused, to the first.
fn move_focus(root: NodeRef<html::Div>, by: i32) {
    if let Some(root) = root.get_untracked() {
        platform::move_focus_among(&root, ".menu-item", by);
    }
}
