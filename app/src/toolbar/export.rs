//! Files to take along: the picture and the text.

use blueprint_lens_core::scene::svg::{self, SvgOptions};
use leptos::prelude::*;

use crate::editor::bridge;
use crate::state::AppState;
use crate::ui::{Menu, MenuItem};

/// The menu of downloads.
#[component]
pub(super) fn ExportMenu() -> impl IntoView {
    let state = AppState::here();
    let document = state.document;
    let picture = move || {
        document.settle(state.picture.is_part());
        let snapshot = document.now();
        let drawing = svg::document(snapshot.analysis.scene(), &SvgOptions::default());
        bridge::download("render-network.svg", "image/svg+xml", &drawing);
    };
    let text = || bridge::download("render.yaml", "application/yaml", &bridge::file());
    view! {
        <Menu label="Export">
            <MenuItem on_choose=picture>
                <span class="item-title">"Picture, SVG"</span>
                <span class="item-text">"With its legend; light and dark in one file"</span>
            </MenuItem>
            <MenuItem on_choose=text>
                <span class="item-title">"Blueprint, YAML"</span>
                <span class="item-text">"The text as it stands in the editor"</span>
            </MenuItem>
        </Menu>
    }
}
