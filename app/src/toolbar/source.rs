//! Loading from the address in `?src=`, once the visitor has agreed.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::examples;
use crate::editor::{bridge, open_text};
use crate::state::{AppState, Panel};
use crate::ui::Dialog;

/// The question.
#[component]
pub(super) fn Source() -> impl IntoView {
    let state = AppState::here();
    // However the question goes away: without an answer, the visit goes on as if it had not been asked.
    Effect::new(move |before: Option<Option<Panel>>| {
        let panel = state.view.panel.get();
        if before.flatten() == Some(Panel::Source) && panel.is_none() && bridge::file().is_empty() {
            bridge::replace(
                &bridge::arrival().text().unwrap_or_else(|| examples::FIRST.text.to_owned()),
            );
        }
        panel
    });
    view! {
        <Dialog panel=Panel::Source title="Load a Blueprint from elsewhere">
            <Content />
        </Dialog>
    }
}

#[component]
fn Content() -> impl IntoView {
    let state = AppState::here();
    let asked = bridge::arrival().source().unwrap_or_default();
    let Some(address) = bridge::address_of(&asked) else {
        return view! {
            <p>"The link asks this page to load "<code class="address">{asked}</code>", which is not an "<code>"https"</code>" address."</p>
            <div class="ways">
                <button type="button" class="button is-primary" on:click=move |_| state.view.panel.set(None)>"Continue without it"</button>
            </div>
        }
        .into_any();
    };
    let loading = RwSignal::new(false);
    let trouble = RwSignal::new(None::<String>);
    let load = {
        let address = address.clone();
        move |_| {
            let address = address.clone();
            loading.set(true);
            trouble.set(None);
            spawn_local(async move {
                match bridge::load(&address).await {
                    Ok(text) => {
                        // The draft of the last visit makes way, and is kept.
                        let text = text.as_string().unwrap_or_default();
                        if let Some(draft) = bridge::arrival().text().filter(|draft| *draft != text)
                        {
                            bridge::set_aside(&draft);
                        }
                        open_text(&text);
                        state.view.panel.set(None);
                    }
                    Err(sentence) => trouble.set(sentence.as_string()),
                }
                loading.set(false);
            });
        }
    };
    view! {
        <p>"The link you followed asks this page to load a Blueprint from:"</p>
        <p><code class="address">{address}</code></p>
        <p>"Your browser would contact that host, which then sees your IP address. Nothing else is sent."</p>
        {move || trouble.get().map(|sentence| view! { <p class="warning-box" role="alert">{sentence}</p> })}
        <div class="ways">
            <button type="button" class="button is-primary" disabled=move || loading.get() on:click=load>
                {move || if loading.get() { "Loading…" } else { "Load it" }}
            </button>
            <button type="button" class="button" on:click=move |_| state.view.panel.set(None)>"Continue without it"</button>
        </div>
    }
    .into_any()
}
