//! What of the network is drawn: everything, or an excerpt that leaves out kinds, shows a lane or an environment as one
//! box, or keeps a node and its neighbours only. What is left out is still checked, counted and asked about elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::{
    EdgeClass, Exposure, NetEdge, NetNode, Network, NodeKind, NodeRef, Verdict, edge_id,
};
use crate::model::{Blueprint, Scope};

/// What is to be drawn; the default is everything. Words that mean nothing in a network are ignored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The id of the node that is drawn with its neighbours only.
    pub focus: Option<String>,
    /// Kinds that are left out, as [`NetNode::kind_id`] says them.
    pub hidden: BTreeSet<String>,
    /// Ids of lanes and of environments' frames that are drawn as one box.
    pub folded: BTreeSet<String>,
}

impl Excerpt {
    /// Whether nothing is asked to be left out.
    pub fn is_whole(&self) -> bool {
        *self == Self::default()
    }

    /// Adds a word to one of the sets, or takes it out.
    pub fn toggle(set: &mut BTreeSet<String>, word: &str) {
        if !set.remove(word) {
            set.insert(word.to_owned());
        }
    }
}

/// The part of a network that an excerpt draws.
#[derive(Clone, Debug)]
pub struct Part {
    /// It, as a network of its own.
    pub network: Network,
    /// The ids of nodes and edges that stand for others, by the ids of those.
    pub stand_ins: BTreeMap<String, String>,
    /// How many declared resources have a box of their own.
    pub shown: usize,
    /// How many there are.
    pub total: usize,
}

impl Part {
    /// The id under which a node or an edge is drawn, if it is drawn.
    pub fn stand_in<'a>(&'a self, id: &'a str) -> &'a str {
        self.stand_ins.get(id).map_or(id, String::as_str)
    }

    /// How much is shown, in a few words.
    pub fn words(&self) -> String {
        format!("shown: {} of {}", self.shown, self.total)
    }
}

/// The id of the frame that draws a node's environment, when it stands in one.
pub fn frame_id(blueprint: &Blueprint, node: &NetNode) -> Option<String> {
    let label = blueprint.environment_label(node.environment?);
    Some(super::build::group_id(&label, &node.placement.lane_id()?))
}

/// The part that `excerpt` draws; `None` when that is everything.
pub fn part(blueprint: &Blueprint, network: &Network, excerpt: &Excerpt) -> Option<Part> {
    if excerpt.is_whole() {
        return None;
    }
    let focus = excerpt.focus.as_deref().and_then(|id| network.find(id));
    let mut boxes = Boxes { blueprint, excerpt, made: BTreeMap::new() };
    let of_node: Vec<Option<String>> = network
        .nodes()
        .map(|(handle, node)| {
            let hidden = excerpt.hidden.contains(node.kind_id()) && focus != Some(handle);
            (!hidden).then(|| boxes.put(node).unwrap_or_else(|| node.id.clone()))
        })
        .collect();
    let merged = merge(network, &of_node);
    let middle = focus.and_then(|focus| of_node[focus.0].as_deref());
    let near = |id: &str| {
        middle.is_none_or(|middle| {
            let joins = |edge: &&Merged<'_>| {
                (edge.from == middle && edge.to == id) || (edge.to == middle && edge.from == id)
            };
            id == middle || merged.iter().any(|edge| joins(&edge))
        })
    };
    let mut part = Part {
        network: Network::new(),
        stand_ins: BTreeMap::new(),
        shown: 0,
        total: network.nodes().filter(|(_, node)| node.is_declared()).count(),
    };
    for ((_, node), drawn) in network.nodes().zip(&of_node) {
        let Some(id) = drawn.as_deref().filter(|id| near(id)) else { continue };
        if id != node.id {
            part.stand_ins.insert(node.id.clone(), id.to_owned());
        }
        if part.network.find(id).is_none() {
            let drawn = boxes.made.get(id).unwrap_or(node);
            part.network.add_node(drawn.clone());
            part.shown += usize::from(drawn.is_declared());
        }
    }
    for Merged { from, to, edge, ids } in merged {
        let (Some(start), Some(end)) = (part.network.find(from), part.network.find(to)) else {
            continue;
        };
        let id = edge_id(&part.network, start, end, edge.class, edge.verdict);
        for old in ids.into_iter().filter(|old| *old != id) {
            part.stand_ins.insert(old.to_owned(), id.clone());
        }
        part.network.add_edge(start, end, NetEdge { id, ..edge });
    }
    let all = part.network.graph().node_count() == network.graph().node_count()
        && part.stand_ins.is_empty();
    (!all).then_some(part)
}

/// The boxes that stand for several resources.
struct Boxes<'a> {
    blueprint: &'a Blueprint,
    excerpt: &'a Excerpt,
    made: BTreeMap<String, NetNode>,
}

impl Boxes<'_> {
    /// Puts a node into the box that stands for it; the id of that box.
    fn put(&mut self, node: &NetNode) -> Option<String> {
        let folded = |id: &String| self.excerpt.folded.contains(id);
        let lane = node.placement.lane_id().filter(folded);
        let frame = frame_id(self.blueprint, node).filter(folded).filter(|_| lane.is_none());
        let id = lane.or(frame.clone())?;
        let made = self.made.entry(id.clone()).or_insert_with(|| {
            let environment = node.environment.filter(|_| frame.is_some());
            let name = match environment {
                Some(environment) => self.blueprint.environment_label(environment),
                None => crate::mermaid::lane(node.placement).to_owned(),
            };
            NetNode {
                id: id.clone(),
                kind: NodeKind::Folded { members: 0 },
                name,
                placement: node.placement,
                scope: environment.map(Scope::Environment),
                environment,
                resource: None,
                exposure: Exposure::Unknown,
                span: None,
                extent: None,
            }
        });
        if let NodeKind::Folded { members } = &mut made.kind {
            *members += 1;
        }
        Some(id)
    }
}

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
