//! Back and Forward: what the page shows goes into the address and the history, and comes back from there.

use leptos::prelude::*;

use super::app_state::AppState;
use super::view::{Panel, View};
use crate::platform::{address, editor};

/// Keeps the history up to date, and follows the visitor through it.
pub(crate) fn follow_history(state: AppState) {
    Effect::new(move |_| keep_place(state));
    address::on_travel(move |panel, text| {
        if let Some(text) = text {
            editor::replace(&text);
        }
        state.view.view.set(View::in_address());
        state.comparing.follow_address();
        state.picture.follow_address();
        state.view.panel.set(Panel::parse(panel));
    });
}

/// A reload and a shared link bring back what is asked of the picture and which view is open.
fn keep_place(state: AppState) {
    let view = Some(state.view.view.get()).filter(|view| *view != View::Diagram);
    let view = ("view", view.map_or(String::new(), |view| view.id().to_owned()));
    let compared = state.comparing.parameters();
    let parameters = state.picture.parameters().into_iter().chain(compared).chain([view]);
    address::keep_place(parameters, state.view.panel.get().map(Panel::id));
}
