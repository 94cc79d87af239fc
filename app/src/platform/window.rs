//! The window: its width and its frames.

/// Widest window, in CSS pixels, that shows one view at a time; `style/media.css` says the same.
const NARROW: f64 = 760.0;

/// Whether the window is too narrow for all views at once.
pub(crate) fn is_narrow() -> bool {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64());
    width.is_some_and(|width| width <= NARROW)
}

/// Calls `call` before the next frame is painted, when the effects of this moment have run.
pub(crate) fn next_frame(call: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(call);
}
