//! One toggle per severity, with its count.

use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::html::severity_mark;
use blueprint_lens_core::markup::Html;
use blueprint_lens_core::wording::count::count;
use leptos::prelude::*;

use super::entries::SeverityFilter;
use crate::state::{AppState, count_of};

/// The toggles; those without any problem are left out.
#[component]
pub(super) fn FilterBar(
    /// What they set.
    filter: RwSignal<SeverityFilter>,
) -> impl IntoView {
    let document = AppState::here().document;
    let label = |severity: Severity, problems: usize| {
        let mut html = Html::new();
        severity_mark(&mut html, severity);
        html.text(&count(problems, severity.id()));
        html.into_string()
    };
    let toggle = move |severity: Severity| {
        let problems = Memo::new(move |_| count_of(&document.get().rows, severity));
        view! {
            <Show when=move || problems.get() != 0>
                <button
                    type="button"
                    class="toggle"
                    data-severity=severity.id()
                    aria-pressed=move || filter.get().shows(severity).to_string()
                    on:click=move |_| filter.update(|filter| *filter = filter.toggled(severity))
                    inner_html=move || label(severity, problems.get())
                ></button>
            </Show>
        }
    };
    view! {
        <div class="filter-bar">
            <h2 class="pane-title" tabindex="-1">"Problems"</h2>
            <div class="toggles" role="group" aria-label="Show by severity">
                {[Severity::Error, Severity::Warning, Severity::Info].map(toggle).into_iter().collect_view()}
            </div>
        </div>
    }
}
