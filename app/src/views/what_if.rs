//! What-if: the choices for a node, and the bar while a preview of one is shown.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::markup::Html;
use blueprint_lens_core::what_if::{Change, choices, what_if};
use leptos::prelude::*;

use crate::platform;
use crate::state::{AppState, Panel, Target, apply_edits, ask_what_if};
use crate::ui::Dialog;

/// The way to the questions that needs no pointer on a node.
#[component]
pub(super) fn WhatIfButton() -> impl IntoView {
    let state = AppState::here();
    let ask = move |_| {
        if let Some(node) = likely_subject(state) {
            ask_what_if(state, node);
        }
    };
    let is_empty = move || {
        let snapshot = state.document.get();
        snapshot.summary.resources == 0 || snapshot.is_huge()
    };
    view! {
        <button type="button" class="button what-if-button" disabled=is_empty on:click=ask>"What if…"</button>
    }
}

/// Ids and names of the resources that the text declares, in its order.
fn declared(analysis: &Analysis) -> Vec<(String, String)> {
    let nodes = analysis.network().nodes().filter(|(_, node)| node.is_declared());
    nodes.map(|(_, node)| (node.id.clone(), node.name.clone())).collect()
}

/// The resource at the cursor, else the first with a problem, else the first of all.
fn likely_subject(state: AppState) -> Option<String> {
    let base = state.document.base();
    let known = declared(&base.analysis);
    let is_known = |id: &String| known.iter().any(|(known, _)| known == id);
    let troubled = base.rows.iter().find_map(|row| match &row.subject {
        Some(Target::Node(id)) => Some(id.clone()).filter(is_known),
        _ => None,
    });
    let at_cursor = state.selection.at_cursor.get_untracked().filter(is_known);
    at_cursor.or(troubled).or_else(|| known.first().map(|(id, _)| id.clone()))
}

/// The dialog with the choices.
#[component]
pub(crate) fn WhatIfDialog() -> impl IntoView {
    let open = AppState::here().view.panel;
    view! {
        <Dialog open=open name=Panel::WhatIf title="What if">
            <Choices />
        </Dialog>
    }
}

#[component]
fn Choices() -> impl IntoView {
    let state = AppState::here();
    let offered = move || {
        let base = state.document.base();
        let analysis = &base.analysis;
        let node = analysis.network().find(state.reach.subject.read().as_deref()?)?;
        let title = |change: &Change| prose(&change.title(analysis.question()));
        let changes = choices(analysis, node);
        Some(changes.into_iter().map(|change| (title(&change), change)).collect::<Vec<_>>())
    };
    let row = move |(title, change): (String, Change)| {
        view! {
            <li>
                <button type="button" class="button" on:click=move |_| show_preview(state, &change) inner_html=title></button>
            </li>
        }
    };
    let subjects = move || {
        let of_subject = |(id, name): (String, String)| {
            let chosen = id.clone();
            let is_chosen = move || state.reach.subject.read().as_deref() == Some(&chosen);
            view! { <option value=id prop:selected=is_chosen>{name}</option> }
        };
        declared(&state.document.base().analysis).into_iter().map(of_subject).collect_view()
    };
    let choose = move |event: leptos::ev::Event| {
        state.reach.subject.set(Some(event_target_value(&event)));
    };
    view! {
        <label class="field">
            <span>"Resource"</span>
            <select on:change=choose>{subjects}</select>
        </label>
        <p>"The picture, reach and exposure show the result; the text changes only when you apply it."</p>
        <ul class="choices">{move || offered().unwrap_or_default().into_iter().map(row).collect_view()}</ul>
        <Show when=move || offered().is_none_or(|choices| choices.is_empty())>
            <p class="quiet">"There is nothing to change here."</p>
        </Show>
    }
}

fn show_preview(state: AppState, change: &Change) {
    state.view.panel.set(None);
    let base = state.document.base();
    match what_if(&base.analysis, std::slice::from_ref(change)) {
        Ok(answer) => {
            state.document.show_preview(answer);
            if let Some(preview) = state.document.preview_now() {
                let sentence = preview.sentence();
                state.announcer.announce(format!("What if: {}. {sentence}", preview.title));
            }
            platform::next_frame(|| {
                platform::focus(".what-if-bar button");
            });
        }
        Err(_) => state.announcer.notify("This change cannot be applied to the text."),
    }
}

/// The bar while a preview is shown.
#[component]
pub(crate) fn WhatIfBar() -> impl IntoView {
    let state = AppState::here();
    let take = move |_| {
        if let Some(preview) = state.document.drop_preview() {
            apply_edits(state, &preview.title, &preview.edits);
        }
        back(state);
    };
    let discard = move |_| {
        state.document.drop_preview();
        state.announcer.announce("Preview discarded");
        back(state);
    };
    move || {
        state.document.preview().map(|preview| {
            let text = prose(&format!("What if: {}? {}", preview.title, preview.sentence()));
            view! {
                <div class="note-bar what-if-bar" role="group" aria-label="What if">
                    <p inner_html=text></p>
                    <button type="button" class="button is-primary" on:click=take>"Apply to the text"</button>
                    <button type="button" class="button" on:click=discard>"Discard"</button>
                </div>
            }
        })
    }
}

/// The bar is gone: the keyboard goes on in the view that is shown.
fn back(state: AppState) {
    let entrance = state.view.view.get_untracked().entrance();
    platform::next_frame(move || {
        platform::focus(entrance);
    });
}

fn prose(text: &str) -> String {
    let mut html = Html::new();
    html.prose(text);
    html.into_string()
}
