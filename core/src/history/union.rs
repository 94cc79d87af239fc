//! Everything that any of several versions has, as one network. The newest version comes first; what only an older one
//! has follows it.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::Analysis;
use crate::graph::{EdgeClass, NetNode, Network, NodeRef};
use crate::model::{Blueprint, Declaration, EnvironmentId, ResourceId, Scope};
use crate::scene::frame_id;

/// What makes a box the same one in two versions: its id, its lane and its frame. What moves to another region or
/// environment is another box.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct BoxKey {
    id: String,
    lane: Option<String>,
    frame: Option<String>,
}

impl BoxKey {
    /// The key of a node of a Blueprint.
    pub(super) fn of(blueprint: &Blueprint, node: &NetNode) -> Self {
        let (lane, frame) = (node.lane.clone(), frame_id(blueprint, node));
        Self { id: node.id.clone(), lane, frame }
    }

    /// The id of the frame that it stands in.
    pub(super) fn frame(&self) -> Option<&str> {
        self.frame.as_deref()
    }
}

/// The network of several versions.
#[derive(Default)]
pub(super) struct Union {
    /// What they declare.
    pub(super) blueprint: Blueprint,
    /// Who connects to whom in any of them.
    pub(super) network: Network,
    /// The key of every node, in the network's order.
    pub(super) keys: Vec<BoxKey>,
    nodes: BTreeMap<BoxKey, NodeRef>,
    edges: BTreeSet<(NodeRef, NodeRef, EdgeClass)>,
    /// Environments by the label of their project and name, and by how many of that label come before.
    environments: BTreeMap<(String, usize), EnvironmentId>,
}

impl Union {
    /// The union of versions from the oldest to the newest.
    pub(super) fn of(versions: &[&Analysis]) -> Self {
        let mut union = Self::default();
        for version in versions.iter().rev() {
            union.add(version);
        }
        union
    }

    fn add(&mut self, version: &Analysis) {
        let nodes: Vec<NodeRef> =
            version.network().nodes().map(|(node, _)| self.node(version, node)).collect();
        for (_, from, to, edge) in version.network().edges() {
            let (from, to) = (nodes[from.0], nodes[to.0]);
            if self.edges.insert((from, to, edge.class)) {
                let mut edge = edge.clone();
                // Nobody asks the union about a variable, and its ids mean other resources here.
                for cause in &mut edge.causes {
                    if let Some(consumer) = self.network.node(from).resource {
                        cause.consumer = consumer;
                    }
                }
                edge.id = format!("{}:{}", self.edges.len(), edge.id);
                self.network.add_edge(from, to, edge);
            }
        }
    }

    /// A node of a version in the union.
    fn node(&mut self, version: &Analysis, node: NodeRef) -> NodeRef {
        let mut data = version.network().node(node).clone();
        let key = BoxKey::of(version.blueprint(), &data);
        if let Some(known) = self.nodes.get(&key) {
            return *known;
        }
        // Two boxes may have one id, which the drawing tells apart.
        data.id = format!("{}:{}", self.keys.len(), data.id);
        data.scope = data.scope.map(|scope| self.scope(version, scope));
        data.environment = match data.scope {
            Some(Scope::Environment(id)) => Some(id),
            _ => None,
        };
        data.resource = data.resource.map(|resource| self.resource(version, resource));
        let added = self.network.add_node(data);
        self.keys.push(key.clone());
        self.nodes.insert(key, added);
        added
    }

    /// Adds a resource of a version, its primary first.
    fn resource(&mut self, version: &Analysis, id: ResourceId) -> ResourceId {
        let mut resource = version.blueprint().resource(id).clone();
        if let Declaration::Replica { primary } = resource.declaration {
            let node = version.network().of_resource(primary).map(|node| self.node(version, node));
            let primary = node.and_then(|node| self.network.node(node).resource);
            resource.declaration =
                primary.map_or(Declaration::Database, |primary| Declaration::Replica { primary });
        }
        resource.scope = self.scope(version, resource.scope);
        resource.id = ResourceId(self.blueprint.resources.len());
        let added = resource.id;
        self.blueprint.add_resource(resource);
        added
    }

    /// A scope of a version in the union.
    fn scope(&mut self, version: &Analysis, scope: Scope) -> Scope {
        let Scope::Environment(id) = scope else { return scope };
        let blueprint = version.blueprint();
        let key = (blueprint.environment_label(id), blueprint.environment(id).twin);
        let known = self.environments.entry(key);
        let adopt = || self.blueprint.adopt_environment(blueprint, id);
        Scope::Environment(*known.or_insert_with(adopt))
    }
}
