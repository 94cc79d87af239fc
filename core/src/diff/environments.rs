//! Isolation that was switched, and ways between environments that were not there.

use std::collections::{BTreeMap, BTreeSet};

use super::difference::{Crossing, CrossingKind, IsolationChange, ReachChange};
use super::edges::{Identity, in_base, in_head};
use super::pairing::{PairedScope, Pairing, scope_in_head};
use super::part::{PartKind, Side};
use crate::graph::{Answer, EdgeClass, NodeRef, Verdict, Zone, receives, sends};
use crate::model::{EnvironmentId, Scope};

/// Environments whose isolation was switched, in the head's order, and resources that left an isolated one.
pub(super) fn isolation(
    base: &Side<'_>,
    head: &Side<'_>,
    pairing: &Pairing,
) -> Vec<IsolationChange> {
    // Ids of the resources of each scope.
    let mut members: BTreeMap<Scope, Vec<String>> = BTreeMap::new();
    for item in head.items.iter().filter(|item| item.resource().is_some()) {
        members.entry(item.scope).or_default().push(item.part.id.clone());
    }
    let mut out = Vec::new();
    for (index, item) in head.items.iter().enumerate() {
        let Some(old) = pairing.of_head(index).map(|old| &base.items[old]) else { continue };
        if item.sort == PartKind::Environment {
            let isolated = |side: &Side<'_>, index: usize| {
                side.blueprint().is_isolated(Scope::Environment(EnvironmentId(index)))
            };
            let environment = item.part.name.clone();
            let scope = Scope::Environment(EnvironmentId(item.index));
            let members = members.get(&scope).cloned().unwrap_or_default();
            match (isolated(base, old.index), isolated(head, item.index)) {
                (true, false) => out.push(IsolationChange::Off { environment, members }),
                (false, true) => out.push(IsolationChange::On { environment, members }),
                _ => {}
            }
        } else if item.resource().is_some()
            && !pairing.same_scope(base, head, old.scope, item.scope)
            && base.blueprint().is_isolated(old.scope)
            && !head.blueprint().is_isolated(item.scope)
        {
            out.push(IsolationChange::Left {
                part: item.part.clone(),
                environment: base.blueprint().scope_label(old.scope),
            });
        }
    }
    out
}

/// Two environments of the head, by their items: of the caller and of the callee.
type Ends = (usize, usize);

/// New crossings from one environment into another, sorted.
pub(super) fn crossings(
    base: &Side<'_>,
    head: &Side<'_>,
    pairing: &Pairing,
    reach: &[ReachChange],
) -> Vec<Crossing> {
    let mut found: BTreeSet<(Ends, CrossingKind)> = BTreeSet::new();
    wired(&mut found, base, head, pairing);
    reachable(&mut found, head, reach);
    let named: BTreeSet<Ends> = found.iter().map(|(ends, _)| *ends).collect();
    let old = ways(base, |scope| pairing.scope_in_base(base, scope));
    let opened = opened(&old, &ways(head, |scope| scope_in_head(head, scope)));
    for ends in opened.difference(&named) {
        found.insert((*ends, CrossingKind::Open));
    }
    let label = |item: usize| head.items[item].part.name.clone();
    found
        .into_iter()
        .map(|((from, to), kind)| Crossing {
            from_environment: label(from),
            to_environment: label(to),
            kind,
        })
        .collect()
}

/// Variables that use a private address across environments now and did not.
fn wired(
    found: &mut BTreeSet<(Ends, CrossingKind)>,
    base: &Side<'_>,
    head: &Side<'_>,
    pairing: &Pairing,
) {
    let old: BTreeSet<(Identity, Identity)> = crossing_edges(base)
        .map(|(from, to)| (in_base(base, pairing, from), in_base(base, pairing, to)))
        .collect();
    for (from, to) in crossing_edges(head) {
        let (caller, callee) = (in_head(head, from), in_head(head, to));
        let network = head.analysis.network();
        let ends = ends_of(head, network.node(from).scope, network.node(to).scope);
        if let Some(ends) = ends.filter(|_| !old.contains(&(caller, callee))) {
            let id = |node: NodeRef| network.node(node).id.clone();
            found.insert((ends, CrossingKind::Wired { from: id(from), to: id(to) }));
        }
    }
}

