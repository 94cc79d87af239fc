//! What the highlighted reach means, in a sentence.

use blueprint_lens_core::markup::Html;
use leptos::prelude::*;

use super::reach_highlight::sentence;
use crate::state::AppState;
use crate::ui::{Icon, IconButton};

/// The sentence over the picture while the reach of a node is highlighted.
#[component]
pub(super) fn ReachNote() -> impl IntoView {
    let state = AppState::here();
    let highlight = state.reach.highlight;
    let text = Memo::new(move |_| {
        let highlight = highlight.get()?;
        let mut text = sentence(&state.document.get().analysis, &highlight)?;
        text.push_str(" Choose another node to see why.");
        let mut html = Html::new();
        html.prose(&text);
        Some(html.into_string())
    });
    move || {
        text.get().map(|text| {
            view! {
                <div class="reach-note">
                    <p inner_html=text></p>
                    <IconButton icon=Icon::Close label="Show the whole picture" on_press=move || highlight.set(None) />
                </div>
            }
        })
    }
}
