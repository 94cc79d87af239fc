//! The menu of Blueprints to look at.

use leptos::prelude::*;

use crate::state::examples::{Example, FIRST, MISTAKES, PATTERNS};
use crate::state::{AppState, open_text};
use crate::ui::{Menu, MenuItem};

/// The menu of examples.
#[component]
pub(super) fn ExamplesMenu() -> impl IntoView {
    let state = AppState::here();
    let item = move |example: &'static Example| {
        let open = move || {
            open_text(state, example.text);
            state.announcer.announce(format!("Opened the example {}", example.title));
        };
        view! {
            <MenuItem on_choose=open>
                <span class="item-title">{example.title}</span>
                <span class="item-text">{example.about}</span>
            </MenuItem>
        }
    };
    view! {
        <Menu label="Examples">
            {item(&FIRST)}
            <p class="menu-heading">"Patterns"</p>
            {PATTERNS.iter().map(item).collect_view()}
            <p class="menu-heading">"Classic mistakes"</p>
            {MISTAKES.iter().map(item).collect_view()}
        </Menu>
    }
}
