//! Boundaries that stop traffic: which of them an edge meets first.

use crate::graph::{Answer, NetEdge, NetNode, Reason};
use crate::layout::Boundary;
use crate::model::Blueprint;

/// Whether a node stands in an isolated environment.
pub(super) fn isolated(blueprint: &Blueprint, node: &NetNode) -> bool {
    node.environment.is_some() && node.scope.is_some_and(|scope| blueprint.is_isolated(scope))
}

/// The first boundary that stops a blocked edge, from caller to callee.
pub(super) fn stop(
    blueprint: &Blueprint,
    from: &NetNode,
    to: &NetNode,
    edge: &NetEdge,
) -> (Boundary, Reason) {
    let has = |reason: Reason| edge.reasons.contains(&reason);
    let crossing = has(Reason::IsolatedEnvironment);
    if crossing && isolated(blueprint, from) {
        return (Boundary::OwnGroup, Reason::IsolatedEnvironment);
    }
    for reason in [Reason::SenderNotOnNetwork, Reason::DifferentRegion] {
        if has(reason) {
            return (Boundary::OwnLane, reason);
        }
    }
    if crossing && isolated(blueprint, to) {
        return (Boundary::TargetGroup, Reason::IsolatedEnvironment);
    }
    let no = |reason: &&Reason| reason.answer() == Answer::No;
    let reason = edge.reasons.iter().find(no).copied().unwrap_or(Reason::ReceiverCannotReceive);
    (Boundary::Target, reason)
}
