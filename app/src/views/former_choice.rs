//! The ways to say what the text is compared with.

use leptos::prelude::*;

use crate::platform::drafts::Draft;
use crate::platform::{self, editor, files};
use crate::state::{
    AppState, compare_with, compare_with_clipboard, compare_with_file, describe_draft, other_drafts,
};
use crate::ui::TextRow;

/// What the version is called that the visitor began with.
const OPENED: &str = "the text as you opened it";

/// The choice.
#[component]
pub(super) fn FormerChoice() -> impl IntoView {
    let state = AppState::here();
    let pasting = RwSignal::new(false);
    let file = move |_| files::choose(move |file| compare_with_file(state, file));
    let paste = move |_| {
        compare_with_clipboard(state, move || {
            pasting.set(true);
            platform::next_frame(|| {
                platform::focus(".former-text");
            });
        });
    };
    // A draft that is opened or kept meanwhile is there the next time.
    let drafts = other_drafts();
    let has_drafts = !drafts.is_empty();
    let row = move |draft: Draft| {
        let (title, details) = describe_draft(&draft);
        let name = format!("the draft {title}");
        let compare = move |_| compare_with(state, &name, draft.text.clone());
        view! {
            <TextRow title=title details=details>
                <button type="button" class="button" on:click=compare>"Compare"</button>
            </TextRow>
        }
    };
    view! {
        <div class="former-choice">
            <p>"The version that you choose is the one before, and the text in the editor the one after. The picture then shows both, and here stands what the next sync does. Nothing leaves this page."</p>
            <div class="ways">
                <button type="button" class="button is-primary" on:click=move |_| compare_with(state, OPENED, editor::opened())>
                    "Since I opened this"
                </button>
                <button type="button" class="button" on:click=file>"Choose a file…"</button>
                <button type="button" class="button" on:click=paste>"Paste"</button>
            </div>
            <Show when=move || pasting.get()>
                <PastedText />
            </Show>
            <p class="quiet">"Or drop a file anywhere."</p>
            <Show when=move || has_drafts>
                <h3>"Drafts"</h3>
            </Show>
            <ul class="drafts">{drafts.into_iter().map(row).collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// A field to paste into, where the browser does not let the page read the clipboard.
#[component]
fn PastedText() -> impl IntoView {
    let state = AppState::here();
    let text = RwSignal::new(String::new());
    let is_empty = move || text.read().trim().is_empty();
    view! {
        <label class="field">
            <span>"The browser does not let this page read the clipboard: paste the other version here."</span>
            <textarea class="former-text" rows="6" on:input=move |event| text.set(event_target_value(&event))></textarea>
        </label>
        <button
            type="button"
            class="button"
            disabled=is_empty
            on:click=move |_| compare_with(state, "the pasted text", text.get_untracked())
        >
            "Compare with this"
        </button>
    }
}
