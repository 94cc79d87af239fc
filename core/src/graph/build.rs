//! Blueprint to network: one node for everything declared or named, one edge for every way they are wired.

use std::collections::BTreeMap;

use super::edge::{EdgeClass, NetEdge, Verdict};
use super::exposure::{Exposure, exposure_of};
use super::ids::{encode_name, resource_ids};
use super::lane_ids::LaneIds;
use super::network::{EdgeRef, Network, NodeRef};
use super::node::{INTERNET, NetNode, NodeKind, Placement};
use super::reach::{Answer, Reach};
use super::wire::{Wire, WireTarget};
use super::wires::wires;
use crate::model::{Blueprint, Declaration, Field, Resource, Scope};
use crate::platform::{DEFAULT_REGION, Kind, Region};
use crate::text::{Files, Span};

/// The network that `blueprint` describes. `text` and `files` give ids to resources that have no name, or one that
/// another has, too.
pub fn build(blueprint: &Blueprint, text: &str, files: &Files) -> Network {
    let mut builder = Builder { blueprint, network: Network::new(), edges: BTreeMap::new() };
    let ids = resource_ids(blueprint, text, files);
    let mut lanes = LaneIds::default();
    for (resource, id) in blueprint.resources.iter().zip(ids) {
        builder.network.add_node(resource_node(blueprint, resource, id, &mut lanes));
    }
    for wire in wires(blueprint, text) {
        builder.wire(wire);
    }
    if !blueprint.resources.is_empty() {
        builder.internet();
    }
    builder.network
}

struct Builder<'a> {
    blueprint: &'a Blueprint,
    network: Network,
    /// Edges by caller, callee, class and verdict: parallel references become one edge.
    edges: BTreeMap<(NodeRef, NodeRef, EdgeClass, Verdict), EdgeRef>,
}

impl Builder<'_> {
    /// Adds what one variable says.
    fn wire(&mut self, wire: Wire) {
        if let Some(place) = wire.type_word {
            let target = match wire.target {
                WireTarget::Declared(resource) => Some(resource),
                WireTarget::Undeclared { .. } | WireTarget::External { .. } => None,
            };
            self.network.add_type_word(place, target);
        }
        let Some(from) = self.network.of_resource(wire.cause.consumer) else { return };
        let to = match &wire.target {
            WireTarget::Declared(resource) => match self.network.of_resource(*resource) {
                Some(to) => to,
                None => return,
            },
            WireTarget::Undeclared { name, expected } => {
                self.outsider(name, NodeKind::Undeclared { expected: *expected }, wire.cause.span)
            }
            WireTarget::External { host } => {
                self.outsider(host, NodeKind::External, wire.cause.span)
            }
        };
        if from == to {
            return;
        }
        let (verdict, reasons) = self.verdict(&wire, from, to);
        let key = (from, to, wire.class, verdict);
        if let Some(edge) = self.edges.get(&key) {
            self.network.add_cause(*edge, wire.cause);
            return;
        }
        let id = edge_id(&self.network, from, to, wire.class, verdict);
        let edge = NetEdge {
            id,
            class: wire.class,
            verdict,
            reasons,
            causes: vec![wire.cause],
            merged: 1,
        };
        let edge = self.network.add_edge(from, to, edge);
        self.edges.insert(key, edge);
    }

    fn verdict(
        &self,
        wire: &Wire,
        from: NodeRef,
        to: NodeRef,
    ) -> (Verdict, Vec<super::reach::Reason>) {
        let (from, to) = (self.network.node(from), self.network.node(to));
        let reach = Reach::private(self.blueprint, from, to);
        if matches!(to.kind, NodeKind::Undeclared { .. }) {
            return (Verdict::Unknown, reach.reasons);
        }
        match wire.class {
            EdgeClass::Private => {
                let verdict = match reach.answer {
                    Answer::Yes => Verdict::Ok,
                    Answer::No => Verdict::Blocked,
                    Answer::Unknown => Verdict::Unknown,
                };
                (verdict, reach.reasons)
            }
            EdgeClass::Public if wire.server_side && could_be_private(from, to) => {
                (Verdict::Detour, Vec::new())
            }
            // The name may be that of somebody else's service: a private one has no public name.
            EdgeClass::Public if to.resource_kind().is_some_and(is_private_code) => {
                (Verdict::Unknown, Vec::new())
            }
            EdgeClass::Public | EdgeClass::Config | EdgeClass::Control | EdgeClass::Ingress => {
                (Verdict::Ok, Vec::new())
            }
        }
    }

    /// The node of something that the file names but does not declare, made at its first mention.
    fn outsider(&mut self, name: &str, kind: NodeKind, span: Span) -> NodeRef {
        let prefix = if kind == NodeKind::External { "external" } else { "unknown" };
        let id = format!("{prefix}:{}", encode_name(name));
        // A declared resource of unknown kind may hold the same id; the two stay apart.
        let id = match self.network.find(&id) {
            Some(node) if !self.network.node(node).is_declared() => return node,
            Some(_) => format!("{id}#undeclared"),
            None => id,
        };
        if let Some(node) = self.network.find(&id) {
            return node;
        }
        self.network.add_node(NetNode {
            id,
            kind,
            name: name.to_owned(),
            placement: Placement::Elsewhere,
            lane: Placement::Elsewhere.lane_id(),
            scope: None,
            environment: None,
            resource: None,
            exposure: Exposure::Unknown,
            span: Some(span),
            extent: None,
        })
    }

    /// Adds the internet and an edge from it to every entry point.
    fn internet(&mut self) {
        let internet = self.network.add_node(NetNode {
            id: INTERNET.to_owned(),
            kind: NodeKind::Internet,
            name: "Internet".to_owned(),
            placement: Placement::Internet,
            lane: None,
            scope: None,
            environment: None,
            resource: None,
            exposure: Exposure::Unknown,
            span: None,
            extent: None,
        });
        let entry_points: Vec<NodeRef> = self
            .network
            .nodes()
            .filter(|(_, node)| node.exposure.is_entry_point())
            .map(|(node, _)| node)
            .collect();
        for entry_point in entry_points {
            let id = edge_id(&self.network, internet, entry_point, EdgeClass::Ingress, Verdict::Ok);
            let edge = NetEdge {
                id,
                class: EdgeClass::Ingress,
                verdict: Verdict::Ok,
                reasons: Vec::new(),
                causes: Vec::new(),
                merged: 1,
            };
            self.network.add_edge(internet, entry_point, edge);
        }
    }
}

