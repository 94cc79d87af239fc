//! From the network to the input of the layout: who stands where, which words want how much room.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use super::boundary::{isolated, stop};
use super::boxed;
use super::caption::{self, NODE_NAME_SIZE};
use super::lines::lines;
use super::planned::{Distinct, Plan};
use crate::diagnostics::Diagnostic;
use crate::graph::{
    Common, EdgeClass, NetEdge, NetNode, Network, NodeKind, NodeRef, Placement, Verdict,
};
use crate::layout::{EdgeInput, EdgeRouting, NODE_TEXT_SIZE, NodeInput, Role, Room};
use crate::model::{Blueprint, Declaration, EnvironmentId};
use crate::platform::Kind;
use crate::text::{FileId, Weight, distinct_from, measure};

/// Between a node's left border and its texts.
pub(super) const NODE_TEXT: f64 = 48.0;
/// Between a node's texts and its right border.
const NODE_PAD: f64 = 14.0;
/// The room that facts in a node's second line get; without it, only the first ones are shown.
const FACTS: f64 = 146.0;

/// Plans the drawing; `copied` asks for the lines of copied values.
pub(super) fn plan<'a>(
    blueprint: &Blueprint,
    network: &Network,
    diagnostics: &'a [Diagnostic],
    representatives: &'a BTreeMap<String, String>,
    (room, copied): (Room, bool),
) -> Plan<'a> {
    let mut plan = Plan::default();
    plan.input.room = room;
    let drawn = |id: &'a String| representatives.get(id).unwrap_or(id).as_str();
    for finding in diagnostics {
        for node in finding.subject.node.iter().chain(&finding.subject.also) {
            plan.of_node.entry(drawn(node)).or_default().push(finding);
        }
        if let Some(edge) = &finding.subject.edge {
            plan.of_edge.entry(drawn(edge)).or_default().push(finding);
        }
    }
    let mut placements: Distinct<(Option<FileId>, Placement)> = Distinct::default();
    let several = blueprint.roots.len() > 1;
    let mut frames: Distinct<(EnvironmentId, usize)> = Distinct::default();
    // The most similar names are beside each other in their order.
    let names: BTreeSet<&str> = network.nodes().map(|(_, node)| node.name.as_str()).collect();
    for (_, node) in network.nodes() {
        let file_of =
            |node: &NetNode| node.scope.filter(|_| several).map(|scope| blueprint.file_of(scope));
        let lane = (node.placement != Placement::Internet)
            .then(|| placements.place((file_of(node), node.placement)));
        let group = match (lane, node.environment) {
            // The box of an environment needs no frame, unless the frame is a boundary.
            (Some(_), Some(_)) if boxed::is_place(node) && !isolated(blueprint, node) => None,
            (Some(lane), Some(environment)) => Some(frames.place((environment, lane))),
            _ => None,
        };
        let found = plan.of_node.get(node.id.as_str());
        let second_lines = match node.kind {
            NodeKind::Folded { common: Common::Place, members, public, data } => {
                boxed::place_lines((members, public, data), found)
            }
            NodeKind::Folded { common, .. } => {
                vec![boxed::second_line(node, common, found, representatives)]
            }
            _ => caption::second_lines(blueprint, node),
        };
        let width = |text: &str| measure(text, NODE_TEXT_SIZE, Weight::Regular);
        let fullest = width(second_lines.first().map_or("", String::as_str));
        let fullest = if boxed::is_place(node) { fullest } else { fullest.min(FACTS) };
        let second = width(second_lines.last().map_or("", String::as_str)).max(fullest);
        plan.second_lines.push(second_lines);
        let before = names
            .range::<str, _>((Bound::Unbounded, Bound::Excluded(node.name.as_str())))
            .next_back();
        let after =
            names.range::<str, _>((Bound::Excluded(node.name.as_str()), Bound::Unbounded)).next();
        let similar = before.into_iter().chain(after).copied();
        plan.distinct.push(distinct_from(&node.name, similar));
        let name = measure(&node.name, NODE_NAME_SIZE, Weight::Semibold);
        let far = boxed::far_width(node);
        plan.input.nodes.push(NodeInput {
            lane,
            group,
            role: role(node),
            width: (NODE_TEXT + name.max(second) + NODE_PAD).max(far),
            name: NODE_TEXT + name + NODE_PAD,
            height: boxed::far_height(node),
            follows: primary(blueprint, network, node).map(|primary| primary.0),
        });
    }
    for (index, (file, placement)) in placements.values().iter().enumerate() {
        let inputs = &plan.input.nodes;
        let inside = || network.nodes().zip(inputs).filter(|(_, of)| of.lane == Some(index));
        let id = inside().find_map(|((_, node), _)| node.lane.clone()).unwrap_or_default();
        let members = inside()
            .map(|((_, node), _)| match node.kind {
                NodeKind::Folded { members, .. } => members,
                _ => 1,
            })
            .sum();
        let file = file.map(|file| plan.file(blueprint, file));
        // One private network may be drawn in the frames of several files.
        let shared = placements.values().iter().filter(|other| other.1 == *placement).count() > 1;
        plan.lane((file, shared), (*placement, id), members);
    }
    for &(environment, lane) in frames.values() {
        plan.group(blueprint, environment, lane);
    }
    let edges: Vec<_> = network.edges().map(|(_, from, to, edge)| (from, to, edge)).collect();
    let lines = lines(network, copied);
    for line in &lines {
        let (from, to, lead) = edges[line.lead];
        let members: Vec<&NetEdge> = line.members.iter().map(|&edge| edges[edge].2).collect();
        plan.line(blueprint, network, line.drawn, (from, to), lead, &members);
    }
    plan.lines = lines;
    plan.input.numbers =
        plan.numbers.values().iter().map(|text| caption::number_width(text)).collect();
    plan
}

