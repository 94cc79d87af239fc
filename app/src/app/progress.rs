//! What is seen while the worker analyses a large text.

use leptos::prelude::*;

use crate::state::AppState;

/// Says that an analysis goes on; it is there only when that takes long.
#[component]
pub(super) fn Progress() -> impl IntoView {
    let document = AppState::here().document;
    view! {
        <div class="progress" role="status" data-testid="progress">
            <Show when=move || document.is_in_progress()>
                <p><progress aria-label="Progress"></progress>"Analysing the text. You can go on typing."</p>
            </Show>
        </div>
    }
}
