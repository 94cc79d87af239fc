//! The footer: what the text holds, and where it stays.

use blueprint_lens_core::wording::count::count;
use leptos::prelude::*;

use crate::state::{AppState, Panel};

/// The footer.
#[component]
pub(super) fn StatusBar() -> impl IntoView {
    let state = AppState::here();
    let summary = Memo::new(move |_| state.document.get().summary);
    let counts = move || {
        let summary = summary.get();
        format!("{} · {}", count(summary.resources, "resource"), count(summary.edges, "edge"))
    };
    let is_checked = Memo::new(move |_| state.document.get().is_checked());
    let findings = move || match (is_checked.get(), state.document.is_without_rules()) {
        (true, _) => {
            let summary = summary.get();
            format!("{} · {}", count(summary.errors, "error"), count(summary.warnings, "warning"))
        }
        (false, false) => "not checked yet".to_owned(),
        (false, true) => "not checked".to_owned(),
    };
    view! {
        <footer class="status">
            <p class="status-counts"><span>{counts}</span> <span>{findings}</span></p>
            <p class="status-promise">"Everything stays in your browser."</p>
            <p class="status-origin">
                <span>"Unofficial, not affiliated with Render. "</span>
                <button type="button" class="text-button" on:click=move |_| state.view.panel.set(Some(Panel::About))>
                    "About"
                </button>
            </p>
        </footer>
    }
}
