//! The exposure review.

use blueprint_lens_core::html::exposure;
use blueprint_lens_core::markup::Html;
use blueprint_lens_core::reach::{close, entry_points};
use leptos::html;
use leptos::prelude::*;

use super::keys::pane_keys;
use super::pressed::{Pressed, pressed};
use crate::platform;
use crate::state::{AppState, View};

/// Every way in from the internet.
#[component]
pub(crate) fn ExposureView() -> impl IntoView {
    let state = AppState::here();
    let host = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        let Some(host) = host.get() else { return };
        let shown = state.view.view.get() == View::Exposure || state.printing.get();
        let mut html = Html::new();
        if shown {
            let snapshot = state.document.get();
            if snapshot.is_huge() {
                html.element("p")
                    .class("view-empty")
                    .text("There are too many resources for this list.");
            } else {
                html = exposure(&snapshot.analysis, state.printing.medium());
            }
        }
        platform::set_html(&host, &html);
    });
    let press = move |event: leptos::ev::MouseEvent| {
        let remedy = |index: usize| {
            let snapshot = state.document.now();
            let question = snapshot.analysis.question();
            close(question, entry_points(question).get(index)?.node)
        };
        if matches!(pressed(state, &event, remedy), Pressed::Fixed) {
            // The button is about to go; the keyboard stays in the list.
            platform::focus(".exposure-view .pane-title");
        }
    };
    view! {
        <section class="view exposure-view" aria-label="Exposure" on:keydown=move |event| pane_keys(&event)>
            <div class="filter-bar">
                <h2 class="pane-title" tabindex="-1">"Entry points from the internet"</h2>
            </div>
            <div class="exposure-host" node_ref=host on:click=press></div>
        </section>
    }
}