/// Whether two resources have or could have a private route: their kinds allow it, wherever they are.
fn could_be_private(from: &NetNode, to: &NetNode) -> bool {
    let sends = from.resource_kind().is_some_and(Kind::sends);
    let receives =
        to.resource_kind().is_some_and(|kind| kind.receives() != crate::platform::Receiving::No);
    sends && receives
}

/// Whether a kind runs code that has no public name.
fn is_private_code(kind: Kind) -> bool {
    !kind.is_datastore() && !kind.has_public_name()
}

/// The id of an edge between two nodes of `network`.
pub fn edge_id(
    network: &Network,
    from: NodeRef,
    to: NodeRef,
    class: EdgeClass,
    verdict: Verdict,
) -> String {
    let (from, to) = (&network.node(from).id, &network.node(to).id);
    format!("{from}>{to}:{}:{}", class.id(), verdict.id())
}

/// The node of a resource.
fn resource_node(
    blueprint: &Blueprint,
    resource: &Resource,
    id: String,
    lanes: &mut LaneIds,
) -> NetNode {
    let environment = match resource.scope {
        Scope::Environment(environment) => Some(environment),
        Scope::Root(_) | Scope::Ungrouped(_) => None,
    };
    let placement = placement(blueprint, resource);
    let lane = lanes.of(blueprint, placement, resource.scope);
    NetNode {
        id,
        kind: NodeKind::Resource(resource.kind),
        name: resource.label().to_owned(),
        placement,
        lane,
        scope: Some(resource.scope),
        environment,
        resource: Some(resource.id),
        exposure: exposure_of(resource),
        span: Some(resource.head()),
        extent: Some(resource.span),
    }
}

/// Where a resource is: static sites at the edge, replicas with their primary (inferred), others in their region.
fn placement(blueprint: &Blueprint, resource: &Resource) -> Placement {
    if let Declaration::Replica { primary } = resource.declaration {
        return placement(blueprint, blueprint.resource(primary));
    }
    if resource.kind.kind() == Some(Kind::Static) {
        return Placement::Edge;
    }
    match &resource.region {
        Field::Absent => Placement::Region(DEFAULT_REGION),
        Field::Present(region) => {
            Region::parse(&region.value).map_or(Placement::UnknownRegion, Placement::Region)
        }
        Field::Malformed(_) => Placement::UnknownRegion,
    }
}
