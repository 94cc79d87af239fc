//! Answers over several hops: what an entry point leads to, what a compromised service could reach, what breaks when a
//! service goes away.

use std::collections::BTreeSet;

use super::query::ReachQuery;
use crate::graph::{Answer, EdgeClass, Network, NodeKind, NodeRef, Reach, Verdict};
use crate::sort;

/// Which connections are followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Along {
    /// Those that variables make and that are not known to be blocked.
    Wired,
    /// All that the private network allows, wired or not.
    Possible,
}

/// What can be reached from `start`: element 0 in one hop, element 1 in two and not in one, and so on. From the internet,
/// the first hop leads to the entry points. `start` itself is in none.
///
/// Along possible connections this is what a compromised `start` could reach, if each service that it reaches is
/// compromised in turn.
pub fn hops(question: ReachQuery<'_>, start: NodeRef, along: Along) -> Vec<Vec<NodeRef>> {
    let network = question.network;
    levels(start, |node| match along {
        _ if network.node(node).kind == NodeKind::Internet => entry_points_of(network, node),
        Along::Wired => wired(network, node),
        Along::Possible => possible(question, node),
    })
}

/// Who is affected when `gone` goes away: element 0 is those that call it, element 1 those that call them, and so on. A
/// resource counts as a caller if one of its variables holds an address of the callee, public or private, or if it
/// starts the callee through Render's API. A copied value is not a call, and a blocked call cannot break.
pub fn dependents(network: &Network, gone: NodeRef) -> Vec<Vec<NodeRef>> {
    levels(gone, |node| {
        network
            .incoming(node)
            .filter(|(edge, _)| {
                let edge = network.edge(*edge);
                edge.verdict != Verdict::Blocked
                    && matches!(
                        edge.class,
                        EdgeClass::Private | EdgeClass::Public | EdgeClass::Control
                    )
            })
            .map(|(_, from)| from)
            .collect()
    })
}

/// Breadth first from `start`, each level in source order.
fn levels(start: NodeRef, next: impl Fn(NodeRef) -> Vec<NodeRef>) -> Vec<Vec<NodeRef>> {
    let mut seen = BTreeSet::new();
    seen.insert(start);
    let mut out = Vec::new();
    let mut last = vec![start];
    loop {
        let mut level: Vec<NodeRef> = last.into_iter().flat_map(&next).collect();
        sort::ascending(&mut level);
        level.retain(|node| seen.insert(*node));
        if level.is_empty() {
            return out;
        }
        out.push(level.clone());
        last = level;
    }
}

fn entry_points_of(network: &Network, internet: NodeRef) -> Vec<NodeRef> {
    network.outgoing(internet).map(|(_, to)| to).collect()
}

fn wired(network: &Network, from: NodeRef) -> Vec<NodeRef> {
    network
        .outgoing(from)
        .filter(|(edge, _)| {
            let edge = network.edge(*edge);
            edge.class == EdgeClass::Private && edge.verdict != Verdict::Blocked
        })
        .map(|(_, to)| to)
        .collect()
}

fn possible(question: ReachQuery<'_>, from: NodeRef) -> Vec<NodeRef> {
    let ReachQuery { blueprint, network, .. } = question;
    let caller = network.node(from);
    network
        .nodes()
        .filter(|(to, callee)| {
            *to != from
                && callee.is_declared()
                && Reach::private(blueprint, caller, callee).answer == Answer::Yes
        })
        .map(|(to, _)| to)
        .collect()
}
