//! The page's side of the worker.

use super::outcome::{Outcome, Question};
use super::wire::{from_bytes, to_bytes};
use crate::platform::background;

/// Has the worker answer; `answered` gets the text of the question and the answer. It is not called when a newer question,
/// or [`forget`], comes before the answer.
pub(crate) fn ask(question: Question, answered: impl FnOnce(String, Outcome) + 'static) {
    background::run(&to_bytes(&question), move |answer| {
        let outcome = from_bytes(answer).expect("the worker runs the build that the page runs");
        answered(question.text, outcome);
    });
}

/// Forgets the question that is not answered yet.
pub(crate) fn forget() {
    background::cancel();
}
