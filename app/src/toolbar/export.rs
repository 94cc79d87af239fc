//! Files to take along: the picture and the text; and the picture as Mermaid for the clipboard.

use blueprint_lens_core::mermaid;
use blueprint_lens_core::scene::MOST_DRAWN;
use blueprint_lens_core::scene::svg::{self, SvgOptions, SvgTheme};
use blueprint_lens_core::wording::count::count;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::export_text::export_text;
use crate::platform::{self, editor, files, theme};
use crate::state::{AppState, NO_RULES, OutgoingText};
use crate::ui::{Menu, MenuItem};

/// The menu of downloads.
#[component]
pub(super) fn ExportMenu() -> impl IntoView {
    let state = AppState::here();
    let document = state.document;
    // Exports hold everything, laid out on their own by the text alone, as the command line draws it.
    let drawable = move || {
        let snapshot = document.now();
        if snapshot.is_huge() {
            state.announcer.notify(format!(
                "There is too much to draw here. `blueprint-lens render` draws up to {MOST_DRAWN}."
            ));
            return None;
        }
        if !document.check_now() {
            state.announcer.notify(NO_RULES);
            return None;
        }
        Some(document.now())
    };
    let picture = move || {
        let Some(snapshot) = drawable() else { return };
        let drawing = svg::document(snapshot.analysis.scene(), &SvgOptions::default());
        files::download("render-network.svg", "image/svg+xml", &drawing);
    };
    let bitmap = move || {
        let Some(snapshot) = drawable() else { return };
        let theme = if theme::is_dark() { SvgTheme::Dark } else { SvgTheme::Light };
        spawn_local(async move {
            let fonts = files::font_rules().await;
            let options = SvgOptions { theme, font_css: fonts.as_deref(), room: None };
            let drawing = svg::document(snapshot.analysis.scene(), &options);
            if !files::download_png("render-network.png", &drawing).await {
                state.announcer.notify("This browser cannot draw the PNG. Export the SVG instead.");
            }
        });
    };
    let text = move || export_text(state);
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
    let report = move || {
        let outgoing = OutgoingText::new(&editor::file());
        let (report, replaced) = outgoing.report(&state.kept_secrets.get_untracked());
        spawn_local(async move {
            let sentence = match (platform::copy(&report).await, replaced) {
                (false, _) => "The browser does not allow copying; `blueprint-lens check` prints the problems.".to_owned(),
                (true, 0) => "Report copied".to_owned(),
                (true, _) => format!("Report copied, with {} replaced that look like secrets", count(replaced, "value")),
            };
            state.announcer.notify(sentence);
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
            <MenuItem on_choose=report>
                <span class="item-title">"Copy report"</span>
                <span class="item-text">"The problems as Markdown, for an issue or a chat"</span>
            </MenuItem>
            <MenuItem on_choose=text>
                <span class="item-title">"Blueprint, YAML"</span>
                <span class="item-text">"The text, without what looks like a secret"</span>
            </MenuItem>
        </Menu>
    }
}
