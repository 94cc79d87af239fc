//! The bar while the text is compared: with what, the worst of it, what the marks mean, and the way out.

use blueprint_lens_core::diff::Mark;
use leptos::prelude::*;

use crate::state::{AppState, View, stop_comparing};

/// The bar above the views.
#[component]
pub(crate) fn ComparisonBar() -> impl IntoView {
    let state = AppState::here();
    let name = Memo::new(move |_| state.comparing.get().map(|former| former.name.clone()));
    let sentence = Memo::new(move |_| {
        let snapshot = state.document.get();
        snapshot.plan().filter(|_| name.read().is_some()).map(|plan| plan.sentence.clone())
    });
    let key = |mark: Mark| {
        view! {
            <span class="mark-key">
                <b class=mark.word()>{mark.word()}</b>
                " "
                {mark.meaning()}
            </span>
        }
    };
    move || {
        name.get().map(|name| {
            view! {
                <div class="note-bar comparison-bar" role="group" aria-label="Comparison" data-testid="comparison">
                    <p class="comparison-plan" inner_html=move || sentence.get().unwrap_or_default().into_string()></p>
                    <Show when=move || state.view.view.get() != View::Compare>
                        <button type="button" class="button" on:click=move |_| state.view.view.set(View::Compare)>
                            "Show the plan"
                        </button>
                    </Show>
                    <button type="button" class="button" on:click=move |_| stop_comparing(state)>"Stop comparing"</button>
                    <p class="comparison-marks">
                        <span>"Compared with " <b>{name}</b> "."</span>
                        {Mark::ALL.map(key).into_iter().collect_view()}
                    </p>
                </div>
            }
        })
    }
}
