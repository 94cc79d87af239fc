//! The engine's worker: a second instance of this module, in a thread of its own. Questions and answers are bytes.

use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use super::bridge;

/// Whether this instance is the worker's.
pub(crate) fn is_worker() -> bool {
    web_sys::window().is_none()
}

/// How far the worker has come with a question.
pub(crate) enum Progress {
    /// A stage of that name is done.
    Stage(&'static str),
    /// The answer.
    Answer(Vec<u8>),
}

/// Has every question taken up, and worked on stage by stage, for as long as the worker lives.
pub(crate) fn serve(take_up: fn(&[u8]), go_on: fn() -> Progress) {
    let take_up = move |question: Vec<u8>| take_up(&question);
    let go_on = move || match go_on() {
        Progress::Stage(name) => JsValue::from_str(name),
        Progress::Answer(answer) => Uint8Array::from(answer.as_slice()).into(),
    };
    bridge::serve(
        Closure::<dyn Fn(Vec<u8>)>::new(take_up).into_js_value(),
        Closure::<dyn Fn() -> JsValue>::new(go_on).into_js_value(),
    );
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
