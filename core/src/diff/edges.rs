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
type EdgeKey = (Identity, Identity, EdgeClass);

/// The ids of both ends of an edge, and its variables by verdict.
type EdgeEnds = (String, String, BTreeMap<Verdict, Vec<String>>);

/// The edges of one side.
struct EdgesOfSide {
    /// Keys in source order, each once.
    order: Vec<EdgeKey>,
    /// What is known of each.
    found: BTreeMap<EdgeKey, EdgeEnds>,
}

impl EdgesOfSide {
    fn of(side: &Side<'_>, identity: impl Fn(NodeRef) -> Identity) -> Self {
        let mut edges = Self { order: Vec::new(), found: BTreeMap::new() };
        let network = side.analysis.network();
        for (_, from, to, edge) in network.edges() {
            if edge.class == EdgeClass::Ingress {
                continue;
            }
            let key = (identity(from), identity(to), edge.class);
            let (.., verdicts) = edges.found.entry(key.clone()).or_insert_with(|| {
                edges.order.push(key);
                (network.node(from).id.clone(), network.node(to).id.clone(), BTreeMap::new())
            });
            let variables = edge.variables().into_iter().map(ToOwned::to_owned);
            verdicts.entry(edge.verdict).or_default().extend(variables);
        }
        edges
    }
}

/// Every edge that changed: those of the head in its order, then those that are gone.
pub(super) fn changes(base: &Side<'_>, head: &Side<'_>, pairing: &Pairing) -> Vec<EdgeChange> {
    let old = EdgesOfSide::of(base, |node| in_base(base, pairing, node));
    let new = EdgesOfSide::of(head, |node| in_head(head, node));
    let mut out = Vec::new();
    let mut seen = BTreeSet::new();
    for key in new.order.iter().chain(&old.order) {
        if !seen.insert(key) {
            continue;
        }
        let none = BTreeMap::new();
        let verdicts =
            |edges: &'_ EdgesOfSide| edges.found.get(key).map(|(.., verdicts)| verdicts.clone());
        let (before, after) = (verdicts(&old), verdicts(&new));
        let (before, after) = (before.as_ref().unwrap_or(&none), after.as_ref().unwrap_or(&none));
        let Some((from, to, _)) = new.found.get(key).or_else(|| old.found.get(key)) else {
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
                class: key.2,
                before: gone.map(|(verdict, _)| *verdict),
                after: come.map(|(verdict, _)| *verdict),
                variables: variables.clone(),
            });
        }
    }
    out
}
