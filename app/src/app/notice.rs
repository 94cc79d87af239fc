//! A sentence that everybody should see, for a while.

use leptos::prelude::*;

use crate::state::AppState;
use crate::ui::{Icon, IconButton};

/// The notice, with a button that takes it away.
#[component]
pub(super) fn Notice() -> impl IntoView {
    let announcer = AppState::here().announcer;
    move || {
        announcer.notice.get().map(|sentence| {
            view! {
                <div class="notice">
                    <p>{sentence}</p>
                    <IconButton icon=Icon::Close label="Close this message" on_press=move || announcer.dismiss() />
                </div>
            }
        })
    }
}
