//! The head of the printed page.

use blueprint_lens_core::wording::count::count;
use leptos::prelude::*;

use crate::state::AppState;

/// What the printed page is about; the screen does not show it.
#[component]
pub(super) fn PaperHead() -> impl IntoView {
    let state = AppState::here();
    let words = move || {
        state.printing.get().then(|| {
            let snapshot = state.document.get();
            let summary = snapshot.summary;
            let counts = [
                count(summary.errors, "error"),
                count(summary.warnings, "warning"),
                count(summary.infos, "info"),
            ];
            let found = if snapshot.is_checked() { counts.join(", ") } else { "not checked".to_owned() };
            view! {
                <h1>{snapshot.scene().title.clone()}</h1>
                <p>{format!("Private network of a Render Blueprint: {found}. Blueprint Lens, unofficial.")}</p>
            }
        })
    };
    view! { <header class="paper-head">{words}</header> }
}
