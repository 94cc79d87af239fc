//! Whether one resource can open a private connection to another, and what wiring makes of it.

use crate::graph::Answer;
use crate::reach::WiringStatus;

/// The answer in one word, at the beginning of a sentence.
pub fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "Yes",
        Answer::No => "No",
        Answer::Unknown => "Unknown",
    }
}

/// The answer in one word: a cell of the matrix.
pub fn in_a_word(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "yes",
        Answer::No => "no",
        Answer::Unknown => "unknown",
    }
}

/// The answer between the names of the caller and the callee.
pub fn between_names(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "can open a private connection to",
        Answer::No => "cannot open a private connection to",
        Answer::Unknown => "may or may not open a private connection to",
    }
}

/// How the sentence of an answer goes on with the wiring, up to its full stop.
pub fn and_wiring(answer: Answer, wired: bool) -> &'static str {
    match (wired, answer) {
        (true, Answer::Yes) => ", and a variable uses it.",
        (true, Answer::No) => ", yet a variable tries to.",
        (true, Answer::Unknown) => ", and a variable tries to.",
        (false, Answer::Yes) => ", although no variable uses it: more trust than the wiring needs.",
        (false, Answer::No | Answer::Unknown) => ", and no variable tries to.",
    }
}

/// What wiring and answer are together, after a number of pairs.
pub fn status_of_pairs(status: WiringStatus) -> &'static str {
    match status {
        WiringStatus::WiredUnreachable => "wired but unreachable",
        WiringStatus::WiredUnknown => "wired, but unknown",
        WiringStatus::WiredReachable => "wired and reachable",
        WiringStatus::OnlyReachable => "reachable although nothing is wired",
        WiringStatus::Apart => "neither",
    }
}
