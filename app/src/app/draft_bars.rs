//! Bars about the draft: it is not being kept, or another tab has made something else of it.

use leptos::prelude::*;

use crate::platform::drafts;
use crate::state::{AppState, Keeping, Panel, keep_both, take_theirs};

/// The bars, while there is something to say.
#[component]
pub(super) fn DraftBars() -> impl IntoView {
    let state = AppState::here();
    view! {
        <Show when=move || state.drafts.keeping.get() != Keeping::Kept>
            <NotKept />
        </Show>
        <Show when=move || state.drafts.changed_elsewhere.get()>
            <div class="note-bar draft-bar" role="alert" data-testid="changed-elsewhere">
                <p>"This text was changed in another tab. Nothing is lost: each tab keeps its own."</p>
                <button type="button" class="button" on:click=move |_| keep_both(state)>"Keep both"</button>
                <button type="button" class="button" on:click=move |_| take_theirs(state)>"Take theirs"</button>
            </div>
        </Show>
    }
}

/// The browser does not keep the text.
#[component]
fn NotKept() -> impl IntoView {
    let state = AppState::here();
    let is_full = move || state.drafts.keeping.get() == Keeping::Full;
    let sentence = move || {
        if is_full() {
            "Your text is not being saved: this browser has no room left for it. Download it to keep it, or delete drafts."
        } else {
            "Your text is not being saved: this browser keeps nothing for this page. Download it to keep it."
        }
    };
    view! {
        <div class="note-bar draft-bar" role="alert" data-testid="not-saved">
            <p>{sentence}</p>
            <button type="button" class="button is-primary" on:click=move |_| drafts::download()>"Download the text"</button>
            <Show when=is_full>
                <button type="button" class="button" on:click=move |_| state.view.panel.set(Some(Panel::Drafts))>
                    "Show drafts"
                </button>
            </Show>
        </div>
    }
}
