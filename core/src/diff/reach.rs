//! Who can reach whom, before and after. Resources that the private network treats alike are asked about once.

use std::collections::{BTreeMap, BTreeSet};

use super::difference::ReachChange;
use super::pairing::Pairing;
use super::part::Side;
use crate::graph::{Answer, EdgeClass, NodeRef, Reach, Zone, likeness, receives, sends};
use crate::model::ResourceId;
use crate::reach::pair;
use crate::sort;

/// Whether one resource of a side can reach another.
fn answer(side: &Side<'_>, from: ResourceId, to: ResourceId) -> Answer {
    match (side.node(from), side.node(to)) {
        (Some(from), Some(to)) => Reach::private(side.blueprint(), from, to).answer,
        _ => Answer::Unknown,
    }
}

/// A resource of both sides.
#[derive(Clone, Copy)]
struct Both {
    base: ResourceId,
    head: ResourceId,
}

/// A pair of resources of both sides, and what it was and is.
type Turned = (Both, Both, Answer, Answer);

/// Most pairs that are listed, but for those that a variable wires. Their number may be the square of that of the resources.
const MOST: usize = 50_000;

/// Pairs of resources of both sides whose answer turned round, callers and callees in the head's order, and how many further
/// ones there are.
pub(super) fn changes(
    base: &Side<'_>,
    head: &Side<'_>,
    pairing: &Pairing,
) -> (Vec<ReachChange>, usize) {
    let mut alike: BTreeMap<_, Vec<Both>> = BTreeMap::new();
    for (index, item) in head.items.iter().enumerate() {
        let Some(resource) = item.resource() else { continue };
        let old = pairing.of_head(index).and_then(|old| base.items[old].resource());
        if let Some(old) = old
            && let (Some(before), Some(after)) = (base.node(old), head.node(resource))
        {
            let (before, after) =
                (likeness(base.blueprint(), before), likeness(head.blueprint(), after));
            let both = Both { base: old, head: resource };
            alike.entry((before, after)).or_default().push(both);
        }
    }
    // What shares a zone on neither side could not connect before and cannot now.
    let zone = |side: &Side<'_>, resource: ResourceId| {
        side.node(resource).and_then(|node| Zone::of(side.blueprint(), node))
    };
    let alike: Vec<Vec<Both>> = alike.into_values().collect();
    let mut in_zone: BTreeMap<(bool, Zone), Vec<usize>> = BTreeMap::new();
    let zones = |both: Both| {
        [(false, zone(base, both.base)), (true, zone(head, both.head))]
            .into_iter()
            .filter_map(|(is_head, zone)| Some((is_head, zone?)))
    };
    for (index, some) in alike.iter().enumerate() {
        zones(some[0]).for_each(|key| in_zone.entry(key).or_default().push(index));
    }
    let mut found: Vec<Turned> = Vec::new();
    let mut total = 0;
    // The answers of resources that are alike, where they turned round and not all pairs are listed.
    let mut cut: BTreeMap<(usize, usize), (Answer, Answer)> = BTreeMap::new();
    for (index, callers) in alike.iter().enumerate() {
        let from = callers[0];
        let near: BTreeSet<usize> =
            zones(from).filter_map(|key| in_zone.get(&key)).flatten().copied().collect();
        for other in near {
            let callees = &alike[other];
            let to = callees[0];
            let before = answer(base, from.base, to.base);
            let after = answer(head, from.head, to.head);
            if !matches!((before, after), (Answer::Yes, Answer::No) | (Answer::No, Answer::Yes)) {
                continue;
            }
            let themselves = if index == other { callers.len() } else { 0 };
            let pairs = callers.len() * callees.len() - themselves;
            let room = MOST - found.len();
            if pairs > room {
                cut.insert((index, other), (before, after));
            }
            total += pairs;
            let each = callers.iter().flat_map(|from| {
                let others = callees.iter().filter(|to| to.head != from.head);
                others.map(|to| (*from, *to, before, after))
            });
            found.extend(each.take(room));
        }
    }
    let wired = wired(head);
    add_wired(&mut found, &wired, &alike, &cut);
    sort::by_key(&mut found, |(from, to, ..)| (from.head, to.head));
    let more = total - found.len();
    let listed = found
        .into_iter()
        .filter_map(|(from, to, before, after)| {
            let (side, ends) = if before == Answer::No {
                (base, (from.base, to.base))
            } else {
                (head, (from.head, to.head))
            };
            Some(ReachChange {
                from: head.node(from.head)?.id.clone(),
                to: head.node(to.head)?.id.clone(),
                before,
                after,
                reasons: refusals(side, ends.0, ends.1),
                wired: wired.contains(&(from.head, to.head)),
            })
        })
        .collect();
    (listed, more)
}

