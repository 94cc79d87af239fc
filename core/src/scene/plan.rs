//! From the network to the input of the layout: who stands where, which words want how much room.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use super::boxed;
use super::caption::{self, NAME_SIZE, NODE_NAME_SIZE, TEXT_SIZE};
use super::lines::{Line, lines};
use super::picture::LaneKind;
use crate::diagnostics::Diagnostic;
use crate::graph::{
    Common, EdgeClass, NetEdge, NetNode, Network, NodeKind, NodeRef, Placement, Reason, Verdict,
    encode_path,
};
use crate::layout::{
    Boundary, EdgeInput, EdgeRouting, FileInput, GroupInput, LaneInput, LayoutInput,
    NODE_TEXT_SIZE, NodeInput, Role, Room, Tier,
};
use crate::model::{Blueprint, Declaration, EnvironmentId};
use crate::platform::{Kind, Region};
use crate::text::{FileId, Weight, distinct_from, measure, shorten, shorten_middle};
use crate::wording::count::count;

/// Between a node's left border and its texts.
pub(super) const NODE_TEXT: f64 = 48.0;
/// Between a node's texts and its right border.
const NODE_PAD: f64 = 14.0;
/// The room that facts in a node's second line get; without it, only the first ones are shown.
const FACTS: f64 = 146.0;
/// Between a lane's name and its facts.
pub(super) const FACTS_GAP: f64 = 10.0;
/// Shortened headings of files.
const SHORT_PATHS: [f64; 2] = [260.0, 140.0];
/// Shortened headings of frames.
const SHORT_HEADINGS: [f64; 2] = [170.0, 110.0];

/// What the layout needs and what the drawing of its result needs with it.
#[derive(Clone, Debug, Default)]
pub(super) struct Plan<'a> {
    /// The input of the layout.
    pub(super) input: LayoutInput,
    /// Files, in the order of the input.
    pub(super) files: Vec<PlannedFile>,
    /// Lanes, in the order of the input.
    pub(super) lanes: Vec<PlannedLane>,
    /// Frames, in the order of the input.
    pub(super) groups: Vec<PlannedGroup>,
    /// Wordings of the nodes' second lines.
    pub(super) second_lines: Vec<Vec<String>>,
    /// Where the names of nodes begin to differ from others.
    pub(super) distinct: Vec<usize>,
    /// The lines that edges are drawn as.
    pub(super) lines: Vec<Line>,
    /// Wordings of labels, by line; the shortest is a number.
    pub(super) labels: Vec<Vec<String>>,
    /// What the numbers stand for.
    pub(super) numbers: Vec<String>,
    /// Reasons of blocked edges, by line.
    pub(super) reasons: Vec<Option<Reason>>,
    /// Findings about each node.
    pub(super) of_node: BTreeMap<&'a str, Vec<&'a Diagnostic>>,
    /// Findings about each edge.
    pub(super) of_edge: BTreeMap<&'a str, Vec<&'a Diagnostic>>,
}

/// The frame of a file before it is placed.
#[derive(Clone, Debug)]
pub(super) struct PlannedFile {
    /// Its path.
    pub(super) path: String,
    /// Wordings of its heading.
    pub(super) headings: Vec<String>,
}

/// A lane before it is placed.
#[derive(Clone, Debug)]
pub(super) struct PlannedLane {
    /// Its id.
    pub(super) id: String,
    /// Its name.
    pub(super) label: &'static str,
    /// What it stands for.
    pub(super) kind: LaneKind,
    /// Wordings of the facts behind its name.
    pub(super) facts: Vec<String>,
}