impl Plan<'_> {
    fn line(
        &mut self,
        blueprint: &Blueprint,
        network: &Network,
        drawn: bool,
        (from, to): (NodeRef, NodeRef),
        lead: &NetEdge,
        members: &[&NetEdge],
    ) {
        let trouble = matches!(lead.verdict, Verdict::Blocked | Verdict::Detour);
        let found = self.of_edge.get(lead.id.as_str()).filter(|_| trouble);
        let rule = found.and_then(|found| caption::rule_of(found));
        let mut labels = if drawn { caption::labels(members, rule) } else { Vec::new() };
        let mut widths: Vec<f64> = labels.iter().map(|text| caption::card_width(text)).collect();
        let number = (widths.last().is_some_and(|&width| width > caption::number_card_width()))
            .then(|| self.numbers.place(labels[0].clone()));
        if number.is_some() {
            widths.push(caption::number_card_width());
            // Only those that are shown are counted.
            labels.push(String::new());
        }
        let stop = (lead.verdict == Verdict::Blocked)
            .then(|| stop(blueprint, network.node(from), network.node(to), lead));
        let list = if drawn { &mut self.input.edges } else { &mut self.input.undrawn };
        list.push(EdgeInput {
            from: from.0,
            to: to.0,
            routing: routing(lead, network.node(to)),
            stop: stop.map(|(boundary, _)| boundary),
            label: widths,
            number,
            look: Some(4 * lead.class as usize + lead.verdict as usize),
        });
        self.labels.push(labels);
        self.reasons.push(stop.map(|(_, reason)| reason));
    }
}

/// The column of a node.
fn role(node: &NetNode) -> Role {
    let of_kind = |kind: Kind| match kind {
        Kind::Web | Kind::Static => Role::Public,
        Kind::PrivateService | Kind::Worker | Kind::Cron | Kind::Workflow => Role::Private,
        Kind::KeyValue | Kind::Postgres | Kind::Replica => Role::Data,
    };
    match node.kind {
        NodeKind::Resource(kind) => kind.kind().map_or(Role::Private, of_kind),
        NodeKind::Undeclared { expected } => expected.map_or(Role::Data, of_kind),
        NodeKind::External | NodeKind::Internet => Role::Data,
        NodeKind::Folded { common, .. } => match common {
            Common::Kind(kind) => of_kind(kind),
            Common::Public => Role::Public,
            Common::Data => Role::Data,
            Common::Place | Common::Private => Role::Private,
        },
    }
}

/// The node of a read replica's primary.
fn primary(blueprint: &Blueprint, network: &Network, node: &NetNode) -> Option<NodeRef> {
    match blueprint.resource(node.resource?).declaration {
        Declaration::Replica { primary } => network.of_resource(primary),
        Declaration::Service | Declaration::Database => None,
    }
}

/// How an edge is routed. Public traffic between our own resources goes by the internet's side.
fn routing(edge: &NetEdge, to: &NetNode) -> EdgeRouting {
    match edge.class {
        EdgeClass::Ingress => EdgeRouting::Ingress,
        EdgeClass::Public if to.is_declared() || matches!(to.kind, NodeKind::Folded { .. }) => {
            EdgeRouting::Outside
        }
        EdgeClass::Public | EdgeClass::Private | EdgeClass::Config | EdgeClass::Control => {
            EdgeRouting::Inside
        }
    }
}
