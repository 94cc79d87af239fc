//! Isolation that changed, and new ways from one environment into another.

use blueprint_lens_core::diff::{Crossing, CrossingKind, IsolationChange};

use super::change::{Change, ours, theirs};

pub(super) fn isolation(change: &IsolationChange) -> Change {
    match change {
        IsolationChange::On { environment, .. } => {
            let sentence = vec![theirs(environment), ours(" is closed to what is outside it")];
            Change::plain('+', "isolated", sentence)
        }
        IsolationChange::Off { environment, .. } => {
            let sentence =
                vec![theirs(environment), ours(" is open to its region's private network")];
            Change::plain('!', "isolation off", sentence)
        }
        IsolationChange::Left { part, environment } => {
            let left = ours(" left the isolated environment ");
            Change::plain('!', "isolation off", vec![theirs(&part.id), left, theirs(environment)])
        }
    }
}

pub(super) fn crossing(crossing: &Crossing) -> Change {
    let (from, to) = (theirs(&crossing.from_environment), theirs(&crossing.to_environment));
    let mut sentence = vec![from, ours(" to "), to, ours(": ")];
    sentence.extend(match &crossing.kind {
        CrossingKind::Wired { from, to } => vec![theirs(from), ours(" is wired to "), theirs(to)],
        CrossingKind::Reachable { from, to } => vec![theirs(from), ours(" can reach "), theirs(to)],
        CrossingKind::Open => vec![ours("their resources are on one private network")],
    });
    Change::plain('!', "new connection", sentence)
}
