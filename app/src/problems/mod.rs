//! The problems list.

mod entries;
mod filter;
mod list;
mod markup;

use std::time::Duration;

use leptos::prelude::*;

use entries::{SeverityFilter, shows_any, spoken};
use filter::FilterBar;
use list::List;

use crate::platform::{self, Timer, editor};
use crate::state::{AppState, View, load_rules, unchecked_words};

/// How long typing must have stopped before the counts are announced.
const PAUSE: Duration = Duration::from_millis(1200);

/// The list with its filter.
#[component]
pub(crate) fn Problems() -> impl IntoView {
    let state = AppState::here();
    let filter = RwSignal::new(SeverityFilter::ALL);
    let is_empty = Memo::new(move |_| {
        let filter = if state.printing.get() { SeverityFilter::ALL } else { filter.get() };
        !shows_any(&state.document.get().rows, filter)
    });
    announce_counts(state);
    let keys = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "F6" {
            event.prevent_default();
            let shown = state.view.view.get_untracked();
            let above = if shown == View::Problems { View::Diagram } else { shown };
            if !(event.shift_key() && platform::focus(above.entrance())) {
                editor::focus();
            }
        }
    };
    view! {
        <section class="problems" data-testid="problems" aria-label="Problems" on:keydown=keys>
            <FilterBar filter=filter />
            <Show when=move || is_empty.get()>
                <Quiet />
            </Show>
            <List filter=filter />
        </section>
    }
}

/// What stands where there is no problem to show.
#[component]
fn Quiet() -> impl IntoView {
    let state = AppState::here();
    let sentence = move || {
        if let Some(words) = unchecked_words(state.document) {
            words
        } else if !state.document.get().rows.is_empty() {
            "Every problem is hidden by the filter."
        } else if state.document.get().is_empty() {
            "Problems appear here while you type."
        } else {
            "No problems found: every reference has a route."
        }
    };
    // The button goes when it is pressed; the keyboard goes on at the title.
    let again = move |_| {
        load_rules(state.document);
        platform::focus(".problems .pane-title");
    };
    view! {
        <p class="quiet">
            {sentence}
            <Show when=move || state.document.is_without_rules()>
                <button type="button" class="button" on:click=again>"Try again"</button>
            </Show>
        </p>
    }
}

/// Announces the counts when they have changed and the typing has stopped.
fn announce_counts(state: AppState) {
    let counts = Memo::new(move |_| {
        let snapshot = state.document.get();
        snapshot.is_checked().then(|| spoken(&snapshot.rows))
    });
    let timer = Timer::new();
    Effect::new(move |was_told: Option<bool>| {
        // Nothing has changed yet when the page has just been opened, unless it has said that it knows nothing.
        let was_told = was_told.unwrap_or_default();
        let Some(sentence) = counts.get() else {
            return was_told || state.document.is_without_rules();
        };
        state.document.revision();
        timer.stop();
        let is_new = state.announcer.announced.with_untracked(|last| *last != sentence);
        if was_told && is_new {
            timer.restart(PAUSE, move || state.announcer.announce(sentence));
        }
        true
    });
}
