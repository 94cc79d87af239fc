//! Loading from the address in `?src=`, once the visitor has agreed.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::{address, editor};
use crate::state::{AppState, Panel, examples, open_text};
use crate::ui::Dialog;

/// The question.
#[component]
pub(super) fn Source() -> impl IntoView {
    let state = AppState::here();
    // However the question goes away: without an answer, the visit goes on as if it had not been asked.
    Effect::new(move |before: Option<Option<Panel>>| {
        let panel = state.view.panel.get();
        if before.flatten() == Some(Panel::Source) && panel.is_none() && editor::file().is_empty() {
            let text = address::arrival().text;
            editor::replace(text.as_deref().unwrap_or(examples::FIRST.text));
        }
        panel
    });
    view! {
        <Dialog open=state.view.panel name=Panel::Source title="Load a Blueprint from elsewhere">
            <Content />
        </Dialog>
    }
}

#[component]
fn Content() -> impl IntoView {
    let state = AppState::here();
    let asked = address::arrival().source.unwrap_or_default();
    let Some(source) = address::loadable(&asked) else {
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
        let source = source.clone();
        move |_| {
            let source = source.clone();
            loading.set(true);
            trouble.set(None);
            spawn_local(async move {
                match address::load(&source).await {
                    Ok(text) => {
                        open_text(state, &text);
                        state.view.panel.set(None);
                    }
                    Err(sentence) => trouble.set(sentence),
                }
                loading.set(false);
            });
        }
    };
    view! {
        <p>"The link you followed asks this page to load a Blueprint from:"</p>
        <p><code class="address">{source}</code></p>
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
