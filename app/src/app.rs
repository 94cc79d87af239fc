//! The skeleton of the page: toolbar, panes, footer, dialogs.

use leptos::html;
use leptos::prelude::*;

use crate::diagram::{Diagram, ExcerptBar};
use crate::editor::EditorPane;
use crate::problems::Problems;
use crate::state::AppState;
use crate::status::StatusBar;
use crate::toolbar::{Dialogs, Toolbar};
use crate::ui::{Axis, Icon, IconButton, Splitter};
use crate::views::{ExposureView, ReachView, TrialBar, ViewTabs, WhatIfDialog};

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
                <div class="views">
                    <ViewTabs />
                    <TrialBar />
                    <ExcerptBar />
                    <Diagram />
                    <ReachView />
                    <ExposureView />
                </div>
                <Splitter axis=Axis::Column label="Height of the view" share=picture_share />
                <Problems />
            </div>
        </main>
        <StatusBar />
        <Notice />
        <div class="unseen" role="status" aria-live="polite">{move || state.voice.said.get()}</div>
        <Dialogs />
        <WhatIfDialog />
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
