//! Buttons for what the wheel and the fingers do.

use leptos::prelude::*;

use super::stage::Stage;
use crate::state::{AppState, Panel};
use crate::ui::{Icon, IconButton};

/// Zoom of one press.
const ZOOM: f64 = 1.25;

/// Zoom in, zoom out, fit, keys.
#[component]
pub(super) fn Controls(
    /// The pane.
    stage: Stage,
) -> impl IntoView {
    let panel = AppState::here().view.panel;
    view! {
        <div class="controls" role="group" aria-label="View of the picture">
            <IconButton icon=Icon::Plus label="Zoom in" on_press=move || stage.zoom(None, ZOOM) />
            <IconButton icon=Icon::Minus label="Zoom out" on_press=move || stage.zoom(None, 1.0 / ZOOM) />
            <IconButton icon=Icon::Fit label="Fit the whole picture" on_press=move || stage.fit() />
            <IconButton icon=Icon::Keys label="Keys" on_press=move || panel.set(Some(Panel::Keys)) />
        </div>
    }
}