/// Adds the pairs that a variable wires to those that were `found`, where not all of two groups were.
fn add_wired(
    found: &mut Vec<Turned>,
    wired: &BTreeSet<(ResourceId, ResourceId)>,
    alike: &[Vec<Both>],
    cut: &BTreeMap<(usize, usize), (Answer, Answer)>,
) {
    if cut.is_empty() {
        return;
    }
    let listed: BTreeSet<_> = found.iter().map(|(from, to, ..)| (from.head, to.head)).collect();
    let groups = alike.iter().enumerate();
    let of_head: BTreeMap<ResourceId, (usize, Both)> = groups
        .flat_map(|(group, both)| both.iter().map(move |both| (both.head, (group, *both))))
        .collect();
    let left = wired.iter().filter(|ends| !listed.contains(*ends));
    found.extend(left.filter_map(|(from, to)| {
        let ((caller, from), (callee, to)) = (of_head.get(from)?, of_head.get(to)?);
        let (before, after) = cut.get(&(*caller, *callee))?;
        Some((*from, *to, *before, *after))
    }));
}

/// Why the one cannot reach the other, in words.
fn refusals(side: &Side<'_>, from: ResourceId, to: ResourceId) -> Vec<String> {
    let network = side.analysis.network();
    let (Some(from), Some(to)) = (network.of_resource(from), network.of_resource(to)) else {
        return Vec::new();
    };
    pair(side.analysis.question(), from, to)
        .reasons
        .into_iter()
        .filter(|reason| reason.reason.answer() == Answer::No)
        .map(|reason| reason.text)
        .collect()
}

/// The pairs that a variable wires over the private network.
fn wired(side: &Side<'_>) -> BTreeSet<(ResourceId, ResourceId)> {
    let network = side.analysis.network();
    let resource = |node: NodeRef| network.node(node).resource;
    network
        .edges()
        .filter(|(.., edge)| edge.class == EdgeClass::Private)
        .filter_map(|(_, from, to, _)| Some((resource(from)?, resource(to)?)))
        .collect()
}

/// How many pairs can reach each other in which one of them is new.
pub(super) fn new_paths(head: &Side<'_>, pairing: &Pairing) -> usize {
    /// How many in a zone send, receive, and do both.
    #[derive(Clone, Copy, Default)]
    struct Count {
        senders: usize,
        receivers: usize,
        both: usize,
    }
    impl Count {
        fn add(&mut self, sends: bool, receives: bool) {
            self.senders += usize::from(sends);
            self.receivers += usize::from(receives);
            self.both += usize::from(sends && receives);
        }

        /// Pairs of two in which one reaches the other.
        fn pairs(self) -> usize {
            self.senders * self.receivers - self.both
        }
    }
    let blueprint = head.blueprint();
    // All in a zone, and those that are not new.
    let mut zones: BTreeMap<Zone, [Count; 2]> = BTreeMap::new();
    for (index, item) in head.items.iter().enumerate() {
        if let Some(node) = item.resource().and_then(|resource| head.node(resource))
            && let Some(zone) = Zone::of(blueprint, node)
        {
            let (sends, receives) = (sends(node), receives(blueprint, node));
            let [all, old] = zones.entry(zone).or_default();
            all.add(sends, receives);
            if pairing.of_head(index).is_some() {
                old.add(sends, receives);
            }
        }
    }
    zones.into_values().map(|[all, old]| all.pairs() - old.pairs()).sum()
}
