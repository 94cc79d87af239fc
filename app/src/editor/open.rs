//! Other texts that take the place of the present one. What they push aside is kept among the drafts.

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use super::bridge;
use crate::state::AppState;
use crate::toolbar::examples;

/// Opens `text`; the present one goes to the drafts unless it is an example as it came.
pub(crate) fn open_text(text: &str) {
    let present = bridge::file();
    if present != text && !examples::is_example(&present) {
        bridge::set_aside(&present);
    }
    bridge::replace(text);
}

/// Opens a draft: swaps it with the present text.
pub(crate) fn restore_text(saved: &str, text: &str) {
    bridge::remove_draft(saved);
    open_text(text);
}

/// Lets the visitor choose a file to open.
pub(crate) fn open_file(state: AppState) {
    bridge::choose_file(on_opened(state));
}

/// The function that the JavaScript side calls with a file's name, its text, and what there is to say about it.
pub(super) fn on_opened(state: AppState) -> JsValue {
    Closure::<dyn Fn(String, Option<String>, Option<String>)>::new(
        move |name: String, text: Option<String>, notice: Option<String>| {
            if let Some(text) = text {
                open_text(&text);
                state.voice.notify(notice.unwrap_or_else(|| format!("Opened {name}")));
            } else if let Some(notice) = notice {
                state.voice.notify(notice);
            }
        },
    )
    .into_js_value()
}
