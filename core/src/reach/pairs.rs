//! Pairs of a caller and a callee: whether the one can open a private connection to the other, why, and what would
//! change it.

use std::collections::BTreeSet;

use super::explain::{Explanation, explain};
use super::query::ReachQuery;
use super::remedy::{Remedy, remedy};
use super::wiring::WiringStatus;
use crate::graph::{Answer, EdgeClass, NetEdge, Network, NodeKind, NodeRef, Reach};
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

/// The two ends of a pair: the caller and the callee.
pub type Ends = (NodeRef, NodeRef);

/// Every ordered pair of different declared resources, callers and callees in source order; after each caller's pairs,
/// the undeclared targets of its references. Each is made when it is asked for: there are as many as the square of the
/// resources.
pub fn pairs(question: ReachQuery<'_>) -> impl Iterator<Item = Pair> {
    ends(question.network).map(move |(from, to)| pair(question, from, to))
}

/// The ends of every pair, in their order.
pub fn ends(network: &Network) -> impl Iterator<Item = Ends> {
    declared(network).flat_map(|from| ends_from(network, from))
}

/// Those of one caller; none for what is not declared.
pub fn ends_from(network: &Network, from: NodeRef) -> impl Iterator<Item = Ends> {
    let is_caller = network.node(from).is_declared();
    let others = declared(network).filter(move |to| *to != from).chain(named_by(network, from));
    others.filter(move |_| is_caller).map(move |to| (from, to))
}

/// Those of one callee; of one that is not declared, with those that name it.
pub fn ends_to(network: &Network, to: NodeRef) -> impl Iterator<Item = Ends> {
    let mut callers: Vec<NodeRef> = if network.node(to).is_declared() {
        declared(network).filter(|from| *from != to).collect()
    } else if is_undeclared(network, to) {
        network.incoming(to).map(|(_, from)| from).collect()
    } else {
        Vec::new()
    };
    sort::ascending(&mut callers);
    callers.dedup();
    callers.into_iter().map(move |from| (from, to))
}

/// The undeclared targets of a caller's references, in order.
pub fn named_by(network: &Network, from: NodeRef) -> impl Iterator<Item = NodeRef> {
    let targets = network.outgoing(from).map(|(_, to)| to);
    let named: BTreeSet<NodeRef> = targets.filter(|to| is_undeclared(network, *to)).collect();
    named.into_iter()
}

/// Whether two ends make a pair.
pub fn is_pair(network: &Network, (from, to): Ends) -> bool {
    network.node(from).is_declared()
        && from != to
        && (network.node(to).is_declared()
            || is_undeclared(network, to) && is_joined(network, (from, to), |_| true))
}

fn is_undeclared(network: &Network, node: NodeRef) -> bool {
    matches!(network.node(node).kind, NodeKind::Undeclared { .. })
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

/// Whether a variable of the caller uses the callee's private address.
pub(super) fn is_wired(network: &Network, from: NodeRef, to: NodeRef) -> bool {
    is_joined(network, (from, to), |edge| edge.class == EdgeClass::Private)
}

/// Whether an edge of a sort leads from the caller to the callee. Takes as long as the shorter one of both lists of edges,
/// since one of the two may be joined to everything.
fn is_joined(network: &Network, (from, to): Ends, is_wanted: impl Fn(&NetEdge) -> bool) -> bool {
    let (mut outgoing, mut incoming) = (network.outgoing(from), network.incoming(to));
    while let (Some((out, callee)), Some((into, caller))) = (outgoing.next(), incoming.next()) {
        if (callee == to && is_wanted(network.edge(out)))
            || (caller == from && is_wanted(network.edge(into)))
        {
            return true;
        }
    }
    false
}