/// A frame before it is placed.
#[derive(Clone, Debug)]
pub(super) struct PlannedGroup {
    /// Its environment.
    pub(super) environment: EnvironmentId,
    /// `project/environment`.
    pub(super) env: String,
    /// How many environments before it have the same project and name.
    pub(super) twin: usize,
    /// Wordings of its heading.
    pub(super) headings: Vec<String>,
}

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
    let mut placements: Vec<(Option<FileId>, Placement)> = Vec::new();
    let several = blueprint.roots.len() > 1;
    let mut frames: Vec<(EnvironmentId, usize)> = Vec::new();
    // The most similar names are beside each other in their order.
    let names: BTreeSet<&str> = network.nodes().map(|(_, node)| node.name.as_str()).collect();
    for (_, node) in network.nodes() {
        let file_of =
            |node: &NetNode| node.scope.filter(|_| several).map(|scope| blueprint.file_of(scope));
        let lane = (node.placement != Placement::Internet)
            .then(|| position_or_push(&mut placements, (file_of(node), node.placement)));
        let group = match (lane, node.environment) {
            (Some(lane), Some(environment)) => {
                Some(position_or_push(&mut frames, (environment, lane)))
            }
            _ => None,
        };
        let second_lines = match node.kind {
            NodeKind::Folded { common, .. } if common != Common::Place => {
                let found = plan.of_node.get(node.id.as_str());
                vec![boxed::second_line(node, common, found, representatives)]
            }
            _ => caption::second_lines(blueprint, node),
        };
        let width = |text: &str| measure(text, NODE_TEXT_SIZE, Weight::Regular);
        let fullest = width(second_lines.first().map_or("", String::as_str)).min(FACTS);
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
            follows: primary(blueprint, network, node).map(|primary| primary.0),
        });
    }
    for (index, (file, placement)) in placements.iter().enumerate() {
        let inside = network.nodes().zip(&plan.input.nodes);
        let members = inside
            .filter(|(_, input)| input.lane == Some(index))
            .map(|((_, node), _)| match node.kind {
                NodeKind::Folded { members, .. } => members,
                _ => 1,
            })
            .sum();
        let file = file.map(|file| plan.file(blueprint, file));
        // One private network may be drawn in the frames of several files.
        let shared = placements.iter().filter(|other| other.1 == *placement).count() > 1;
        plan.lane((file, shared), *placement, members);
    }
    for (environment, lane) in frames {
        plan.group(blueprint, environment, lane);
    }
    let edges: Vec<_> = network.edges().map(|(_, from, to, edge)| (from, to, edge)).collect();
    plan.lines = lines(network, copied);
    for line in plan.lines.clone() {
        let (from, to, lead) = edges[line.lead];
        let members: Vec<&NetEdge> = line.members.iter().map(|&edge| edges[edge].2).collect();
        plan.line(blueprint, network, line.drawn, (from, to), lead, &members);
    }
    plan.input.numbers = plan.numbers.iter().map(|text| caption::number_width(text)).collect();
    plan
}

/// Where a value stands in a list, at its end if it was not there.
fn position_or_push<T: PartialEq>(list: &mut Vec<T>, value: T) -> usize {
    list.iter().position(|other| *other == value).unwrap_or_else(|| {
        list.push(value);
        list.len() - 1
    })
}

