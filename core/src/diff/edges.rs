//! Connections gained, lost, and faring differently.

use std::collections::{BTreeMap, BTreeSet};

use super::difference::EdgeChange;
use super::pairing::Pairing;
use super::part::Side;
use crate::graph::{EdgeClass, NodeRef, Verdict};

/// A node of either side: the same value exactly when it is the same thing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Identity {
    /// A resource of the head, by its item.
    Here(usize),
    /// A resource that only the base has, by its item.
    Gone(usize),
    /// Something that is named, not declared.
    Named(String),
}

/// The identity of a node of the base.
pub(super) fn in_base(base: &Side<'_>, pairing: &Pairing, node: NodeRef) -> Identity {
    match base.analysis.network().node(node).resource {
        Some(resource) => {
            let item = base.item_of_resource(resource);
            pairing.of_base(item).map_or(Identity::Gone(item), Identity::Here)
        }
        None => Identity::Named(base.analysis.network().node(node).id.clone()),
    }
}

/// The identity of a node of the head.
pub(super) fn in_head(head: &Side<'_>, node: NodeRef) -> Identity {
    let data = head.analysis.network().node(node);
    match data.resource {
        Some(resource) => Identity::Here(head.item_of_resource(resource)),
        None => Identity::Named(data.id.clone()),
    }
}

/// Who calls whom, and how.
type Way = (Identity, Identity, EdgeClass);

/// The ids of the two ends of a way, and its variables by verdict.
type Fare = (String, String, BTreeMap<Verdict, Vec<String>>);

/// The edges of one side.
struct Ways {
    /// Ways in source order, each once.
    order: Vec<Way>,
    /// What is known of each.
    found: BTreeMap<Way, Fare>,
}

impl Ways {
    fn of(side: &Side<'_>, identity: impl Fn(NodeRef) -> Identity) -> Self {
        let mut ways = Self { order: Vec::new(), found: BTreeMap::new() };
        let network = side.analysis.network();
        for (_, from, to, edge) in network.edges() {
            if edge.class == EdgeClass::Ingress {
                continue;
            }
            let way = (identity(from), identity(to), edge.class);
            let (.., verdicts) = ways.found.entry(way.clone()).or_insert_with(|| {
                ways.order.push(way);
                (network.node(from).id.clone(), network.node(to).id.clone(), BTreeMap::new())
            });
            let variables = edge.variables().into_iter().map(ToOwned::to_owned);
            verdicts.entry(edge.verdict).or_default().extend(variables);
        }
        ways
    }
}

/// Every edge that changed: those of the head in its order, then those that are gone.
pub(super) fn changes(base: &Side<'_>, head: &Side<'_>, pairing: &Pairing) -> Vec<EdgeChange> {
    let old = Ways::of(base, |node| in_base(base, pairing, node));
    let new = Ways::of(head, |node| in_head(head, node));
    let mut out = Vec::new();
    let mut seen = BTreeSet::new();
    for way in new.order.iter().chain(&old.order) {
        if !seen.insert(way) {
            continue;
        }
        let none = BTreeMap::new();
        let verdicts = |ways: &'_ Ways| ways.found.get(way).map(|(.., verdicts)| verdicts.clone());
        let (before, after) = (verdicts(&old), verdicts(&new));
        let (before, after) = (before.as_ref().unwrap_or(&none), after.as_ref().unwrap_or(&none));
        let Some((from, to, _)) = new.found.get(way).or_else(|| old.found.get(way)) else {
            continue;
        };
        let mut gone = before.iter().filter(|(verdict, _)| !after.contains_key(verdict));
        let mut come = after.iter().filter(|(verdict, _)| !before.contains_key(verdict));
        loop {
            let (gone, come) = (gone.next(), come.next());
            let Some((_, variables)) = come.or(gone) else { break };
            out.push(EdgeChange {
                from: from.clone(),
                to: to.clone(),
                class: way.2,
                before: gone.map(|(verdict, _)| *verdict),
                after: come.map(|(verdict, _)| *verdict),
                variables: variables.clone(),
            });
        }
    }
    out
}
