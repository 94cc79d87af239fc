//! The rules: they lie in the secondary module, so that they come after the first picture.

use wasm_bindgen::closure::Closure;

use super::bridge;

/// Whether a text can be checked without waiting.
pub(crate) fn are_there() -> bool {
    bridge::rules_are_there()
}

/// Has them come at once; whether they are there.
pub(crate) fn bring() -> bool {
    bridge::bring_rules(&wasm_bindgen::exports())
}

/// Has them come, once more where that has failed.
pub(crate) fn load() {
    bridge::load_rules();
}

/// Calls `came` when they have come, and `failed` when they could not be loaded, for as long as the page lives.
pub(crate) fn follow(came: impl Fn() + 'static, failed: impl Fn() + 'static) {
    let came = Closure::<dyn Fn()>::new(came).into_js_value();
    let failed = Closure::<dyn Fn()>::new(failed).into_js_value();
    bridge::follow_rules(came, failed);
}
