//! The bar that says what the picture leaves out.

use blueprint_lens_core::markup::Html;
use blueprint_lens_core::scene::ViewFilter;
use leptos::prelude::*;

use super::kinds::kinds;
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
    let all = move |_| {
        let clear = |filter: &mut ViewFilter| *filter = ViewFilter::default();
        state.announcer.announce(state.picture.change_filter(clear));
        platform::next_frame(|| {
            platform::focus(".diagram [tabindex='0']");
        });
    };
    move || {
        text.get().map(|text| {
            view! {
                <div class="note-bar view-filter-bar" role="group" aria-label="Active filter">
                    <p inner_html=text></p>
                    <button type="button" class="button" on:click=all>"Show all"</button>
                </div>
            }
        })
    }
}

/// What is left out, in a sentence; `None` for nothing.
fn sentence(picture: &Picture, filter: &ViewFilter) -> Option<String> {
    let part = picture.part()?;
    let mut out = format!("Shown: {} of {}.", part.shown, part.total);
    let all = || picture.snapshot.analysis.network();
    if let Some(node) = filter.focus.as_deref().and_then(|id| all().find(id)) {
        out.push_str(&format!(" Only `{}` and its neighbours.", all().node(node).name));
    }
    if part.folded > 0 {
        out.push_str(&format!(" {} collapsed.", part.folded));
    }
    if filter.hidden.is_empty() {
        return Some(out);
    }
    let hidden = kinds(all()).into_iter().filter(|(id, _)| filter.hidden.contains(*id));
    let hidden: Vec<String> = hidden.map(|(_, (words, _))| words.to_lowercase()).collect();
    if !hidden.is_empty() {
        out.push_str(&format!(" Without: {}.", hidden.join(", ")));
    }
    Some(out)
}
