//! The skeleton of the page: toolbar, panes, footer, dialogs.

mod notice;
mod paper;
mod progress;
mod status;

use blueprint_lens_core::scene::Size;
use leptos::html;
use leptos::prelude::*;

use notice::Notice;
use paper::PaperHead;
use progress::Progress;
use status::StatusBar;

use crate::diagram::{Diagram, ViewFilterBar};
use crate::editor::EditorPane;
use crate::problems::Problems;
use crate::state::AppState;
use crate::toolbar::{Dialogs, Toolbar};
use crate::ui::{Axis, Splitter};
use crate::views::{ExposureView, ReachView, ViewTabs, WhatIfBar, WhatIfDialog};

/// The page.
#[component]
pub(crate) fn App() -> impl IntoView {
    let state = AppState::provide();
    let editor_share = RwSignal::new(35.0);
    let picture_share = RwSignal::new(66.0);
    let node = NodeRef::<html::Main>::new();
    // On paper, the picture is not blown up, and lies across where it is wider than high.
    let size = Memo::new(move |_| state.picture.get().scene().size);
    view! {
        <PaperHead />
        <Toolbar />
        <main
            class="panes"
            node_ref=node
            data-view=move || state.view.view.get().id()
            class:is-wide=move || is_wide(size.get())
            style:--picture-width=move || format!("{}px", size.get().width)
            style:--editor-share=move || format!("{:.2}%", editor_share.get())
            style:--picture-share=move || format!("{:.2}%", picture_share.get())
        >
            <EditorPane />
            <Splitter axis=Axis::Row label="Width of the editor" share=editor_share />
            <div class="results">
                <div class="views">
                    <ViewTabs />
                    <WhatIfBar />
                    <ViewFilterBar />
                    <Diagram />
                    <ReachView />
                    <ExposureView />
                    <Progress />
                </div>
                <Splitter axis=Axis::Column label="Height of the view" share=picture_share />
                <Problems />
            </div>
        </main>
        <StatusBar />
        <Notice />
        <div class="unseen" role="status" aria-live="polite">{move || state.announcer.announced.get()}</div>
        <Dialogs />
        <WhatIfDialog />
    }
}

fn is_wide(size: Size) -> bool {
    size.width > size.height
}
