//! Who refers to whom on a side, which is what tells a new name from a new part.

use std::collections::{BTreeMap, BTreeSet};

use super::part::{Item, PartKind, Side};

/// A caller by its item in the head, and its variable.
pub(crate) type Caller = (usize, String);

/// What a variable of a caller referred to in the base and refers to in the head: the items of both, with those that moved
/// from the one to the other. `of_base` gives the head's item for one of the base.
pub(crate) fn moved_references(
    (base, head): (&Side<'_>, &Side<'_>),
    of_base: &dyn Fn(usize) -> Option<usize>,
    is_open: (&dyn Fn(usize) -> bool, &dyn Fn(usize) -> bool),
) -> BTreeMap<(usize, usize), Vec<Caller>> {
    let mut before: BTreeMap<Caller, BTreeSet<usize>> = BTreeMap::new();
    for (caller, variable, target) in references(base) {
        if let Some(caller) = of_base(caller) {
            before.entry((caller, variable)).or_default().insert(target);
        }
    }
    let mut after: BTreeMap<Caller, BTreeSet<usize>> = BTreeMap::new();
    for (caller, variable, target) in references(head) {
        after.entry((caller, variable)).or_default().insert(target);
    }
    let mut votes: BTreeMap<(usize, usize), Vec<Caller>> = BTreeMap::new();
    for (caller, now) in after {
        // A variable with several addresses does not tell which of them took whose place.
        let Some(old) = before.get(&caller).and_then(only) else { continue };
        let Some(new) = only(&now) else { continue };
        if is_open.0(old) && is_open.1(new) {
            votes.entry((old, new)).or_default().push(caller);
        }
    }
    votes
}

/// The one item of a set; `None` when there are none or several.
fn only(items: &BTreeSet<usize>) -> Option<usize> {
    items.first().copied().filter(|_| items.len() == 1)
}

/// Every variable that refers to a resource: the items of caller and target, and its name.
fn references(side: &Side<'_>) -> Vec<(usize, String, usize)> {
    let network = side.analysis.network();
    let mut out = Vec::new();
    for (_, _, to, edge) in network.edges() {
        let Some(target) = network.node(to).resource else { continue };
        for cause in &edge.causes {
            let caller = side.item_of_resource(cause.consumer);
            out.push((caller, cause.variable.clone(), side.item_of_resource(target)));
        }
    }
    out
}

/// The items of the base that cannot have another name in the head: those without a name, and those that the head still
/// names, by a reference or by a link to a group, though it declares them no more.
pub(crate) fn not_renamed(base: &Side<'_>, head: &Side<'_>) -> Vec<bool> {
    let network = head.analysis.network();
    let undeclared: BTreeSet<&str> = network
        .nodes()
        .filter(|(_, node)| matches!(node.kind, crate::graph::NodeKind::Undeclared { .. }))
        .map(|(_, node)| node.name.as_str())
        .collect();
    let linked: BTreeSet<&str> = head
        .blueprint()
        .resources
        .iter()
        .flat_map(|resource| &resource.env_vars)
        .filter_map(|variable| variable.from_group.text())
        .collect();
    let declared: BTreeSet<&str> =
        head.blueprint().groups.iter().filter_map(|group| group.name.text()).collect();
    let is_named = |item: &Item<'_>| match item.sort {
        PartKind::Service | PartKind::Database | PartKind::Replica => {
            undeclared.contains(item.name)
        }
        PartKind::Group => linked.contains(item.name) && !declared.contains(item.name),
        _ => false,
    };
    base.items.iter().map(|item| item.name.is_empty() || is_named(item)).collect()
}
