//! Whether the private network lets the caller reach the callee: kinds, regions, isolation.

use super::ends::Ends;
use super::item::{Check, Outcome, check};
use crate::graph::{Answer, NetNode, Reason};
use crate::platform::Kind;

pub(super) fn sender(ends: &Ends<'_>) -> Check {
    const QUESTION: &str = "A caller that can send?";
    let fine = || format!("`{}` is {}", ends.caller.name, kind_words(ends.caller));
    let about = |reason: &Reason| {
        matches!(reason, Reason::SenderNotOnNetwork | Reason::SenderCannotSend)
            || (*reason == Reason::UnknownKind && ends.caller.resource_kind().is_none())
    };
    judged(ends, QUESTION, about)
        .unwrap_or_else(|| check(QUESTION, Outcome::Ok, fine(), ends.kind_span(ends.caller)))
}

pub(super) fn receiver(ends: &Ends<'_>) -> Check {
    const QUESTION: &str = "A callee that can receive?";
    let fine = || format!("`{}` is {}", ends.callee.name, kind_words(ends.callee));
    let about = |reason: &Reason| {
        matches!(
            reason,
            Reason::ReceiverCannotReceive
                | Reason::ReceiverFreeWeb
                | Reason::UnknownPlan
                | Reason::OutsideFile
        ) || (*reason == Reason::UnknownKind && ends.callee.resource_kind().is_none())
    };
    judged(ends, QUESTION, about)
        .unwrap_or_else(|| check(QUESTION, Outcome::Ok, fine(), ends.kind_span(ends.callee)))
}

/// No item for static sites, which have no region, and for resources that are not declared.
pub(super) fn region(ends: &Ends<'_>) -> Option<Check> {
    let about = |reason: &Reason| {
        matches!(reason, Reason::SameRegion | Reason::DifferentRegion | Reason::UnknownRegion)
    };
    judged(ends, "The same region?", about)
}

/// No item if no environment is involved.
pub(super) fn isolation(ends: &Ends<'_>) -> Option<Check> {
    const QUESTION: &str = "No isolation between them?";
    if ends.caller.environment.is_none() && ends.callee.environment.is_none() {
        return None;
    }
    let about =
        |reason: &Reason| matches!(reason, Reason::IsolatedEnvironment | Reason::UnknownIsolation);
    let fine = || "there is no isolated environment between them".to_owned();
    (ends.callee.is_declared()).then(|| {
        judged(ends, QUESTION, about).unwrap_or_else(|| check(QUESTION, Outcome::Ok, fine(), None))
    })
}

/// The item for a reason of the pair.
fn judged(
    ends: &Ends<'_>,
    question: &'static str,
    about: impl Fn(&Reason) -> bool,
) -> Option<Check> {
    let found = ends.pair.reasons.iter().find(|found| about(&found.reason))?;
    let outcome = match found.reason.answer() {
        Answer::Yes => Outcome::Ok,
        Answer::No => Outcome::Wrong,
        Answer::Unknown => Outcome::Look,
    };
    Some(check(question, outcome, found.text.clone(), found.spans.first().copied()))
}

fn kind_words(node: &NetNode) -> &'static str {
    node.resource_kind().map_or("of unknown kind", Kind::a_words)
}
