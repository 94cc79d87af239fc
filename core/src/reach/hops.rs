//! Answers over several hops: what an entry point leads to, what a compromised service could reach, what breaks when a
//! service goes away.

use std::collections::BTreeSet;

use super::query::ReachQuery;
use super::zones::Zones;
use crate::graph::{EdgeClass, EdgeRef, Network, NodeKind, NodeRef, Verdict};
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
    let ReachQuery { blueprint, network, .. } = question;
    let doors = |node| network.node(node).kind == NodeKind::Internet;
    match along {
        Along::Wired => levels(start, |node| {
            if doors(node) {
                entry_points_of(network, node)
            } else {
                wired(network, node).collect()
            }
        }),
        Along::Possible => {
            let zones = Zones::new(blueprint, network);
            let mut entered = BTreeSet::new();
            levels(start, |node| match zones.entered_by(blueprint, network, node) {
                _ if doors(node) => entry_points_of(network, node),
                // All of a zone is reached together.
                Some((zone, receivers)) if entered.insert(zone) => receivers.to_vec(),
                _ => Vec::new(),
            })
        }
    }
}

/// What wired references lead to from `start`, as [`hops`] along wired connections, but over at most `most` references;
/// and whether these are all.
pub fn near(network: &Network, start: NodeRef, most: usize) -> (Vec<Vec<NodeRef>>, bool) {
    let mut count = 0;
    let mut is_all = true;
    let levels = levels(start, |node| {
        let kept: Vec<NodeRef> = wired(network, node).take(most - count).collect();
        is_all &= wired(network, node).nth(kept.len()).is_none();
        count += kept.len();
        kept
    });
    (levels, is_all)
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

/// From where `end` can be reached over private references that are not blocked, in any number of hops.
pub fn wired_callers(network: &Network, end: NodeRef) -> BTreeSet<NodeRef> {
    let callers = |node| {
        let edges = network.incoming(node).filter(|(edge, _)| is_open(network, *edge));
        edges.map(|(_, from)| from).collect()
    };
    levels(end, callers).into_iter().flatten().collect()
}

/// Whether an edge is a private reference that is not known to be blocked.
fn is_open(network: &Network, edge: EdgeRef) -> bool {
    let edge = network.edge(edge);
    edge.class == EdgeClass::Private && edge.verdict != Verdict::Blocked
}

/// Breadth first from `start`, each level in source order.
fn levels(start: NodeRef, mut next: impl FnMut(NodeRef) -> Vec<NodeRef>) -> Vec<Vec<NodeRef>> {
    let mut seen = BTreeSet::new();
    seen.insert(start);
    let mut out = Vec::new();
    let mut last = vec![start];
    loop {
        let mut level: Vec<NodeRef> = last.into_iter().flat_map(&mut next).collect();
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

fn wired(network: &Network, from: NodeRef) -> impl Iterator<Item = NodeRef> {
    network.outgoing(from).filter(|(edge, _)| is_open(network, *edge)).map(|(_, to)| to)
}
