//! Who can reach whom, before and after. Resources that the private network treats alike are asked about once.

use std::collections::{BTreeMap, BTreeSet};

use super::difference::ReachChange;
use super::pairing::Pairing;
use super::part::Side;
use crate::graph::{Answer, EdgeClass, NodeRef, Placement, Reach};
use crate::model::{ResourceId, Scope};
use crate::platform::Kind;
use crate::reach::pair;
use crate::sort;

/// All that the private network looks at.
pub(super) type Likeness<'a> = (Option<Kind>, Placement, Scope, Option<&'a str>, bool);

/// What a resource is to the private network.
pub(super) fn likeness<'a>(side: &Side<'a>, resource: ResourceId) -> Option<Likeness<'a>> {
    let node = side.node(resource)?;
    let plan = &side.blueprint().resource(resource).plan;
    Some((node.resource_kind(), node.placement, node.scope?, plan.text(), plan.is_malformed()))
}

/// Whether one resource of a side can reach another.
pub(super) fn answer(side: &Side<'_>, from: ResourceId, to: ResourceId) -> Answer {
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

/// Pairs of resources of both sides whose answer turned round, callers and callees in the head's order.
pub(super) fn changes(base: &Side<'_>, head: &Side<'_>, pairing: &Pairing) -> Vec<ReachChange> {
    let mut alike: BTreeMap<_, Vec<Both>> = BTreeMap::new();
    for (index, item) in head.items.iter().enumerate() {
        let Some(resource) = item.resource() else { continue };
        let old = pairing.of_head(index).and_then(|old| base.items[old].resource());
        if let Some(old) = old
            && let (Some(before), Some(after)) = (likeness(base, old), likeness(head, resource))
        {
            let both = Both { base: old, head: resource };
            alike.entry((before, after)).or_default().push(both);
        }
    }
    let mut found = Vec::new();
    for callers in alike.values() {
        for callees in alike.values() {
            let (from, to) = (callers[0], callees[0]);
            let before = answer(base, from.base, to.base);
            let after = answer(head, from.head, to.head);
            if !matches!((before, after), (Answer::Yes, Answer::No) | (Answer::No, Answer::Yes)) {
                continue;
            }
            for from in callers {
                let others = callees.iter().filter(|to| to.head != from.head);
                found.extend(others.map(|to| (*from, *to, before, after)));
            }
        }
    }
    sort::by_key(&mut found, |(from, to, ..)| (from.head, to.head));
    let wired = wired(head);
    found
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
        .collect()
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
    let mut alike: BTreeMap<_, (ResourceId, usize)> = BTreeMap::new();
    for (index, item) in head.items.iter().enumerate() {
        let is_new = pairing.of_head(index).is_none();
        if let Some(resource) = item.resource()
            && let Some(likeness) = likeness(head, resource)
        {
            alike.entry((likeness, is_new)).or_insert((resource, 0)).1 += 1;
        }
    }
    let mut count = 0;
    for (callers, (from, from_count)) in &alike {
        for (callees, (to, to_count)) in &alike {
            if (callers.1 || callees.1) && answer(head, *from, *to) == Answer::Yes {
                let selves = if callers == callees { *from_count } else { 0 };
                count += from_count * to_count - selves;
            }
        }
    }
    count
}
