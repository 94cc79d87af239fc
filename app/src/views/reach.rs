//! The matrix and the explanation of one of its cells.

use std::time::Duration;

use blueprint_lens_core::html::{Filter, Medium, explanation, reach, reach_page};
use blueprint_lens_core::markup::Html;
use blueprint_lens_core::reach::{Remedy, close, pair};
use blueprint_lens_core::what_if::ReachChange;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use super::keys::pane_keys;
use super::pressed::{Pressed, pressed};
use crate::platform::{self, Element, Timer, editor, table};
use crate::state::{AppState, Snapshot, View, explain};
use crate::ui::{Icon, IconButton};

/// A matrix of more resources is not written anew at every key press.
const AT_ONCE: usize = 30;
/// The matrix of more resources is not printed.
const MOST_ON_PAPER: usize = 40;
/// How long typing must have stopped before it is.
const PAUSE: Duration = Duration::from_millis(400);

/// The reachability matrix.
#[component]
pub(crate) fn ReachView() -> impl IntoView {
    let state = AppState::here();
    let (host, detail) = (NodeRef::<html::Div>::new(), NodeRef::<html::Div>::new());
    let asked = state.reach;
    let shown = Memo::new(move |_| state.view.view.get() == View::Reach);
    let printing = Memo::new(move |_| state.printing.get());
    let page = RwSignal::new(0);
    let write = move || {
        let Some(host) = host.get_untracked() else { return };
        if printing.get_untracked() {
            platform::set_html(&host, &on_paper(&state.document.now()));
            return;
        }
        let had_focus = platform::holds_focus(&host);
        let snapshot = state.document.now();
        if snapshot.is_huge() {
            platform::set_html(&host, &too_much());
            return;
        }
        let analysis = &snapshot.analysis;
        let (filter, page) = (asked.filter.get_untracked(), page.get_untracked());
        platform::set_html(&host, &reach_page(analysis, filter, page));
        if let Some(preview) = state.document.preview_now() {
            mark_changes(&host, &preview.effect.reach);
        }
        table::keep_tab_stop(&host, asked.opened.get_untracked().as_ref());
        if had_focus {
            platform::focus_inside(&host, "button[tabindex=\"0\"]");
        }
    };
    let columns = Memo::new(move |_| state.document.get().summary.resources.to_string());
    let timer = Timer::new();
    Effect::new(move |before: Option<Option<(Filter, usize, bool)>>| {
        let resources = state.document.get().summary.resources;
        let filter = (shown.get() || printing.get())
            .then(|| (asked.filter.get(), page.get(), printing.get()));
        state.document.preview();
        timer.stop();
        match (host.get(), filter) {
            (Some(host), None) => platform::set_html(&host, &Html::new()),
            // Only the text has changed: a large matrix waits until the typing stops.
            (Some(_), Some(_)) if resources > AT_ONCE && before == Some(filter) => {
                timer.restart(PAUSE, write);
            }
            (Some(_), Some(_)) => write(),
            (None, _) => {}
        }
        filter
    });
    let content = Memo::new(move |_| {
        let (from, to) = asked.opened.get().filter(|_| shown.get())?;
        let snapshot = state.document.get();
        let network = snapshot.analysis.network();
        let (from, to) = (network.find(&from)?, network.find(&to)?);
        Some(explanation(&snapshot.analysis, from, to, Medium::Page))
    });
    Effect::new(move |_| {
        if let Some(detail) = detail.get() {
            platform::set_html(&detail, content.read().as_ref().unwrap_or(&Html::new()));
        }
    });
    let leave = move || {
        let pair = asked.opened.get_untracked();
        asked.opened.set(None);
        if let Some(host) = host.get_untracked() {
            let cell = pair.and_then(|pair| table::find(&host, &pair));
            if cell.is_none_or(|cell| !platform::focus_element(&cell)) {
                platform::focus_inside(&host, "button[tabindex=\"0\"]");
            }
        }
    };
    let in_table = move |event: KeyboardEvent| {
        if let Some(button) = table::neighbour(&event) {
            event.prevent_default();
            platform::focus_element(&button);
        } else if event.key() == "Escape" {
            if asked.opened.get_untracked().is_some() { leave() } else { editor::focus() }
        }
    };
    let focused = move |event: leptos::ev::FocusEvent| {
        if let (Some(host), Some(button)) =
            (host.get_untracked(), platform::closest(&event, "td button"))
        {
            table::focused(&host, &button);
        }
    };
    let cell = move |event: leptos::ev::MouseEvent| match pressed(state, &event, |_| None) {
        Pressed::Cell(from, to) => {
            explain(state, (from, to));
        }
        Pressed::Page(wanted) => page.set(wanted),
        Pressed::Fixed | Pressed::Done => {}
    };
    let press_detail = move |event: leptos::ev::MouseEvent| {
        if matches!(pressed(state, &event, |_| remedy(state)), Pressed::Fixed) {
            platform::next_frame(|| {
                platform::focus(".reach-detail");
            });
        }
    };
    let in_detail = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            leave();
        }
    };
    view! {
        <section class="view reach-view" aria-label="Reach" on:keydown=move |event| pane_keys(&event)>
            <div class="filter-bar">
                <h2 class="unseen">"Reach"</h2>
                <div class="toggles" role="group" aria-label="Cells">
                    {Filter::ALL.map(|filter| filter_button(state, filter, page)).into_iter().collect_view()}
                </div>
            </div>
            <div class="reach-room" style:--columns=move || columns.get()>
                <div
                    class="reach-host"
                    node_ref=host
                    on:click=cell
                    on:keydown=in_table
                    on:focusin=focused
                ></div>
                <aside
                    class="reach-detail"
                    aria-label="Explanation"
                    tabindex="-1"
                    hidden=move || content.read().is_none()
                    on:keydown=in_detail
                >
                    <IconButton icon=Icon::Close label="Close the explanation" on_press=leave />
                    <div node_ref=detail on:click=press_detail></div>
                </aside>
            </div>
        </section>
    }
}

