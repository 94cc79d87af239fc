//! The graph itself, and the questions the other stages ask it.

use std::collections::BTreeMap;

use petgraph::Direction;
use petgraph::graph::{DiGraph, EdgeIndex, NodeIndex};
use petgraph::visit::EdgeRef as _;

use super::edge::{Cause, NetEdge};
use super::node::NetNode;
use super::type_words::TypeWords;
use crate::model::ResourceId;
use crate::text::Span;

/// Handle of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeRef(pub usize);

/// Handle of an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EdgeRef(pub usize);

/// Nodes and edges in source order: declared resources first, then what is only named, then the internet.
#[derive(Clone, Debug, Default)]
pub struct Network {
    graph: DiGraph<NetNode, NetEdge>,
    by_id: BTreeMap<String, NodeRef>,
    by_resource: BTreeMap<ResourceId, NodeRef>,
    by_cause: BTreeMap<(ResourceId, Span), EdgeRef>,
    type_words: TypeWords,
}

impl Network {
    /// An empty network.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a node. Ids are unique; a second node of one id replaces the first in look-ups only.
    pub fn add_node(&mut self, node: NetNode) -> NodeRef {
        let id = node.id.clone();
        let resource = node.resource;
        let node = NodeRef(self.graph.add_node(node).index());
        self.by_id.insert(id, node);
        if let Some(resource) = resource {
            self.by_resource.insert(resource, node);
        }
        node
    }

    /// Adds an edge.
    pub fn add_edge(&mut self, from: NodeRef, to: NodeRef, edge: NetEdge) -> EdgeRef {
        let causes: Vec<_> = edge.causes.iter().map(|cause| (cause.consumer, cause.span)).collect();
        let edge = EdgeRef(
            self.graph.add_edge(NodeIndex::new(from.0), NodeIndex::new(to.0), edge).index(),
        );
        self.by_cause.extend(causes.into_iter().map(|cause| (cause, edge)));
        edge
    }

    /// Adds a variable to an edge that is there already.
    pub(super) fn add_cause(&mut self, edge: EdgeRef, cause: Cause) {
        self.by_cause.insert((cause.consumer, cause.span), edge);
        self.graph[EdgeIndex::new(edge.0)].causes.push(cause);
    }

    /// Adds the word at `place`, by which a reference states the type of its target.
    pub(super) fn add_type_word(&mut self, place: Span, target: Option<ResourceId>) {
        self.type_words.add(place, target);
    }

    /// Where references state the types of their targets.
    pub fn type_words(&self) -> &TypeWords {
        &self.type_words
    }

    /// The edge that a variable of `consumer` causes by the text at `span`.
    pub fn caused_at(&self, consumer: ResourceId, span: Span) -> Option<EdgeRef> {
        self.by_cause.get(&(consumer, span)).copied()
    }

    /// The graph for algorithms of `petgraph`.
    pub fn graph(&self) -> &DiGraph<NetNode, NetEdge> {
        &self.graph
    }

    /// Every node, in order.
    pub fn nodes(&self) -> impl Iterator<Item = (NodeRef, &NetNode)> {
        self.graph.node_indices().map(|index| (NodeRef(index.index()), &self.graph[index]))
    }

    /// Every edge with its ends, in order.
    pub fn edges(&self) -> impl Iterator<Item = (EdgeRef, NodeRef, NodeRef, &NetEdge)> {
        self.graph.edge_references().map(|edge| {
            (
                EdgeRef(edge.id().index()),
                NodeRef(edge.source().index()),
                NodeRef(edge.target().index()),
                edge.weight(),
            )
        })
    }

    /// The node behind a handle.
    pub fn node(&self, node: NodeRef) -> &NetNode {
        &self.graph[NodeIndex::new(node.0)]
    }

    /// The edge behind a handle.
    pub fn edge(&self, edge: EdgeRef) -> &NetEdge {
        &self.graph[EdgeIndex::new(edge.0)]
    }

    /// The two ends of an edge: caller and callee.
    pub fn ends(&self, edge: EdgeRef) -> Option<(NodeRef, NodeRef)> {
        let (from, to) = self.graph.edge_endpoints(EdgeIndex::new(edge.0))?;
        Some((NodeRef(from.index()), NodeRef(to.index())))
    }

    /// The node of that id.
    pub fn find(&self, id: &str) -> Option<NodeRef> {
        self.by_id.get(id).copied()
    }

    /// The node of a declared resource.
    pub fn of_resource(&self, resource: ResourceId) -> Option<NodeRef> {
        self.by_resource.get(&resource).copied()
    }

    /// Edges that leave a node.
    pub fn outgoing(&self, node: NodeRef) -> impl Iterator<Item = (EdgeRef, NodeRef)> {
        self.graph
            .edges_directed(NodeIndex::new(node.0), Direction::Outgoing)
            .map(|edge| (EdgeRef(edge.id().index()), NodeRef(edge.target().index())))
    }

    /// Edges that enter a node.
    pub fn incoming(&self, node: NodeRef) -> impl Iterator<Item = (EdgeRef, NodeRef)> {
        self.graph
            .edges_directed(NodeIndex::new(node.0), Direction::Incoming)
            .map(|edge| (EdgeRef(edge.id().index()), NodeRef(edge.source().index())))
    }
}
