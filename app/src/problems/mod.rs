//! The problems list.

mod filter;
mod list;
mod markup;
mod rows;

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use filter::FilterBar;
use list::List;
pub(crate) use markup::push_row_text;
use rows::{Filter, shows_any, spoken};
pub(crate) use rows::{Row, plural};

use crate::editor::bridge;
use crate::platform;
use crate::state::{AppState, View};

/// How long typing must have stopped before the counts are said.
const PAUSE: Duration = Duration::from_millis(1200);

/// The list with its filter.
#[component]
pub(crate) fn Problems() -> impl IntoView {
    let state = AppState::here();
    let filter = RwSignal::new(Filter::ALL);
    let is_empty = Memo::new(move |_| !shows_any(&state.document.get().rows, filter.get()));
    say_counts(state);
    let keys = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "F6" {
            event.prevent_default();
            let shown = state.view.view.get_untracked();
            let above = if shown == View::Problems { View::Diagram } else { shown };
            if !(event.shift_key() && platform::focus(above.entrance())) {
                bridge::focus();
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
        if !state.document.get().rows.is_empty() {
            "Every problem is hidden by the filter."
        } else if state.document.get().is_empty() {
            "Problems appear here while you type."
        } else {
            "No problems found: every reference has a route."
        }
    };
    view! { <p class="quiet">{sentence}</p> }
}

/// Says the counts when they have changed and the typing has stopped.
fn say_counts(state: AppState) {
    let counts = Memo::new(move |_| spoken(&state.document.get().rows));
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |before: Option<()>| {
        let sentence = counts.get();
        state.document.revision();
        if let Some(earlier) = waiting.try_update_value(Option::take).flatten() {
            earlier.clear();
        }
        // Nothing has changed yet when the page has just been opened.
        if before.is_some() && state.voice.said.with_untracked(|said| *said != sentence) {
            let handle = set_timeout_with_handle(move || state.voice.say(sentence), PAUSE).ok();
            waiting.set_value(handle);
        }
    });
}
