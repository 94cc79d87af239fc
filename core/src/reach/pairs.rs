//! Pairs of a caller and a callee: whether the one can open a private connection to the other, why, and what would
//! change it.

use super::explain::{Explanation, explain};
use super::query::ReachQuery;
use super::remedy::{Remedy, remedy};
use super::wiring::WiringStatus;
use crate::graph::{Answer, EdgeClass, Network, NodeKind, NodeRef, Reach};
use crate::sort;

/// Whether one resource can open a private connection to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The caller.
    pub from: NodeRef,
    /// The callee.
    pub to: NodeRef,
    /// The answer.
    pub answer: Answer,
    /// Whether a variable of the caller uses the callee's private address.
    pub wired: bool,
    /// Every reason that applies.
    pub reasons: Vec<Explanation>,
    /// The smallest edit that would turn a *no* into a *yes*, if there is one.
    pub remedy: Option<Remedy>,
}

impl Pair {
    /// What wiring and reachability mean together.
    pub fn wiring_status(&self) -> WiringStatus {
        WiringStatus::of(self.wired, self.answer)
    }
}

/// Every ordered pair of different declared resources, callers and callees in source order; after each caller's pairs,
/// the undeclared targets of its references.
pub fn pairs(question: ReachQuery<'_>) -> Vec<Pair> {
    let network = question.network;
    let declared: Vec<NodeRef> =
        network.nodes().filter(|(_, node)| node.is_declared()).map(|(node, _)| node).collect();
    let mut out = Vec::new();
    for from in &declared {
        out.extend(declared.iter().filter(|to| *to != from).map(|to| pair(question, *from, *to)));
        let mut named: Vec<NodeRef> = network
            .outgoing(*from)
            .map(|(_, to)| to)
            .filter(|to| matches!(network.node(*to).kind, NodeKind::Undeclared { .. }))
            .collect();
        sort::ascending(&mut named);
        named.dedup();
        out.extend(named.into_iter().map(|to| pair(question, *from, to)));
    }
    out
}

/// The answer for one pair and whether it is wired, without words, for tables with thousands of pairs.
pub fn brief(question: ReachQuery<'_>, from: NodeRef, to: NodeRef) -> (Answer, bool) {
    let ReachQuery { blueprint, network, .. } = question;
    let (caller, callee) = (network.node(from), network.node(to));
    let wired = is_wired(network, from, to);
    // The answer for a callee outside the file stays unknown, whatever the caller can do.
    if callee.is_declared() {
        (Reach::private(blueprint, caller, callee).answer, wired)
    } else {
        (Answer::Unknown, wired)
    }
}

/// One pair.
pub fn pair(question: ReachQuery<'_>, from: NodeRef, to: NodeRef) -> Pair {
    let ReachQuery { blueprint, network, .. } = question;
    let (caller, callee) = (network.node(from), network.node(to));
    let reach = Reach::private(blueprint, caller, callee);
    let (answer, wired) = brief(question, from, to);
    let remedy =
        if answer == Answer::No { remedy(question, caller, callee, &reach.reasons) } else { None };
    Pair {
        from,
        to,
        answer,
        wired,
        reasons: reach
            .reasons
            .into_iter()
            .map(|reason| explain(blueprint, caller, callee, reason))
            .collect(),
        remedy,
    }
}

/// Whether a variable of the caller uses the callee's private address.
pub(super) fn is_wired(network: &Network, from: NodeRef, to: NodeRef) -> bool {
    network
        .outgoing(from)
        .any(|(edge, other)| other == to && network.edge(edge).class == EdgeClass::Private)
}
