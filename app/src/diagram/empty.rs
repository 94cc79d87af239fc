//! What stands where there is nothing to draw.

use blueprint_lens_core::scene::MOST_DRAWN;
use leptos::prelude::*;

use crate::state::AppState;

/// Why there is no picture, and what to do.
#[component]
pub(super) fn Empty() -> impl IntoView {
    let state = AppState::here();
    let undrawn = Memo::new(move |_| state.document.get().undrawn());
    let title = move || match undrawn.get() {
        Some(nodes) => format!("{nodes} boxes are too many to draw"),
        None => "No private network yet".to_owned(),
    };
    let sentence = move || {
        if undrawn.get().is_some() {
            format!(
                "Everything is checked, and the problems are listed. `blueprint-lens render` draws up to {MOST_DRAWN}."
            )
        } else if state.document.is_too_large() {
            "This text is larger than 4 MiB. Blueprints are far smaller, so it is not analysed."
                .to_owned()
        } else if state.document.get().analysis.text().trim().is_empty() {
            "Paste a render.yaml into the editor, drop a file anywhere, or choose one of the examples.".to_owned()
        } else {
            "This text declares no service or database yet. Add them to the lists services and databases.".to_owned()
        }
    };
    view! {
        <div class="empty">
            <p class="empty-title">{title}</p>
            <p>{sentence}</p>
        </div>
    }
}