/// The whole matrix for paper, unless no sheet is wide enough.
fn on_paper(snapshot: &Snapshot) -> Html {
    if snapshot.summary.resources > MOST_ON_PAPER {
        return sentence(
            "The table is too wide for paper. `blueprint-lens reach --format csv` writes it for a spreadsheet.",
        );
    }
    reach(&snapshot.analysis, Filter::All, Medium::Document)
}

/// What stands in place of a matrix that no page could hold.
fn too_much() -> Html {
    sentence(
        "The table would have too many cells. `blueprint-lens reach` answers for every pair, or for one.",
    )
}

fn sentence(words: &str) -> Html {
    let mut html = Html::new();
    html.element("p").class("view-empty").content(|html| {
        html.prose(words);
    });
    html
}

/// Marks the cells whose answer a what-if preview has changed, with what they said before.
fn mark_changes(table: &Element, changes: &[ReachChange]) {
    for change in changes {
        let pair = (change.from.clone(), change.to.clone());
        table::mark(table, &pair, "data-was", change.before.id());
    }
}

fn filter_button(state: AppState, filter: Filter, page: RwSignal<usize>) -> impl IntoView {
    let chosen = state.reach.filter;
    view! {
        <button
            type="button"
            class="toggle is-choice"
            aria-pressed=move || if chosen.get() == filter { "true" } else { "false" }
            on:click=move |_| {
                page.set(0);
                chosen.set(filter);
            }
        >
            {filter.words()}
        </button>
    }
}

/// What the button of the explanation does.
fn remedy(state: AppState) -> Option<Remedy> {
    let (from, to) = state.reach.opened.get_untracked()?;
    let snapshot = state.document.now();
    let network = snapshot.analysis.network();
    let (from, to) = (network.find(&from)?, network.find(&to)?);
    let question = snapshot.analysis.question();
    if network.node(from).is_declared() {
        pair(question, from, to).remedy
    } else {
        close(question, to)
    }
}
