//! The pane that holds the editor.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use super::open::on_opened;
use super::{apply_fix, assist, bridge, open_text};
use crate::platform;
use crate::state::{AppState, Panel};
use crate::toolbar::examples;

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
    let region = NodeRef::<html::Section>::new();
    let leave = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "F6" {
            event.prevent_default();
            let shown = state.view.view.get_untracked();
            platform::focus(if event.shift_key() { ".problems button" } else { shown.entrance() });
        }
    };
    view! {
        <section class="editor" aria-label="Blueprint" node_ref=region on:keydown=leave>
            <div class="editor-host" node_ref=host></div>
        </section>
        <Show when=move || hovering.get()>
            <div class="drop-sheet">"Drop the file to open it"</div>
        </Show>
    }
}

fn mount(state: AppState, host: &web_sys::HtmlElement, hovering: RwSignal<bool>) {
    let arrival = bridge::arrival();
    let text = match (arrival.text(), arrival.source()) {
        (Some(text), None) => text,
        // What the address holds comes after it was confirmed; nothing else is shown before.
        (_, Some(_)) => String::new(),
        (None, None) => examples::FIRST.text.to_owned(),
    };
    if arrival.source().is_some() {
        state.view.panel.set(Some(Panel::Source));
    }
    if let Some(notice) = arrival.notice() {
        state.voice.notify(notice);
    }
    bridge::mount(
        host,
        &text,
        arrival.suspicious(),
        function(Closure::<dyn Fn(String, bool)>::new(move |text: String, typed: bool| {
            state.document.analyse(&text, typed);
        })),
        function(Closure::<dyn Fn()>::new(move || {
            state.document.settle(state.picture.is_part());
        })),
        function(Closure::<dyn Fn(u32)>::new(move |offset: u32| {
            let snapshot = state.document.base();
            let analysis = &snapshot.analysis;
            state
                .selection
                .move_cursor(analysis.lines().from_utf16(offset as usize, analysis.text()));
        })),
        function(Closure::<dyn Fn(u32, u32)>::new(move |finding: u32, fix: u32| {
            apply_fix(state, finding as usize, fix as usize);
        })),
        on_opened(state),
        function(Closure::<dyn Fn(bool)>::new(move |over: bool| hovering.set(over))),
        function(Closure::<dyn Fn(String)>::new(move |text: String| open_text(&text))),
        function(Closure::<dyn Fn(String, u32) -> JsValue>::new(
            move |text: String, offset: u32| {
                assist::complete(&state.document.base().analysis, &text, offset)
            },
        )),
        function(Closure::<dyn Fn(String, u32) -> JsValue>::new(
            move |text: String, offset: u32| {
                assist::explain(&state.document.base().analysis, &text, offset)
            },
        )),
    );
}

/// Hands a function over for good: the editor lives as long as the page.
fn function<Signature: ?Sized + wasm_bindgen::closure::WasmClosure>(
    closure: Closure<Signature>,
) -> JsValue {
    closure.into_js_value()
}
