//! The plan of the next sync, beside the picture of both versions; before that, the choice of a version.

use blueprint_lens_core::diff::masked_lines;
use blueprint_lens_core::html::{Places, excerpt};
use blueprint_lens_core::text::Span;
use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;

use super::former_choice::FormerChoice;
use super::keys::pane_keys;
use crate::platform;
use crate::state::{AppState, View, select_lines};
use crate::ui::{Icon, IconButton};

/// What the sync does with the change from a former version to the text.
#[component]
pub(crate) fn CompareView() -> impl IntoView {
    let state = AppState::here();
    let is_comparing = Memo::new(move |_| state.comparing.get().is_some());
    // The list of drafts is that of the moment in which the view is opened.
    let shown = Memo::new(move |_| state.view.view.get() == View::Compare);
    let title = move || {
        if is_comparing.get() { "What the next sync does" } else { "Compare with another version" }
    };
    view! {
        <section class="view compare-view" aria-label="Compare" on:keydown=move |event| pane_keys(&event)>
            <div class="filter-bar">
                <h2 class="pane-title" tabindex="-1">{title}</h2>
                <Show when=move || is_comparing.get()>
                    <label class="tick">
                        <input
                            type="checkbox"
                            prop:checked=move || state.comparing.first.get()
                            on:change=move |event| state.comparing.first.set(event_target_checked(&event))
                        />
                        " First sync: these resources exist already"
                    </label>
                </Show>
            </div>
            <Show when=move || shown.get()>
                <Show when=move || is_comparing.get() fallback=FormerChoice>
                    <PlanList />
                </Show>
            </Show>
        </section>
    }
    .into_any()
}

#[component]
fn PlanList() -> impl IntoView {
    let state = AppState::here();
    let host = NodeRef::<html::Div>::new();
    let list = Memo::new(move |_| state.document.get().plan().map(|plan| plan.list.clone()));
    Effect::new(move |_| {
        if let Some(host) = host.get() {
            platform::set_html(&host, &list.get().unwrap_or_default());
        }
    });
    let press = move |event: MouseEvent| {
        let number = |name: &str| {
            platform::closest_attribute(&event, name).and_then(|text| text.parse::<usize>().ok())
        };
        let span = |from: &str, to: &str| Some(Span::new(number(from)?, number(to)?));
        if let Some(span) = span("data-start", "data-end") {
            select_lines(state, span, "named by the plan");
        } else if let Some(span) = span("data-former-start", "data-former-end") {
            state.comparing.excerpt.set(Some(span));
            platform::next_frame(|| {
                platform::focus(".former");
            });
        }
    };
    view! {
        <div class="compare-host">
            <div class="plan-host" data-testid="plan" node_ref=host on:click=press></div>
            <Show when=move || state.comparing.excerpt.read().is_some()>
                <Excerpt />
            </Show>
        </div>
    }
}

/// Lines of the former version, to read.
#[component]
fn Excerpt() -> impl IntoView {
    let state = AppState::here();
    let content = Memo::new(move |_| {
        let (former, span) = (state.comparing.get()?, state.comparing.excerpt.get()?);
        let files = former.analysis.files();
        let title = format!("Before: {}, {}", former.name, Places::among(files).all_words(span));
        let (all, file) = (masked_lines(&former.analysis), files.of_span(span).span);
        let [first, last] = [file.start(), file.end()].map(|at| files.lines().line_of(at));
        let own = all.get(first..=last).unwrap_or_default();
        Some((title, excerpt(own, &files.lines_of(span)).into_string()))
    });
    let title = move || content.get().map(|(title, _)| title);
    let close = move || {
        let from = state.comparing.excerpt.get_untracked().map(|span| span.start().to_string());
        state.comparing.excerpt.set(None);
        let link = from.map(|start| platform::selector("data-former-start", &start));
        platform::focus(&link.unwrap_or_else(|| View::Compare.entrance().to_owned()));
    };
    let keys = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
        }
    };
    view! {
        <section class="former" tabindex="0" aria-label=title on:keydown=keys>
            <header>
                <h3>{title}</h3>
                <IconButton icon=Icon::Close label="Close" on_press=close />
            </header>
            <div inner_html=move || content.get().map(|(_, lines)| lines).unwrap_or_default()></div>
        </section>
    }
}
