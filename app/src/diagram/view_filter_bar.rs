//! The bar that says what the picture leaves out.

use std::collections::BTreeSet;

use blueprint_lens_core::markup::Html;
use blueprint_lens_core::scene::ViewFilter;
use leptos::prelude::*;

use super::kinds::kinds;
use crate::engine::Rooms;
use crate::platform;
use crate::state::{AppState, Picture};

/// The bar while something is left out.
#[component]
pub(crate) fn ViewFilterBar() -> impl IntoView {
    let state = AppState::here();
    let text = Memo::new(move |_| {
        let mut html = Html::new();
        html.prose(&sentence(&state.picture.get(), &state.picture.filter.read())?);
        Some(html.into_string())
    });
    // A large picture is folded by itself, so that showing all of it has to be said.
    let is_large = Memo::new(move |_| state.document.get().folds_by_itself());
    let change = move |to: ViewFilter| {
        state.announcer.announce(state.picture.change_filter(|filter| *filter = to));
        platform::next_frame(|| {
            platform::focus(".diagram [tabindex='0']");
        });
    };
    let all = move |_| {
        let folded = is_large.get_untracked().then(BTreeSet::new);
        change(ViewFilter { folded, ..ViewFilter::default() });
    };
    let again = move |_| {
        let filter = state.picture.filter.get_untracked();
        change(ViewFilter { folded: None, ..filter });
    };
    let may_fold = move || is_large.get() && state.picture.filter.read().folded.is_some();
    move || {
        let text = text.get();
        Rooms::have_bar(text.is_some(), move || is_large.get(), &state.picture.filter.read()).then(|| {
            view! {
                <div class="note-bar view-filter-bar" role="group" aria-label="Active filter">
                    <p inner_html=text.clone().unwrap_or_else(|| "Everything is shown.".to_owned())></p>
                    <Show when=may_fold>
                        <button type="button" class="button" on:click=again>"Collapse again"</button>
                    </Show>
                    <Show when=move || text.is_some()>
                        <button type="button" class="button" on:click=all>"Show all"</button>
                    </Show>
                </div>
            }
        })
    }
}

/// Whether the bar is there.
pub(super) fn is_there(state: AppState) -> bool {
    let is_part = state.picture.now().part().is_some();
    let folds_by_itself = || state.document.now().folds_by_itself();
    Rooms::have_bar(is_part, folds_by_itself, &state.picture.filter_now())
}

/// What is left out, in a sentence; `None` for nothing.
fn sentence(picture: &Picture, filter: &ViewFilter) -> Option<String> {
    let part = picture.part()?;
    if *filter == ViewFilter::default() {
        let (total, boxes) = (part.total, part.shown + part.folded);
        return Some(format!("{total} resources, drawn as {boxes} boxes."));
    }
    let mut out = format!("Shown: {} of {}.", part.shown, part.total);
    let all = || picture.snapshot.analysis.network();
    if let Some(node) = filter.focus.as_deref().and_then(|id| all().find(id)) {
        out.push_str(&format!(" Only `{}` and its neighbours.", all().node(node).name));
    }
    if part.folded > 0 {
        out.push_str(&format!(" {} collapsed.", part.folded));
    }
    if !filter.hidden.is_empty() {
        let hidden = kinds(all()).into_iter().filter(|(id, _)| filter.hidden.contains(*id));
        let hidden: Vec<String> = hidden.map(|(_, (words, _))| words.to_lowercase()).collect();
        if !hidden.is_empty() {
            out.push_str(&format!(" Without: {}.", hidden.join(", ")));
        }
    }
    if filter.copied {
        out.push_str(" With copied values.");
    }
    Some(out)
}
