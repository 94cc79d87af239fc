//! The network as a [`ViewFilter`] draws it: without some kinds, with a lane or an environment as one box, or only a node
//! and its neighbours. What is left out is still checked, counted and asked about elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use super::alike::{Likeness, alike, read_box_id};
use super::frame::frame_id;
use super::view_filter::ViewFilter;
use crate::diagnostics::Diagnostic;
use crate::graph::{
    Common, EdgeClass, Exposure, NetEdge, NetNode, Network, NodeKind, NodeRef, Verdict, edge_id,
};
use crate::model::{Blueprint, Scope};
use crate::platform::Kind;
use crate::wording::count::count_in_common;

/// The part of a network that a [`ViewFilter`] draws.
#[derive(Clone, Debug)]
pub struct Subgraph {
    /// It, as a network of its own.
    pub network: Network,
    /// The ids of the nodes and edges that represent others, by the ids of those.
    pub representatives: BTreeMap<String, String>,
    /// How many declared resources have a box of their own.
    pub shown: usize,
    /// How many there are.
    pub total: usize,
    /// Whether the lines of copied values are drawn.
    pub copied: bool,
}

impl Subgraph {
    /// The id under which a node or an edge is drawn, if it is drawn.
    pub fn representative<'a>(&'a self, id: &'a str) -> &'a str {
        self.representatives.get(id).map_or(id, String::as_str)
    }

    /// How much is shown, in a few words.
    pub fn words(&self) -> String {
        if self.shown == self.total && self.copied {
            return "with copied values".to_owned();
        }
        format!("shown: {} of {}", self.shown, self.total)
    }
}

/// The part that `filter` draws; `None` when that is everything.
pub fn subgraph(
    blueprint: &Blueprint,
    network: &Network,
    diagnostics: &[Diagnostic],
    filter: &ViewFilter,
) -> Option<Subgraph> {
    if filter.is_everything() {
        return None;
    }
    let focus = filter.focus.as_deref().and_then(|id| network.find(id));
    let mut boxes = Boxes::new(blueprint, network, diagnostics, filter);
    let of_node: Vec<Option<String>> = network
        .nodes()
        .map(|(handle, node)| {
            let hidden = filter.hidden.contains(node.kind_id()) && focus != Some(handle);
            (!hidden).then(|| boxes.put(handle, node).unwrap_or_else(|| node.id.clone()))
        })
        .collect();
    let merged = merge(network, &of_node);
    // A box may be in focus as well.
    let boxed = filter.focus.as_deref().filter(|id| boxes.made.contains_key(*id));
    let middle = focus.and_then(|focus| of_node[focus.0].as_deref()).or(boxed);
    let near = |id: &str| {
        middle.is_none_or(|middle| {
            let joins = |edge: &&Merged<'_>| {
                (edge.from == middle && edge.to == id) || (edge.to == middle && edge.from == id)
            };
            id == middle || merged.iter().any(|edge| joins(&edge))
        })
    };
    let mut subgraph = Subgraph {
        network: Network::new(),
        representatives: BTreeMap::new(),
        shown: 0,
        total: network.nodes().filter(|(_, node)| node.is_declared()).count(),
        // A node with its neighbours has room for all that joins them.
        copied: filter.copied || middle.is_some(),
    };
    for ((_, node), drawn) in network.nodes().zip(&of_node) {
        let Some(id) = drawn.as_deref().filter(|id| near(id)) else { continue };
        if id != node.id {
            subgraph.representatives.insert(node.id.clone(), id.to_owned());
        }
        if subgraph.network.find(id).is_none() {
            let drawn = boxes.made.get(id).unwrap_or(node);
            subgraph.network.add_node(drawn.clone());
            subgraph.shown += usize::from(drawn.is_declared());
        }
    }
    for Merged { from, to, edge, ids } in merged {
        let (Some(start), Some(end)) = (subgraph.network.find(from), subgraph.network.find(to))
        else {
            continue;
        };
        let id = edge_id(&subgraph.network, start, end, edge.class, edge.verdict);
        for old in ids.into_iter().filter(|old| *old != id) {
            subgraph.representatives.insert(old.to_owned(), id.clone());
        }
        subgraph.network.add_edge(start, end, NetEdge { id, ..edge });
    }
    let all = subgraph.network.graph().node_count() == network.graph().node_count()
        && subgraph.representatives.is_empty()
        && !(subgraph.copied && has_copied(network));
    (!all).then_some(subgraph)
}

/// Whether an edge is a copied value alone.
fn has_copied(network: &Network) -> bool {
    network.edges().any(|(.., edge)| edge.class == EdgeClass::Config)
}

