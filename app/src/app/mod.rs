//! The skeleton of the page: toolbar, panes, footer, dialogs.

mod draft_bars;
mod notice;
mod paper;
mod progress;
mod status;

use leptos::html;
use leptos::prelude::*;

use draft_bars::DraftBars;
use notice::Notices;
use paper::PaperHead;
use progress::Progress;
use status::StatusBar;

use crate::diagram::{Diagram, ViewFilterBar};
use crate::editor::EditorPane;
use crate::problems::Problems;
use crate::state::{AppState, follow_history, follow_rules, undo_from_anywhere};
use crate::toolbar::{Dialogs, Toolbar};
use crate::ui::{Axis, Splitter};
use crate::views::{
    CompareView, ComparisonBar, DeployView, ExposureView, ReachView, ViewTabs, WhatIfBar,
    WhatIfDialog,
};

/// The page.
#[component]
pub(crate) fn App() -> impl IntoView {
    let state = AppState::provide();
    follow_history(state);
    follow_rules(state);
    undo_from_anywhere(state);
    let editor_share = RwSignal::new(None);
    let picture_share = RwSignal::new(None);
    let percent = |share: Option<f64>| share.map(|share| format!("{share:.2}%"));
    let node = NodeRef::<html::Main>::new();
    // On paper, the picture is not blown up.
    let size = Memo::new(move |_| state.picture.get().scene().size);
    view! {
        <PaperHead />
        <div class="top">
            <Toolbar />
            <DraftBars />
        </div>
        <main
            class="panes"
            node_ref=node
            data-view=move || state.view.view.get().id()
            class:is-wide=move || lies_across(state)
            style:--picture-width=move || format!("{}px", size.get().width)
            style:--editor-share=move || percent(editor_share.get())
            style:--picture-share=move || percent(picture_share.get())
            // Once the visitor has moved the bar, the problems take what is left.
            style:--problems-room=move || picture_share.get().map(|_| "minmax(0, 1fr)")
        >
            <EditorPane />
            <Splitter axis=Axis::Row label="Width of the editor" share=editor_share usual=31.0 />
            <Results share=picture_share />
        </main>
        <StatusBar />
        <Notices />
        <Dialogs />
        <WhatIfDialog />
    }
}

/// The views, and the problems below them.
#[component]
fn Results(
    /// How much of the height the views take, once the visitor has moved the bar.
    share: RwSignal<Option<f64>>,
) -> impl IntoView {
    let views = view! {
        <div class="views">
            <ViewTabs />
            <ComparisonBar />
            <WhatIfBar />
            <ViewFilterBar />
            <Diagram />
            <ReachView />
            <ExposureView />
            <CompareView />
            <DeployView />
            <Progress />
        </div>
    };
    // Without its type, which is long: unoptimised code would not have the stack for it.
    let views = views.into_any();
    view! {
        <div class="results">
            {views}
            <Splitter axis=Axis::Column label="Height of the view" share=share usual=66.0 />
            <Problems />
        </div>
    }
    .into_any()
}

/// Whether a printed picture lies across: laid out for such a sheet or, where the worker has drawn it, wider than high.
fn lies_across(state: AppState) -> bool {
    let snapshot = state.document.get();
    if snapshot.drawing().is_some() {
        let size = state.picture.get().scene().size;
        return size.width > size.height;
    }
    snapshot.room().width > snapshot.room().height
}
