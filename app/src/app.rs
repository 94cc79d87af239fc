//! The skeleton of the page: toolbar, panes, footer, dialogs.

use leptos::html;
use leptos::prelude::*;

use crate::diagram::Diagram;
use crate::editor::EditorPane;
use crate::problems::Problems;
use crate::state::{AppState, View};
use crate::status::StatusBar;
use crate::toolbar::{Dialogs, Toolbar};
use crate::ui::{Axis, Icon, IconButton, Splitter};

/// The page.
#[component]
pub(crate) fn App() -> impl IntoView {
    let state = AppState::provide();
    let editor_share = RwSignal::new(35.0);
    let picture_share = RwSignal::new(66.0);
    let node = NodeRef::<html::Main>::new();
    view! {
        <Toolbar />
        <main
            class="panes"
            node_ref=node
            data-view=move || state.view.view.get().id()
            style:--editor-share=move || format!("{:.2}%", editor_share.get())
            style:--picture-share=move || format!("{:.2}%", picture_share.get())
        >
            <EditorPane />
            <Splitter axis=Axis::Row label="Width of the editor" share=editor_share />
            <div class="results">
                <ViewTabs />
                <Diagram />
                <Splitter axis=Axis::Column label="Height of the picture" share=picture_share />
                <Problems />
            </div>
        </main>
        <StatusBar />
        <Notice />
        <div class="unseen" role="status" aria-live="polite">{move || state.voice.said.get()}</div>
        <Dialogs />
    }
}

/// Switches between the views where there is no room for all of them.
#[component]
fn ViewTabs() -> impl IntoView {
    let state = AppState::here();
    let tab = move |view: View| {
        let count = move || {
            (view == View::Problems)
                .then(|| state.document.get().rows.len())
                .filter(|count| *count > 0)
        };
        view! {
            <button
                type="button"
                class="tab"
                aria-pressed=move || (state.view.view.get() == view).to_string()
                on:click=move |_| state.view.view.set(view)
            >
                {view.label()}
                {move || count().map(|count| view! { <span class="count">{count}</span> })}
            </button>
        }
    };
    view! {
        <div class="tabs" role="group" aria-label="View">
            {View::ALL.map(tab).into_iter().collect_view()}
        </div>
    }
}

/// A sentence that everybody should see, for a while.
#[component]
fn Notice() -> impl IntoView {
    let voice = AppState::here().voice;
    move || {
        voice.notice.get().map(|sentence| {
            view! {
                <div class="notice">
                    <p>{sentence}</p>
                    <IconButton icon=Icon::Close label="Close this message" on_press=move || voice.hush() />
                </div>
            }
        })
    }
}
