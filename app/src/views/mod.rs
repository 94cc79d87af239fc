//! The views beside the picture: who reaches whom, the entry points, what the next sync does with a change, and the hand
//! work around a deploy.
//!
//! Their content is HTML text from `blueprint_lens_core::html`, set as a whole. One listener per view acts on the
//! `data-` attributes of what is pressed, so that a matrix of thousands of cells costs no more than one of three.

mod compare;
mod comparison_bar;
mod deploy;
mod exposure;
mod former_choice;
mod keys;
mod pressed;
mod reach;
mod what_if;

use leptos::html;
use leptos::prelude::*;

pub(crate) use compare::CompareView;
pub(crate) use comparison_bar::ComparisonBar;
pub(crate) use deploy::DeployView;
pub(crate) use exposure::ExposureView;
pub(crate) use reach::ReachView;
use what_if::WhatIfButton;
pub(crate) use what_if::{WhatIfBar, WhatIfDialog};

use crate::platform;
use crate::state::{AppState, View};

/// Switches between the views. Where there is room, the problems have a pane of their own and need no tab.
#[component]
pub(crate) fn ViewTabs() -> impl IntoView {
    let state = AppState::here();
    let tabs = NodeRef::<html::Div>::new();
    let narrow = RwSignal::new(platform::is_narrow());
    Effect::new(move |_| {
        if let Some(tabs) = tabs.get() {
            platform::on_resize(&tabs, move || narrow.set(platform::is_narrow()));
        }
    });
    let tab = move |view: View| {
        let count = move || {
            (view == View::Problems)
                .then(|| state.document.get().rows.len())
                .filter(|count| *count > 0)
        };
        let chosen = move || {
            let shown = match state.view.view.get() {
                // The picture is what a wide page shows above the problems.
                View::Problems if !narrow.get() => View::Diagram,
                shown => shown,
            };
            if shown == view { "true" } else { "false" }
        };
        view! {
            <button
                type="button"
                class="tab"
                data-tab=view.id()
                aria-pressed=chosen
                on:click=move |_| state.view.view.set(view)
            >
                {view.label()}
                {move || count().map(|count| view! { <span class="count">{count}</span> })}
            </button>
        }
    };
    view! {
        <div class="tabs" node_ref=tabs>
            <div class="tab-group" role="group" aria-label="View">
                {View::ALL.map(tab).into_iter().collect_view()}
            </div>
            <WhatIfButton />
        </div>
    }
}
