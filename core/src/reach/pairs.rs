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
    declared(question.network).flat_map(|from| pairs_from(question, from)).collect()
}

/// Those of one caller; none for what is not declared.
pub fn pairs_from(question: ReachQuery<'_>, from: NodeRef) -> Vec<Pair> {
    let network = question.network;
    if !network.node(from).is_declared() {
        return Vec::new();
    }
    let mut named: Vec<NodeRef> = network
        .outgoing(from)
        .map(|(_, to)| to)
        .filter(|to| matches!(network.node(*to).kind, NodeKind::Undeclared { .. }))
        .collect();
    sort::ascending(&mut named);
    named.dedup();
    let others = declared(network).filter(|to| *to != from);
    others.chain(named).map(|to| pair(question, from, to)).collect()
}

/// Those of one callee; of one that is not declared, with those that name it.
pub fn pairs_to(question: ReachQuery<'_>, to: NodeRef) -> Vec<Pair> {
    let network = question.network;
    let mut callers: Vec<NodeRef> = if network.node(to).is_declared() {
        declared(network).filter(|from| *from != to).collect()
    } else if matches!(network.node(to).kind, NodeKind::Undeclared { .. }) {
        network.incoming(to).map(|(_, from)| from).collect()
    } else {
        Vec::new()
    };
    sort::ascending(&mut callers);
    callers.dedup();
    callers.into_iter().map(|from| pair(question, from, to)).collect()
}

fn declared(network: &Network) -> impl Iterator<Item = NodeRef> {
    network.nodes().filter(|(_, node)| node.is_declared()).map(|(node, _)| node)
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

/// Whether a variable of the caller uses the callee's private address. Takes as long as the shorter one of both lists of
/// edges, since one of the two may be joined to everything.
pub(super) fn is_wired(network: &Network, from: NodeRef, to: NodeRef) -> bool {
    let is_private = |edge| network.edge(edge).class == EdgeClass::Private;
    let (mut outgoing, mut incoming) = (network.outgoing(from), network.incoming(to));
    while let (Some((out, callee)), Some((into, caller))) = (outgoing.next(), incoming.next()) {
        if (callee == to && is_private(out)) || (caller == from && is_private(into)) {
            return true;
        }
    }
    false
}