/// Private edges from one environment into another that are not blocked.
fn crossing_edges<'a>(side: &'a Side<'_>) -> impl Iterator<Item = (NodeRef, NodeRef)> + 'a {
    let network = side.analysis.network();
    network
        .edges()
        .filter(|(.., edge)| edge.class == EdgeClass::Private && edge.verdict != Verdict::Blocked)
        .map(|(_, from, to, _)| (from, to))
        .filter(|(from, to)| {
            let (from, to) = (network.node(*from).environment, network.node(*to).environment);
            from.is_some() && to.is_some() && from != to
        })
}

/// Pairs that were apart and are not any more, unless a variable says so already.
fn reachable(found: &mut BTreeSet<(Ends, CrossingKind)>, head: &Side<'_>, reach: &[ReachChange]) {
    let network = head.analysis.network();
    let scope = |id: &str| network.find(id).and_then(|node| network.node(node).scope);
    for change in reach.iter().filter(|change| change.after == Answer::Yes) {
        if let Some(ends) = ends_of(head, scope(&change.from), scope(&change.to)) {
            let (from, to) = (change.from.clone(), change.to.clone());
            if !found.contains(&(ends, CrossingKind::Wired { from: from.clone(), to: to.clone() }))
            {
                found.insert((ends, CrossingKind::Reachable { from, to }));
            }
        }
    }
}

/// The environments of two scopes, when they are two.
fn ends_of(head: &Side<'_>, from: Option<Scope>, to: Option<Scope>) -> Option<Ends> {
    match (scope_in_head(head, from?), scope_in_head(head, to?)) {
        (PairedScope::Environment(from), PairedScope::Environment(to)) if from != to => {
            Some((from, to))
        }
        _ => None,
    }
}

/// Which environments have something in one zone of the network that sends, and which something that receives there: every
/// one of the former reaches every one of the latter.
#[derive(Default)]
struct Ways {
    senders: BTreeSet<PairedScope>,
    receivers: BTreeSet<PairedScope>,
}

impl Ways {
    fn lead(&self, from: PairedScope, to: PairedScope) -> bool {
        self.senders.contains(&from) && self.receivers.contains(&to)
    }
}

/// The ways between environments, zone by zone.
fn ways(side: &Side<'_>, paired: impl Fn(Scope) -> PairedScope) -> Vec<Ways> {
    let blueprint = side.blueprint();
    let mut zones: BTreeMap<Zone, Ways> = BTreeMap::new();
    for item in &side.items {
        if let (Some(resource), Scope::Environment(_)) = (item.resource(), item.scope)
            && let Some(node) = side.node(resource)
            && let Some(zone) = Zone::of(blueprint, node)
        {
            let ways = zones.entry(zone).or_default();
            if sends(node) {
                ways.senders.insert(paired(item.scope));
            }
            if receives(blueprint, node) {
                ways.receivers.insert(paired(item.scope));
            }
        }
    }
    // Within one environment there is no way between two.
    let several = |ways: &Ways| ways.senders.union(&ways.receivers).nth(1).is_some();
    zones.into_values().filter(several).collect()
}

/// The pairs of environments between which there is a way in `head` and none in `base`.
fn opened(base: &[Ways], head: &[Ways]) -> BTreeSet<Ends> {
    let mut out = BTreeSet::new();
    for new in head {
        let is_old = |old: &Ways| {
            new.senders.is_subset(&old.senders) && new.receivers.is_subset(&old.receivers)
        };
        if base.iter().any(is_old) {
            continue;
        }
        for (from, to) in new.senders.iter().flat_map(|from| {
            new.receivers.iter().filter(move |to| *to != from).map(move |to| (*from, *to))
        }) {
            if let (PairedScope::Environment(caller), PairedScope::Environment(callee)) = (from, to)
                && !base.iter().any(|old| old.lead(from, to))
            {
                out.insert((caller, callee));
            }
        }
    }
    out
}
