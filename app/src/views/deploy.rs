//! The hand work around a deploy, to tick off.

use std::collections::BTreeSet;
use std::time::Duration;

use blueprint_lens_core::markup::Html;
use leptos::html;
use leptos::prelude::*;

use super::keys::pane_keys;
use super::pressed::pressed;
use crate::platform::{self, Timer, drafts, of_tab};
use crate::state::{AppState, View};

/// The list of more resources is not written anew at every key press.
const AT_ONCE: usize = 30;
/// How long typing must have stopped before it is.
const PAUSE: Duration = Duration::from_millis(400);

/// The list.
#[component]
pub(crate) fn DeployView() -> impl IntoView {
    let state = AppState::here();
    let host = NodeRef::<html::Div>::new();
    let done = RwSignal::new((0, 0));
    let shown = Memo::new(move |_| state.view.view.get() == View::Deploy);
    let tick = move |host: &platform::Element| {
        let ticked = ticked();
        done.set(platform::tick_boxes(host, "data-step", |step| ticked.contains(step)));
    };
    let write = move || {
        let Some(host) = host.get_untracked() else { return };
        let former = state.comparing.now();
        // While the worker is asked, the list stays as it is.
        if let Some(steps) = state.document.now().steps(former.as_deref()) {
            platform::set_html(&host, &steps);
            tick(&host);
        }
    };
    let timer = Timer::new();
    Effect::new(move |was_shown: Option<bool>| {
        let (snapshot, is_shown) = (state.document.get(), shown.get());
        timer.stop();
        match host.get() {
            Some(host) if !is_shown => platform::set_html(&host, &Html::new()),
            Some(_) if was_shown == Some(true) && snapshot.summary.resources > AT_ONCE => {
                timer.restart(PAUSE, write);
            }
            Some(_) => write(),
            None => {}
        }
        is_shown
    });
    let change = move |event: leptos::ev::Event| {
        if let Some(step) = platform::closest_attribute(&event, "data-step") {
            keep_tick(&step, event_target_checked(&event));
            if let Some(host) = host.get_untracked() {
                tick(&host);
            }
        }
    };
    let press = move |event: leptos::ev::MouseEvent| {
        pressed(state, &event, |_| None);
    };
    let title = move || match state.comparing.get() {
        Some(former) => format!("By hand around the deploy: what is new since {}", former.name),
        None => "By hand around the deploy".to_owned(),
    };
    let progress = move || {
        let (ticked, all) = done.get();
        (all > 0).then(|| format!("{ticked} of {all} done"))
    };
    view! {
        <section class="view deploy-view" aria-label="Deploy" on:keydown=move |event| pane_keys(&event)>
            <div class="filter-bar">
                <h2 class="pane-title" tabindex="-1">{title}</h2>
                <p class="deploy-progress" role="status">{progress}</p>
            </div>
            <div class="deploy-host" data-testid="deploy" node_ref=host on:click=press on:change=change></div>
        </section>
    }
    .into_any()
}

/// Where this tab keeps what is ticked off of the present draft.
fn key() -> String {
    format!("done:{}", drafts::present())
}

/// The steps that are ticked off.
fn ticked() -> BTreeSet<String> {
    of_tab::read(&key()).unwrap_or_default().lines().map(str::to_owned).collect()
}

fn keep_tick(step: &str, is_done: bool) {
    let mut all = ticked();
    if is_done {
        all.insert(step.to_owned());
    } else {
        all.remove(step);
    }
    of_tab::write(&key(), &all.into_iter().collect::<Vec<_>>().join("\n"));
}