/// The boxes that represent several resources.
struct Boxes<'a> {
    blueprint: &'a Blueprint,
    folded: &'a BTreeSet<String>,
    /// The box of each resource that is folded with others like it, and how alike they are.
    alike: BTreeMap<NodeRef, (&'a str, Likeness)>,
    made: BTreeMap<String, NetNode>,
}

impl<'a> Boxes<'a> {
    fn new(
        blueprint: &'a Blueprint,
        network: &Network,
        diagnostics: &[Diagnostic],
        filter: &'a ViewFilter,
    ) -> Self {
        let folded = filter.folded.as_ref().unwrap_or(&NOTHING);
        let mut alike_by: BTreeMap<Likeness, Vec<Vec<NodeRef>>> = BTreeMap::new();
        let mut of_node = BTreeMap::new();
        for id in folded {
            let Some((likeness, first)) = read_box_id(id) else { continue };
            let Some(first) = network.find(first) else { continue };
            let groups =
                alike_by.entry(likeness).or_insert_with(|| alike(network, diagnostics, likeness));
            let group = groups.iter().find(|group| group.len() > 1 && group.contains(&first));
            of_node
                .extend(group.into_iter().flatten().map(|&node| (node, (id.as_str(), likeness))));
        }
        Self { blueprint, folded, alike: of_node, made: BTreeMap::new() }
    }

    /// Puts a node into the box that stands for it; the id of that box.
    fn put(&mut self, handle: NodeRef, node: &NetNode) -> Option<String> {
        let folded = |id: &String| self.folded.contains(id);
        let lane = node.lane.clone().filter(folded);
        let frame = frame_id(self.blueprint, node).filter(folded).filter(|_| lane.is_none());
        let kind = node.resource_kind();
        let environment = node.environment;
        let (id, common, environment) = match (lane, frame) {
            (Some(lane), _) => (lane, Common::Place, None),
            (None, Some(frame)) => (frame, Common::Place, environment),
            (None, None) => {
                let &(id, likeness) = self.alike.get(&handle)?;
                let environment = environment.filter(|_| likeness != Likeness::Lane);
                (id.to_owned(), likeness.common(kind), environment)
            }
        };
        // It stands in the file of what it stands for.
        let root = |scope| Scope::Root(self.blueprint.file_of(scope));
        let scope = environment.map(Scope::Environment).or_else(|| node.scope.map(root));
        let made = self.made.entry(id.clone()).or_insert_with(|| NetNode {
            id: id.clone(),
            kind: NodeKind::Folded { members: 0, public: 0, data: 0, common },
            name: match environment {
                Some(environment) => self.blueprint.environment_label(environment),
                None => crate::mermaid::lane(node.placement).to_owned(),
            },
            placement: node.placement,
            lane: node.lane.clone(),
            scope,
            environment,
            resource: None,
            exposure: Exposure::Unknown,
            span: None,
            extent: None,
        });
        if let NodeKind::Folded { members, public, data, .. } = &mut made.kind {
            *members += 1;
            *public += usize::from(node.exposure.is_entry_point());
            *data += usize::from(kind.is_some_and(Kind::is_datastore));
            if let Some(name) = count_in_common(*members, common) {
                made.name = name;
            }
        }
        Some(id)
    }
}

/// No boxes.
static NOTHING: BTreeSet<String> = BTreeSet::new();

/// An edge between what is drawn, and the edges that it stands for.
struct Merged<'a> {
    from: &'a str,
    to: &'a str,
    edge: NetEdge,
    ids: Vec<&'a str>,
}

/// The edges between drawn nodes: those of one class and verdict that join the same two become one.
fn merge<'a>(network: &'a Network, of_node: &'a [Option<String>]) -> Vec<Merged<'a>> {
    let mut merged: Vec<Merged<'_>> = Vec::new();
    let mut known: BTreeMap<(&str, &str, EdgeClass, Verdict), usize> = BTreeMap::new();
    let drawn = |node: NodeRef| of_node[node.0].as_deref();
    for (_, from, to, edge) in network.edges() {
        let (Some(from), Some(to)) = (drawn(from), drawn(to)) else { continue };
        if from == to {
            continue;
        }
        let key = (from, to, edge.class, edge.verdict);
        if let Some(&at) = known.get(&key) {
            let Merged { edge: into, ids, .. } = &mut merged[at];
            into.merged += edge.merged;
            into.causes.extend(edge.causes.iter().cloned());
            for reason in &edge.reasons {
                if !into.reasons.contains(reason) {
                    into.reasons.push(*reason);
                }
            }
            ids.push(&edge.id);
        } else {
            known.insert(key, merged.len());
            merged.push(Merged { from, to, edge: edge.clone(), ids: vec![&edge.id] });
        }
    }
    merged
}
