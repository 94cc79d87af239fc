//! Links that hold the whole Blueprint.

use std::sync::Arc;

use blueprint_lens_core::wording::count::count;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::redactions::Redactions;
use crate::platform::{self, address, editor};
use crate::state::{AppState, OutgoingText, Panel};
use crate::ui::Dialog;

/// Longer links are cut off by some programs.
const LONG: usize = 8000;

/// The dialog with the link.
#[component]
pub(super) fn Share() -> impl IntoView {
    let open = AppState::here().view.panel;
    view! {
        <Dialog open=open name=Panel::Share title="Share a link">
            <Content />
        </Dialog>
    }
}

#[component]
fn Content() -> impl IntoView {
    let state = AppState::here();
    let link = RwSignal::new(String::new());
    let outgoing = Arc::new(OutgoingText::new(&editor::file()));
    let listed = Arc::clone(&outgoing);
    let literals = {
        let snapshot = state.document.base();
        let blueprint = snapshot.analysis.blueprint();
        let variables = blueprint.resources.iter().flat_map(|resource| &resource.env_vars);
        let grouped = blueprint.groups.iter().flat_map(|group| &group.env_vars);
        let literals = variables.chain(grouped).filter(|one| one.value.value().is_some()).count();
        literals.saturating_sub(outgoing.secrets().len())
    };
    Effect::new(move |_| {
        let text = state.kept_secrets.with(|kept| outgoing.text(kept));
        spawn_local(async move {
            match address::link_to(&text).await {
                Some(address) => link.set(address),
                None => state.announcer.notify("This browser could not create the link."),
            }
        });
    });
    let copy = move |text: String, what: &'static str| {
        spawn_local(async move {
            let sentence = if platform::copy(&text).await {
                format!("{what} copied")
            } else {
                "The browser does not allow copying: select the link and copy it yourself."
                    .to_owned()
            };
            state.announcer.notify(sentence);
        });
    };
    view! {
        <p>
            "The link contains the whole text, compressed, in the part after "<code>"#"</code>
            ", which browsers do not send to any server. Everybody with the link can read the text."
        </p>
        <Redactions outgoing=listed />
        <Show when=move || { literals > 0 }>
            <p class="quiet">
                {count(literals, "other literal value")}" of variables "{if literals == 1 { "is" } else { "are" }}
                " part of the link. Make sure that none of them is a secret."
            </p>
        </Show>
        <label class="field">
            <span>"Link"</span>
            <input type="text" readonly prop:value=move || link.get() on:focus=move |event| platform::select_all(&event) />
        </label>
        <Show when=move || { link.read().len() > LONG }>
            <p class="quiet">"The link is long: some chat programs truncate such links."</p>
        </Show>
        <div class="ways">
            <button type="button" class="button is-primary" on:click=move |_| copy(link.get_untracked(), "Link")>"Copy link"</button>
            <button
                type="button"
                class="button"
                on:click=move |_| copy(format!("[render.yaml in Blueprint Lens]({})", link.get_untracked()), "Markdown link")
            >
                "Copy as Markdown"
            </button>
        </div>
    }
}
