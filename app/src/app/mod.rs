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
    let editor_share = RwSignal::new(None);
    let picture_share = RwSignal::new(None);
    let percent = |share: Option<f64>| share.map(|share| format!("{share:.2}%"));
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
            style:--editor-share=move || percent(editor_share.get())
            style:--picture-share=move || percent(picture_share.get())
            // Once the visitor has moved the bar, the problems take what is left.
            style:--problems-room=move || picture_share.get().map(|_| "minmax(0, 1fr)")
        >
            <EditorPane />
            <Splitter axis=Axis::Row label="Width of the editor" share=editor_share usual=35.0 />
            <div class="results">
                <div class="views">
                    <ViewTabs />
                    <WhatIfBar />
                    <ViewFilterBar />
                    <Diagram />
                    <ReachView />
                    <ExposureView />
                </div>
                <Splitter axis=Axis::Column label="Height of the view" share=picture_share usual=66.0 />
                <Problems />
            </div>
        </main>
        <StatusBar />
        <Notices />
        <Dialogs />
        <WhatIfDialog />
    }
}
