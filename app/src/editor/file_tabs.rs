//! Tabs above the text, where several files are open.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::platform::{self, editor, files};
use crate::state::{AppState, add_files, close_file};
use crate::ui::Icon;

/// A tab for each file, and what closes and adds one. One file needs none.
#[component]
pub(super) fn FileTabs() -> impl IntoView {
    let state = AppState::here();
    view! {
        <Show when=move || state.files.are_several()>
            <Bar />
        </Show>
    }
}

#[component]
fn Bar() -> impl IntoView {
    let state = AppState::here();
    let shown = state.files.shown;
    let tab = move |(index, name): (usize, String)| {
        let is_shown = move || shown.get() == index;
        let title = name.clone();
        view! {
            <button
                type="button"
                role="tab"
                class="file-tab"
                title=title
                aria-controls="editor-text"
                aria-selected=move || is_shown().to_string()
                tabindex=move || if is_shown() { "0" } else { "-1" }
                on:click=move |_| editor::show_file(index)
            >
                {name}
            </button>
        }
    };
    let keys = move |event: KeyboardEvent| {
        let (last, here) = (state.files.names.read_untracked().len() - 1, shown.get_untracked());
        let next = match event.key().as_str() {
            "ArrowRight" if here < last => here + 1,
            "ArrowRight" | "Home" => 0,
            "ArrowLeft" if here > 0 => here - 1,
            "ArrowLeft" | "End" => last,
            "Delete" => {
                event.prevent_default();
                return close_file(state, here);
            }
            _ => return,
        };
        event.prevent_default();
        editor::show_file(next);
        platform::focus(&format!(".file-tab:nth-child({})", next + 1));
    };
    let name = move || state.files.names.read().get(shown.get()).cloned().unwrap_or_default();
    let close = move || format!("Close {}", name());
    view! {
        <div class="file-tabs">
            <div class="file-tab-list" role="tablist" aria-label="Files" on:keydown=keys>
                {move || state.files.names.get().into_iter().enumerate().map(tab).collect_view()}
            </div>
            <button
                type="button"
                class="icon-button"
                aria-label=close
                title=close
                on:click=move |_| close_file(state, shown.get_untracked())
            >
                {Icon::Close.view()}
            </button>
            <button
                type="button"
                class="icon-button"
                aria-label="Add files"
                title="Add files"
                on:click=move |_| files::choose(move |file| add_files(state, file))
            >
                {Icon::Plus.view()}
            </button>
        </div>
    }
}
