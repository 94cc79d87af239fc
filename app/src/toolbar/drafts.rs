//! Texts that something else has pushed aside.

use leptos::prelude::*;

use crate::platform::drafts::{self, Draft};
use crate::state::{AppState, Keeping, Panel, describe_draft, open_draft, other_drafts};
use crate::ui::{Dialog, TextRow};

/// The dialog with the list.
#[component]
pub(super) fn Drafts() -> impl IntoView {
    let open = AppState::here().view.panel;
    view! {
        <Dialog open=open name=Panel::Drafts title="Drafts">
            <Content />
        </Dialog>
    }
}

#[component]
fn Content() -> impl IntoView {
    let state = AppState::here();
    let kept = RwSignal::new(other_drafts());
    let row = move |draft: Draft| {
        let (title, details) = describe_draft(&draft);
        let removed = draft.clone();
        let open = move |_| {
            state.view.panel.set(None);
            open_draft(state, &draft);
        };
        let remove = move |_| {
            drafts::remove(&removed);
            kept.set(other_drafts());
        };
        view! {
            <TextRow title=title details=details>
                <button type="button" class="button" on:click=open>"Open"</button>
                <button type="button" class="button" on:click=remove>"Delete"</button>
            </TextRow>
        }
    };
    let promise = move || match state.drafts.keeping.get() {
        Keeping::Kept => {
            "This browser saves your text as you type, for each tab apart. When you open another text, the previous one appears here, and so do the texts of other tabs."
        }
        Keeping::Full => {
            "This browser has no room left: your text is not being saved until you delete a draft."
        }
        Keeping::Refused => "This browser keeps nothing for this page, so there are no drafts.",
    };
    view! {
        <p>{promise}</p>
        <Show when=move || !kept.read().is_empty() fallback=|| view! { <p class="quiet">"No drafts yet."</p> }>
            <ul class="drafts">
                <For each=move || kept.get() key=|draft| draft.id.clone() children=row />
            </ul>
        </Show>
    }
}
