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
    let node = NodeRef::<html::Section>::new();
    Effect::new(move |_| {
        state.view.panel.track();
        if let Some(node) = node.get() {
            // The dialog opens and closes in an effect of its own.
            platform::next_frame(move || platform::move_into_dialog(&node));
        }
    });
    // The button is about to go; the keyboard goes on where the work is.
    let take_back = move || {
        undo(state);
        platform::focus(".problems .pane-title");
    };
    let close = move || {
        announcer.dismiss();
        if state.view.panel.get_untracked().is_none() {
            platform::focus(state.view.view.get_untracked().entrance());
        }
    };
    let notice = move || {
        announcer.notice.get().map(|notice| {
            let mut html = Html::new();
            html.prose(&notice.sentence);
            let text = html.into_string();
            let undo = notice.is_undoable.then(|| {
                view! {
                    <button type="button" class="notice-action" on:click=move |_| take_back()>"Undo"</button>
                }
            });
            view! {
                <div
                    class="notice"
                    data-testid="notice"
                    on:mouseenter=move |_| announcer.hold()
                    on:mouseleave=move |_| announcer.release()
                    on:focusin=move |_| announcer.hold()
                    on:focusout=move |_| announcer.release()
                >
                    <p inner_html=text></p>
                    {undo}
                    <IconButton icon=Icon::Close label="Close this message" on_press=close />
                </div>
            }
        })
    };
    view! {
        <section class="notices" aria-label="Messages" node_ref=node>
            {notice}
            <div class="unseen" role="status" aria-live="polite">{move || announcer.announced.get()}</div>
        </section>
    }
}
