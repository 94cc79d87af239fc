//! Files to take along: the picture and the text; and the picture as Mermaid for the clipboard.

use blueprint_lens_core::mermaid;
use blueprint_lens_core::scene::svg::{self, SvgOptions, SvgTheme};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::platform::{self, editor, files, theme};
use crate::state::AppState;
use crate::ui::{Menu, MenuItem};

/// The menu of downloads.
#[component]
pub(super) fn ExportMenu() -> impl IntoView {
    let state = AppState::here();
    let document = state.document;
    // Exports hold everything, laid out by the text alone; the page shows the same from then on.
    let laid_out = move || {
        document.relayout(&state.picture.filter_now());
        let snapshot = document.now();
        if snapshot.undrawn().is_some() {
            state.announcer.notify(
                "There is too much to draw here. `blueprint-lens render` draws a picture of any size.",
            );
            return None;
        }
        Some(snapshot)
    };
    let picture = move || {
        let Some(snapshot) = laid_out() else { return };
        let drawing = svg::document(snapshot.whole_scene(), &SvgOptions::default());
        files::download("render-network.svg", "image/svg+xml", &drawing);
    };
    let bitmap = move || {
        let Some(snapshot) = laid_out() else { return };
        let theme = if theme::is_dark() { SvgTheme::Dark } else { SvgTheme::Light };
        spawn_local(async move {
            let fonts = files::font_rules().await;
            let options = SvgOptions { theme, font_css: fonts.as_deref() };
            let drawing = svg::document(snapshot.whole_scene(), &options);
            if !files::download_png("render-network.png", &drawing).await {
                state.announcer.notify("This browser cannot draw the PNG. Export the SVG instead.");
            }
        });
    };
    let text = || files::download("render.yaml", "application/yaml", &editor::file());
    let flowchart = move || {
        let snapshot = document.now();
        let analysis = &snapshot.analysis;
        let chart = mermaid::flowchart(analysis.blueprint(), analysis.network());
        spawn_local(async move {
            state.announcer.notify(if platform::copy(&chart).await {
                "Mermaid flowchart copied"
            } else {
                "The browser does not allow copying; `blueprint-lens render --format mermaid` \
                 prints the flowchart."
            });
        });
    };
    view! {
        <Menu label="Export">
            <MenuItem on_choose=picture>
                <span class="item-title">"Picture, SVG"</span>
                <span class="item-text">"With its legend; light and dark in one file"</span>
            </MenuItem>
            <MenuItem on_choose=bitmap>
                <span class="item-title">"Picture, PNG"</span>
                <span class="item-text">"Twice the size, in the current theme"</span>
            </MenuItem>
            <MenuItem on_choose=flowchart>
                <span class="item-title">"Copy as Mermaid"</span>
                <span class="item-text">"A flowchart for tools that render Mermaid"</span>
            </MenuItem>
            <MenuItem on_choose=text>
                <span class="item-title">"Blueprint, YAML"</span>
                <span class="item-text">"The text in the editor"</span>
            </MenuItem>
        </Menu>
    }
}
