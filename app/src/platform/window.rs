//! The window: its width, its frames and its keys.

use std::cell::Cell;
use std::time::Duration;

use leptos::ev::{KeyboardEvent, keydown};
use leptos::prelude::{request_animation_frame, set_timeout, window_event_listener};

/// Widest window, in CSS pixels, that shows one view at a time; `style/narrow.css` says the same.
const NARROW: f64 = 760.0;

/// Whether the window is too narrow for all views at once.
pub(crate) fn is_narrow() -> bool {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64());
    width.is_some_and(|width| width <= NARROW)
}

/// Calls `call` before the next frame is painted, when the effects of this moment have run.
pub(crate) fn next_frame(call: impl FnOnce() + 'static) {
    request_animation_frame(call);
}

thread_local! {
    /// Whether the page has been laid out since the app has started.
    static IS_LAID_OUT: Cell<bool> = const { Cell::new(false) };
}

/// Calls `call` when the page is laid out and measured: after the first frame, or at once. Calls keep their order.
pub(crate) fn once_laid_out(call: impl FnOnce() + 'static) {
    if IS_LAID_OUT.get() {
        call();
        return;
    }
    let measured = move || {
        IS_LAID_OUT.set(true);
        call();
    };
    request_animation_frame(move || set_timeout(measured, Duration::ZERO));
}

/// Calls `call` when the browser is done with the present event and those that come with it.
pub(crate) fn after_this_event(call: impl FnOnce() + 'static) {
    set_timeout(call, Duration::ZERO);
}

/// Calls `pressed` for every key that is pressed on the page, for as long as it lives.
pub(crate) fn on_key_anywhere(pressed: impl Fn(KeyboardEvent) + 'static) {
    drop(window_event_listener(keydown, pressed));
}
