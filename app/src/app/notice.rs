//! Sentences of the page: one that everybody should see for a while, and those for screen readers.

use blueprint_lens_core::markup::Html;
use leptos::html;
use leptos::prelude::*;

use crate::platform;
use crate::state::{AppState, undo};
use crate::ui::{Icon, IconButton};

/// The notice, with a button that takes it away, and the live region. While a dialog is open, whatever is outside it is
/// covered and silent, so both move into it.
#[component]
pub(super) fn Notices() -> impl IntoView {
    let state = AppState::here();
    let announcer = state.announcer;
    let node = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        state.view.panel.track();
        if let Some(node) = node.get() {
            // The dialog opens and closes in an effect of its own.
            platform::next_frame(move || platform::move_into_dialog(&node));
        }
    });
    let notice = move || {
        announcer.notice.get().map(|notice| {
            let mut html = Html::new();
            html.prose(&notice.sentence);
            let text = html.into_string();
            let undo = notice.is_undoable.then(|| {
                view! {
                    <button type="button" class="notice-action" on:click=move |_| undo(state)>"Undo"</button>
                }
            });
            view! {
                <div class="notice" data-testid="notice">
                    <p inner_html=text></p>
                    {undo}
                    <IconButton icon=Icon::Close label="Close this message" on_press=move || announcer.dismiss() />
                </div>
            }
        })
    };
    view! {
        <div class="notices" node_ref=node>
            {notice}
            <div class="unseen" role="status" aria-live="polite">{move || announcer.announced.get()}</div>
        </div>
    }
}
