//! The steps to debug a connection, answered from the file one by one: right address, right port, a caller that can
//! send, a callee that can receive, one region, no isolation between them.
//!
//! What the file does not show must be looked up, and the list says what to look for. Nothing is guessed.

mod address;
mod ends;
mod item;
mod network;
mod port;

use super::pairs::Pair;
use super::query::ReachQuery;
use crate::platform::log_commands;
use address::wiring;
use ends::Ends;
use network::{isolation, receiver, region, sender};

pub use item::{Check, Checklist, Outcome};

/// The list for one pair.
pub fn checklist(question: ReachQuery<'_>, pair: &Pair) -> Checklist {
    let network = question.network;
    let (caller, callee) = (network.node(pair.from), network.node(pair.to));
    let ends = &Ends { question, pair, caller, callee };
    let mut checks = wiring(ends);
    checks.extend([sender(ends), receiver(ends)]);
    checks.extend(region(ends));
    checks.extend(isolation(ends));
    let commands = if caller.is_declared() && callee.is_declared() {
        log_commands(&[&caller.name, &callee.name]).into()
    } else {
        Vec::new()
    };
    Checklist { checks, commands }
}
