//! What-if: the choices for a node, and the bar while one of them is tried out.

use blueprint_lens_core::html::push_prose;
use blueprint_lens_core::what_if::{Change, choices, what_if};
use leptos::prelude::*;

use crate::editor::apply_edits;
use crate::platform;
use crate::state::{AppState, Panel};
use crate::ui::Dialog;

/// Opens the choices for a node.
pub(crate) fn ask_what_if(state: AppState, node: String) {
    state.selection.dismissed.set(true);
    state.reach.subject.set(Some(node));
    state.view.panel.set(Some(Panel::WhatIf));
}

/// The dialog with the choices.
#[component]
pub(crate) fn WhatIfDialog() -> impl IntoView {
    view! {
        <Dialog panel=Panel::WhatIf title="What if">
            <Choices />
        </Dialog>
    }
}

#[component]
fn Choices() -> impl IntoView {
    let state = AppState::here();
    let found = move || {
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
                <button type="button" class="button" on:click=move |_| try_out(state, &change) inner_html=title></button>
            </li>
        }
    };
    view! {
        <p>"The picture, reach and exposure show the result; the text changes only when you apply it."</p>
        <ul class="choices">{move || found().unwrap_or_default().into_iter().map(row).collect_view()}</ul>
        <Show when=move || found().is_none_or(|found| found.is_empty())>
            <p class="quiet">"There is nothing to change here."</p>
        </Show>
    }
}

fn try_out(state: AppState, change: &Change) {
    state.view.panel.set(None);
    let base = state.document.base();
    match what_if(&base.analysis, std::slice::from_ref(change)) {
        Ok(answer) => {
            state.document.try_out(answer);
            if let Some(trial) = state.document.trial_now() {
                state.voice.say(format!("What if: {}. {}", trial.title, trial.sentence()));
            }
            request_animation_frame(|| {
                platform::focus(".trial button");
            });
        }
        Err(_) => state.voice.notify("This change cannot be applied to the text."),
    }
}

/// The bar while something is tried out.
#[component]
pub(crate) fn TrialBar() -> impl IntoView {
    let state = AppState::here();
    let take = move |_| {
        if let Some(trial) = state.document.drop_trial() {
            apply_edits(state, &trial.title, &trial.edits);
        }
        back(state);
    };
    let discard = move |_| {
        state.document.drop_trial();
        state.voice.say("Preview discarded");
        back(state);
    };
    move || {
        state.document.trial().map(|trial| {
            let text = prose(&format!("What if: {}? {}", trial.title, trial.sentence()));
            view! {
                <div class="trial" role="group" aria-label="What if">
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
    request_animation_frame(move || {
        platform::focus(entrance);
    });
}

fn prose(text: &str) -> String {
    let mut out = String::new();
    push_prose(&mut out, text);
    out
}
