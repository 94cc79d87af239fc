//! The toolbar and the dialogs that it opens.

mod about;
mod drafts;
mod examples;
mod export;
mod export_text;
mod keys;
mod redactions;
mod share;
mod source;
mod theme;

use leptos::prelude::*;

use about::About;
use drafts::Drafts;
use examples::ExamplesMenu;
use export::ExportMenu;
use export_text::ExportText;
use keys::Keys;
use share::Share;
use source::Source;
use theme::ThemeSwitch;

use crate::platform::files;
use crate::state::{AppState, Panel, open_clipboard, open_empty, open_file};

/// The bar at the top.
#[component]
pub(crate) fn Toolbar() -> impl IntoView {
    let state = AppState::here();
    let open = move |panel: Panel| state.view.panel.set(Some(panel));
    let choose = move |_| files::choose(move |file| open_file(state, file));
    view! {
        <header class="toolbar">
            <h1 class="brand">
                <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                    <circle cx="10" cy="10" r="7.2"></circle>
                    <path d="M15.4 15.4L21 21M7 8.2h6M7 11.8h3.4"></path>
                    <circle class="brand-dot" cx="13.2" cy="11.8" r="1.7"></circle>
                </svg>
                <span>"Blueprint Lens"</span>
            </h1>
            <div class="tools">
                <button type="button" class="button" on:click=move |_| open_empty(state)>"New"</button>
                <button type="button" class="button" on:click=choose>"Open"</button>
                <button type="button" class="button" on:click=move |_| open_clipboard(state)>"Paste"</button>
                <ExamplesMenu />
                <button type="button" class="button" on:click=move |_| open(Panel::Drafts)>"Drafts"</button>
                <ExportMenu />
                <button type="button" class="button is-primary" on:click=move |_| open(Panel::Share)>"Share"</button>
            </div>
            <ThemeSwitch />
        </header>
    }
}

/// Every dialog of the page.
#[component]
pub(crate) fn Dialogs() -> impl IntoView {
    view! {
        <About />
        <Keys />
        <Share />
        <Drafts />
        <ExportText />
        <Source />
    }
}
