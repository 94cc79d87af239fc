//! The engine's worker: a second instance of this module, in a thread of its own. Questions and answers are bytes.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use super::bridge;

/// Whether this instance is the worker's.
pub(crate) fn is_worker() -> bool {
    web_sys::window().is_none()
}

/// Has `answer` answer every question, for as long as the worker lives.
pub(crate) fn serve(answer: fn(&[u8]) -> Vec<u8>) {
    let answer = move |question: Vec<u8>| Uint8Array::from(answer(&question).as_slice());
    bridge::serve(Closure::<dyn Fn(Vec<u8>) -> Uint8Array>::new(answer).into_js_value());
}

/// Has the worker answer; a newer question takes the place of one that is not answered yet.
pub(crate) fn run(question: &[u8], answered: impl FnOnce(&[u8]) + 'static) {
    let answered = Closure::once_into_js(move |answer: Vec<u8>| answered(&answer));
    let answered: JsValue = answered;
    bridge::run_in_background(Uint8Array::from(question), answered);
}

/// Forgets the question that is not answered yet.
pub(crate) fn cancel() {
    bridge::cancel_in_background();
}
