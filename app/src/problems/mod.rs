//! The problems list.

mod filter;
mod row;
mod rows;

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use filter::FilterBar;
pub(crate) use row::RowText;
use row::{Fold, Problem};
use rows::{Entry, Filter, entries, spoken};
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
    let open = RwSignal::new(Vec::<&'static str>::new());
    let list = Memo::new(move |_| entries(&state.document.get().rows, filter.get(), &open.read()));
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
            <Show
                when=move || !list.read().is_empty()
                fallback=move || view! { <Quiet filtered=move || !state.document.get().rows.is_empty() /> }
            >
                <ul class="problem-list">
                    <For each=move || list.get() key=Clone::clone let:entry>
                        {match entry {
                            Entry::Problem(key) => view! { <Problem key=key /> }.into_any(),
                            Entry::Fold(rule, severity) => {
                                view! { <Fold rule=rule severity=severity open=open /> }.into_any()
                            }
                        }}
                    </For>
                </ul>
            </Show>
        </section>
    }
}

/// What stands where there is no problem to show.
#[component]
fn Quiet(filtered: impl Fn() -> bool + Send + Sync + 'static) -> impl IntoView {
    let state = AppState::here();
    let sentence = move || {
        if filtered() {
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