impl Plan<'_> {
    /// The frame of a file, planned when its first lane is.
    fn file(&mut self, blueprint: &Blueprint, file: FileId) -> usize {
        let path = &blueprint.root(file).path;
        if let Some(known) = self.files.iter().position(|other| other.path == *path) {
            return known;
        }
        let mut headings = vec![path.clone()];
        for room in SHORT_PATHS {
            headings.push(shorten_middle(path, NAME_SIZE, Weight::Semibold, room, 0));
        }
        let heading =
            headings.iter().map(|text| measure(text, NAME_SIZE, Weight::Semibold)).collect();
        self.input.files.push(FileInput { heading });
        self.files.push(PlannedFile { path: path.clone(), headings });
        self.files.len() - 1
    }

    fn lane(
        &mut self,
        (file, shared): (Option<usize>, bool),
        placement: Placement,
        members: usize,
    ) {
        let (label, kind, tier) = match placement {
            Placement::Internet => return,
            Placement::Edge => ("Edge", LaneKind::Edge, Tier::Edge),
            Placement::Region(region) => (Region::name(region), LaneKind::Region, Tier::Region),
            Placement::UnknownRegion => ("Region unknown", LaneKind::Region, Tier::Region),
            Placement::Elsewhere => ("Elsewhere", LaneKind::Elsewhere, Tier::Elsewhere),
        };
        let members = count(members, "resource");
        let facts = match placement {
            Placement::Region(region) if shared => vec![
                format!("{} · one private network over all files · {members} here", region.area()),
                format!("{} · {members}", region.area()),
                members,
                String::new(),
            ],
            Placement::Region(region) => vec![
                format!("{} · one private network · {members}", region.area()),
                format!("{} · {members}", region.area()),
                members,
                String::new(),
            ],
            Placement::UnknownRegion => {
                vec![
                    "some private network, which one cannot be read".to_owned(),
                    members,
                    String::new(),
                ]
            }
            Placement::Edge => vec![
                "static sites, outside every private network".to_owned(),
                "static sites".to_owned(),
                String::new(),
            ],
            Placement::Elsewhere | Placement::Internet => vec![
                "named here, declared somewhere else".to_owned(),
                "not in this file".to_owned(),
                String::new(),
            ],
        };
        let name = measure(label, NAME_SIZE, Weight::Semibold);
        let heading = facts
            .iter()
            .map(|facts| match facts.as_str() {
                "" => name,
                facts => name + FACTS_GAP + measure(facts, TEXT_SIZE, Weight::Regular),
            })
            .collect();
        self.input.lanes.push(LaneInput { file, tier, heading });
        let mut id = placement.lane_id().unwrap_or_default();
        if let Some(file) = file.filter(|_| self.lanes.iter().any(|lane| lane.id == id)) {
            id = format!("{id}@{}", encode_path(&self.files[file].path));
        }
        self.lanes.push(PlannedLane { id, label, kind, facts });
    }

    fn group(&mut self, blueprint: &Blueprint, environment: EnvironmentId, lane: usize) {
        let env = blueprint.environment_label(environment);
        let isolated = blueprint.is_isolated(crate::model::Scope::Environment(environment));
        let tail = if isolated { " · isolated" } else { "" };
        let (project, name) = env.split_once('/').unwrap_or(("", &env));
        let mut headings = vec![format!("{project} / {name}{tail}"), format!("{name}{tail}")];
        for width in SHORT_HEADINGS {
            let room = width - measure(tail, TEXT_SIZE, Weight::Semibold);
            headings.push(format!("{}{tail}", shorten(name, TEXT_SIZE, Weight::Semibold, room)));
        }
        let heading =
            headings.iter().map(|text| measure(text, TEXT_SIZE, Weight::Semibold)).collect();
        self.input.groups.push(GroupInput { lane, heading });
        let twin = blueprint.environment(environment).twin;
        self.groups.push(PlannedGroup { environment, env, twin, headings });
    }

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
            .then(|| position_or_push(&mut self.numbers, labels[0].clone()));
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

/// The first boundary that stops a blocked edge, from caller to callee.
fn stop(blueprint: &Blueprint, from: &NetNode, to: &NetNode, edge: &NetEdge) -> (Boundary, Reason) {
    let has = |reason: Reason| edge.reasons.contains(&reason);
    let isolated = |node: &NetNode| {
        node.environment.is_some() && node.scope.is_some_and(|scope| blueprint.is_isolated(scope))
    };
    let crossing = has(Reason::IsolatedEnvironment);
    if crossing && isolated(from) {
        return (Boundary::OwnGroup, Reason::IsolatedEnvironment);
    }
    for reason in [Reason::SenderNotOnNetwork, Reason::DifferentRegion] {
        if has(reason) {
            return (Boundary::OwnLane, reason);
        }
    }
    if crossing && isolated(to) {
        return (Boundary::TargetGroup, Reason::IsolatedEnvironment);
    }
    let no = |reason: &&Reason| reason.answer() == crate::graph::Answer::No;
    let reason = edge.reasons.iter().find(no).copied().unwrap_or(Reason::ReceiverCannotReceive);
    (Boundary::Target, reason)
}
