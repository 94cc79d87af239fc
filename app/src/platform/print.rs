//! Paper: when the page is shown as it will be printed.

use leptos::prelude::window_event_listener_untyped;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::MediaQueryList;

/// Whether the page is laid out for paper.
pub(crate) fn is_on_paper() -> bool {
    let medium = web_sys::window().and_then(|window| window.match_media("print").ok()?);
    medium.is_some_and(|medium| medium.matches())
}

/// Calls `changed` whenever the page begins or ends to be shown as on paper, for as long as it lives.
pub(crate) fn on_print(changed: impl Fn(bool) + Clone + 'static) {
    for (event, begins) in [("beforeprint", true), ("afterprint", false)] {
        let changed = changed.clone();
        drop(window_event_listener_untyped(event, move |_| changed(begins)));
    }
    // A preview of the medium brings neither event.
    let Some(medium) = web_sys::window().and_then(|window| window.match_media("print").ok()?)
    else {
        return;
    };
    let asked = medium.clone();
    let listener = Closure::<dyn Fn()>::new(move || changed(asked.matches())).into_js_value();
    let target: &MediaQueryList = &medium;
    drop(target.add_event_listener_with_callback("change", listener.unchecked_ref()));
}
