//! The pane that holds the editor.

use blueprint_lens_core::model::Blueprint;
use leptos::html;
use leptos::prelude::*;

use super::file_tabs::FileTabs;
use super::{assist, findings};
use crate::engine::bundle;
use crate::platform::editor::{self, EditorListener};
use crate::platform::{self, Element, address};
use crate::state::{
    AppState, Document, Panel, apply_fix, compare_with_file, examples, open_file, open_text,
    takes_former,
};

/// The editor, and the sheet that appears while a file is held above the page.
#[component]
pub(crate) fn EditorPane() -> impl IntoView {
    let state = AppState::here();
    let host = NodeRef::<html::Div>::new();
    let hovering = RwSignal::new(false);
    Effect::new(move |_| {
        if let Some(host) = host.get() {
            mount(state, &host, hovering);
        }
    });
    findings::follow(state.document);
    let leave = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "F6" {
            event.prevent_default();
            let shown = state.view.view.get_untracked();
            platform::focus(if event.shift_key() { ".problems button" } else { shown.entrance() });
        }
    };
    let role = move || state.files.are_several().then_some("tabpanel");
    view! {
        <section class="editor" aria-label="Blueprint" on:keydown=leave>
            <FileTabs />
            <div class="editor-host" id="editor-text" role=role node_ref=host></div>
        </section>
        <Show when=move || hovering.get()>
            <div class="drop-sheet">
                {move || if takes_former(state) { "Drop the file to compare with it" } else { "Drop the file to open it" }}
            </div>
        </Show>
    }
}

fn mount(state: AppState, host: &Element, hovering: RwSignal<bool>) {
    let arrival = address::arrival();
    let text = match (&arrival.text, &arrival.source) {
        (Some(text), None) => text.clone(),
        // What the address holds comes after it was confirmed; nothing else is shown before.
        (_, Some(_)) => String::new(),
        (None, None) => examples::FIRST.text.to_owned(),
    };
    if arrival.source.is_some() {
        state.view.panel.set(Some(Panel::Source));
    }
    if let Some(notice) = &arrival.notice {
        state.announcer.notify(notice);
    }
    editor::mount(host, &text, &arrival, listener(state, hovering));
}

/// What the page does when something happens in the editor.
fn listener(state: AppState, hovering: RwSignal<bool>) -> EditorListener {
    let document = state.document;
    EditorListener {
        analyse: Box::new(move |text, typed| {
            document.analyse(text, typed, &state.picture.filter_now());
        }),
        relayout: Box::new(move || document.relayout(&state.picture.filter_now())),
        cursor_moved: Box::new(move |offset| {
            let analysis = &document.base().analysis;
            let (files, shown) = (analysis.files(), state.files.shown.get_untracked());
            state.selection.move_cursor(bundle::offset(files, analysis.text(), shown, offset));
        }),
        fix: Box::new(move |finding, fix| apply_fix(state, finding as usize, fix as usize)),
        opened: Box::new(move |file| {
            if takes_former(state) {
                compare_with_file(state, file);
            } else {
                open_file(state, file);
            }
        }),
        files: Box::new(move |names, shown| state.files.set(names, shown)),
        hovering: Box::new(move |over| hovering.set(over)),
        linked: Box::new(move |text| open_text(state, &text)),
        complete: Box::new(move |text, offset| {
            with_blueprint(document, |known| assist::complete(known, &text, offset))
        }),
        explain: Box::new(move |text, offset| {
            with_blueprint(document, |known| assist::explain(known, &text, offset))
        }),
    }
}

/// What `answer` makes of what the text declares, as far as that is known here: typing does not wait for it.
fn with_blueprint<Answer>(document: Document, answer: impl FnOnce(&Blueprint) -> Answer) -> Answer {
    let base = document.base();
    match base.analysis.made() {
        Some(analysis) => answer(analysis.blueprint()),
        None => answer(&Blueprint::default()),
    }
}
