//! One toggle per severity, with its count.

use blueprint_lens_core::diagnostics::Severity;
use leptos::prelude::*;

use super::entries::SeverityFilter;
use crate::state::{AppState, count_of, counted};
use crate::ui::push_severity_mark;

/// The toggles; those without any problem are left out.
#[component]
pub(super) fn FilterBar(
    /// What they set.
    filter: RwSignal<SeverityFilter>,
) -> impl IntoView {
    let document = AppState::here().document;
    let label = |severity: Severity, count: usize| {
        let mut label = String::new();
        push_severity_mark(&mut label, severity);
        label + &counted(count, severity.id())
    };
    let toggle = move |severity: Severity| {
        let count = Memo::new(move |_| count_of(&document.get().rows, severity));
        view! {
            <Show when=move || count.get() != 0>
                <button
                    type="button"
                    class="toggle"
                    data-severity=severity.id()
                    aria-pressed=move || filter.get().shows(severity).to_string()
                    on:click=move |_| filter.update(|filter| *filter = filter.toggled(severity))
                    inner_html=move || label(severity, count.get())
                ></button>
            </Show>
        }
    };
    view! {
        <div class="filter-bar">
            <h2 class="pane-title">"Problems"</h2>
            <div class="toggles" role="group" aria-label="Show by severity">
                {[Severity::Error, Severity::Warning, Severity::Info].map(toggle).into_iter().collect_view()}
            </div>
        </div>
    }
}
