//! The steps to debug a connection, for each private one that is new.

use super::stage::Stage;
use super::step::{Phase, Step};
use crate::graph::{EdgeClass, Verdict};
use crate::reach::{Outcome, checklist, pair};

pub(super) fn steps(stage: &Stage<'_>) -> Vec<Step> {
    let (question, network) = (stage.head.question(), stage.head.network());
    let new = stage.difference.edges.iter().filter(|edge| {
        edge.class == EdgeClass::Private
            && edge.before.is_none()
            && edge.after.is_some_and(|verdict| verdict != Verdict::Blocked)
    });
    let mut steps = Vec::new();
    for edge in new {
        let (Some(from), Some(to)) = (network.find(&edge.from), network.find(&edge.to)) else {
            continue;
        };
        let (caller, callee) = (network.node(from), network.node(to));
        let list = checklist(question, &pair(question, from, to));
        let open = list.checks.iter().filter(|check| check.outcome != Outcome::Ok);
        let open: Vec<String> =
            open.map(|check| format!("{} {}", check.question, check.text)).collect();
        let mut text = format!("`{}` reaches `{}`", caller.name, callee.name);
        if open.is_empty() {
            text.push_str(": the file shows nothing wrong; if a call fails, look into both logs");
        } else {
            text.push_str(&format!(": {}", open.join("; ")));
        }
        let spans = list.checks.iter().filter_map(|check| check.span);
        let step = Step::new(Phase::Verify, edge.from.clone(), text).at(spans);
        steps.push(Step { commands: list.commands, ..step });
    }
    steps
}
