//! The skeleton of the page: toolbar, panes, footer, dialogs.

mod draft_bars;
mod notice;
mod status;

use leptos::html;
use leptos::prelude::*;

use draft_bars::DraftBars;
use notice::Notices;
use status::StatusBar;

use crate::diagram::{Diagram, ViewFilterBar};
use crate::editor::EditorPane;
use crate::problems::Problems;
use crate::state::{AppState, follow_history, undo_from_anywhere};
use crate::toolbar::{Dialogs, Toolbar};
use crate::ui::{Axis, Splitter};
use crate::views::{ExposureView, ReachView, ViewTabs, WhatIfBar, WhatIfDialog};

/// The page.
#[component]
pub(crate) fn App() -> impl IntoView {
    let state = AppState::provide();
    follow_history(state);
    undo_from_anywhere(state);
    let editor_share = RwSignal::new(35.0);
    let picture_share = RwSignal::new(66.0);
    let node = NodeRef::<html::Main>::new();
    view! {
        <div class="top">
            <Toolbar />
            <DraftBars />
        </div>
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
                    <WhatIfBar />
                    <ViewFilterBar />
                    <Diagram />
                    <ReachView />
                    <ExposureView />
                </div>
                <Splitter axis=Axis::Column label="Height of the view" share=picture_share />
                <Problems />
            </div>
        </main>
        <StatusBar />
        <Notices />
        <Dialogs />
        <WhatIfDialog />
    }
}
