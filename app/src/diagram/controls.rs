//! Buttons for what the wheel and the fingers do.

use leptos::prelude::*;

use super::find::Finder;
use super::stage::Stage;
use super::view_filter_menu::ViewFilterMenu;
use crate::state::{AppState, Panel};
use crate::ui::{Icon, IconButton};

/// Zoom of one press.
const ZOOM: f64 = 1.25;

/// Search, what is drawn, zoom in, zoom out, fit, keys.
#[component]
pub(super) fn Controls(
    /// The pane.
    stage: Stage,
    /// The nodes that the search matches.
    matches: Memo<Option<Vec<String>>>,
) -> impl IntoView {
    let panel = AppState::here().view.panel;
    let open = RwSignal::new(false);
    view! {
        <ViewFilterMenu open=open />
        <div class="controls" role="group" aria-label="View of the picture">
            <Finder stage=stage matches=matches />
            <button
                type="button"
                class="icon-button view-filter-button"
                aria-label="Filter the picture"
                title="Filter the picture"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {Icon::Filter.view()}
            </button>
            <IconButton icon=Icon::Plus label="Zoom in" on_press=move || stage.zoom(None, ZOOM) />
            <IconButton icon=Icon::Minus label="Zoom out" on_press=move || stage.zoom(None, 1.0 / ZOOM) />
            <IconButton icon=Icon::Fit label="Fit the whole picture" on_press=move || stage.fit() />
            <IconButton icon=Icon::Keys label="Keys" on_press=move || panel.set(Some(Panel::Keys)) />
        </div>
    }
    .into_any()
}
