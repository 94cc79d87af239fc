//! What a card says about a node or an edge.

use std::sync::Arc;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::{
    EdgeClass, EdgeRef, NetEdge, NetNode, Network, NodeKind, NodeRef, Placement,
};
use blueprint_lens_core::model::Blueprint;
use blueprint_lens_core::platform::Kind;
use blueprint_lens_core::reach::dependents;
use blueprint_lens_core::wording::count::count;
use blueprint_lens_core::wording::{exposure, verdict};

use crate::state::{Picture, Row, Target};

/// A card of many resources names no more problems than these.
const MOST_PROBLEMS: usize = 12;

/// The content of a card.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct CardContent {
    /// The name, or both names of an edge.
    pub(super) title: String,
    /// What it is.
    pub(super) kind: String,
    /// What is known about it, each with its name.
    pub(super) facts: Vec<(&'static str, String)>,
    /// What is wrong with it.
    pub(super) problems: Vec<Arc<Row>>,
}

/// What there is to say about `target`; `None` when the text does not hold it.
pub(super) fn card_content(picture: &Picture, target: &Target) -> Option<CardContent> {
    let snapshot = &picture.snapshot;
    let all = snapshot.analysis.network();
    // What represents several of the network is known to the picture only.
    let known = match target {
        Target::Node(id) => all.find(id).is_some(),
        Target::Edge(id) => all.edges().any(|(.., edge)| edge.id == *id),
    };
    let network = if known { all } else { picture.network() };
    let mut content = match target {
        Target::Node(id) => of_node(snapshot.analysis.blueprint(), network, network.find(id)?),
        Target::Edge(id) => {
            let (edge, from, to, weight) = network.edges().find(|(.., edge)| edge.id == *id)?;
            let because = if known { because(&snapshot.analysis, edge) } else { Vec::new() };
            let line = line(picture, network, weight);
            of_edge((network.node(from), network.node(to)), &line, because)
        }
    };
    let is_target = |marked: &Target| marked == target || picture.drawn(marked) == *target;
    let on = |marked: &Option<Target>| marked.as_ref().is_some_and(is_target);
    let rows = snapshot.rows.iter();
    let rows =
        rows.filter(|row| on(&row.subject) || on(&row.edge) || row.also.iter().any(is_target));
    content.problems = rows.take(MOST_PROBLEMS).cloned().collect();
    Some(content)
}

/// The content of a node's card, without its problems.
pub(super) fn of_node(blueprint: &Blueprint, network: &Network, handle: NodeRef) -> CardContent {
    let node = network.node(handle);
    let resource = node.resource.map(|id| blueprint.resource(id));
    let mut facts = Vec::new();
    if let Some(location) = network_location(node) {
        facts.push(("Network", location));
    }
    if let Some(environment) = node.environment {
        let label = blueprint.environment_label(environment);
        let isolated = node.scope.is_some_and(|scope| blueprint.is_isolated(scope));
        facts.push(("Environment", if isolated { format!("{label}, isolated") } else { label }));
    }
    if let Some(plan) = resource.and_then(|resource| resource.plan.text()) {
        facts.push(("Plan", plan.to_owned()));
    }
    if let Some(open) = node.is_declared().then(|| exposure::on_card(node.exposure)).flatten() {
        facts.push(("Internet", open.to_owned()));
    }
    let calls = ends(network, network.outgoing(handle));
    if !calls.is_empty() {
        facts.push(("Calls", calls));
    }
    let callers =
        ends(network, network.incoming(handle).filter(|(_, from)| is_inside(network.node(*from))));
    if !callers.is_empty() {
        facts.push(("Called by", callers));
    }
    // Its callers are named already; those that depend on them are not.
    let further: Vec<String> = dependents(network, handle)
        .iter()
        .skip(1)
        .flatten()
        .map(|node| format!("`{}`", network.node(*node).name))
        .collect();
    if !further.is_empty() {
        facts
            .push(("If it fails", format!("its callers, and through them {}", further.join(", "))));
    }
    CardContent { title: node.name.clone(), kind: kind_of(node), facts, problems: Vec::new() }
}

/// Every reason for the verdict of a private edge.
fn because(analysis: &Analysis, edge: EdgeRef) -> Vec<(&'static str, String)> {
    let network = analysis.network();
    let private = network.edge(edge).class == EdgeClass::Private;
    let Some((from, to)) = network.ends(edge).filter(|_| private) else { return Vec::new() };
    let pair = blueprint_lens_core::reach::pair(analysis.question(), from, to);
    pair.reasons.into_iter().map(|reason| ("Because", reason.text)).collect()
}

/// The edges of the line that draws an edge, the edge itself first.
fn line<'a>(picture: &Picture, network: &'a Network, edge: &'a NetEdge) -> Vec<&'a NetEdge> {
    let scene = picture.scene();
    let drawn: Vec<&str> =
        scene.line(scene.line_of(&edge.id)).map(|edge| edge.id.as_str()).collect();
    let others = network.edges().map(|(.., other)| other);
    let others = others.filter(|other| other.id != edge.id && drawn.contains(&other.id.as_str()));
    std::iter::once(edge).chain(others).collect()
}

/// The content of the card of an edge on a line, without its problems.
pub(super) fn of_edge(
    ends: (&NetNode, &NetNode),
    line: &[&NetEdge],
    because: Vec<(&'static str, String)>,
) -> CardContent {
    let mut facts = Vec::new();
    let merged: usize = line.iter().map(|edge| edge.merged).sum();
    if merged > line.len() {
        facts.push(("Represents", count(merged, "connection")));
    }
    for edge in line {
        let variables = edge.variables();
        if !variables.is_empty() {
            facts.push((carried(edge.class, line.len(), variables.len()), variables.join(", ")));
        }
    }
    facts.extend(because);
    CardContent {
        title: format!("{} → {}", ends.0.name, ends.1.name),
        kind: verdict::traffic(line[0].class, line[0].verdict).to_owned(),
        facts,
        problems: Vec::new(),
    }
}

/// What the variables of one class are called: by that class where a line has several.
fn carried(class: EdgeClass, classes: usize, variables: usize) -> &'static str {
    match class {
        _ if classes == 1 && variables == 1 => "Variable",
        _ if classes == 1 => "Variables",
        EdgeClass::Private => "Private",
        EdgeClass::Public | EdgeClass::Ingress => "Public",
        EdgeClass::Config => "Copied",
        EdgeClass::Control => "Render API",
    }
}

fn is_inside(node: &NetNode) -> bool {
    node.kind != NodeKind::Internet
}

/// The names at the far ends of edges, each with the variables that name it.
fn ends(network: &Network, edges: impl Iterator<Item = (EdgeRef, NodeRef)>) -> String {
    let mut names: Vec<String> = edges
        .map(|(edge, node)| {
            let name = &network.node(node).name;
            let variables = network.edge(edge).variables().join(", ");
            if variables.is_empty() {
                format!("`{name}`")
            } else {
                format!("`{name}` ({variables})")
            }
        })
        .collect();
    // The graph hands them out newest first.
    names.reverse();
    names.join(", ")
}

fn kind_of(node: &NetNode) -> String {
    match node.kind {
        NodeKind::Internet => "Everybody outside Render".to_owned(),
        NodeKind::External => "A host outside this workspace".to_owned(),
        NodeKind::Undeclared { expected } => {
            format!("{}, not in this file", expected.map_or("Unknown kind", Kind::words))
        }
        NodeKind::Folded { members, .. } => count(members, "resource"),
        NodeKind::Resource(_) => {
            node.resource_kind().map_or("Unknown kind", Kind::words).to_owned()
        }
    }
}

fn network_location(node: &NetNode) -> Option<String> {
    match node.placement {
        Placement::Region(region) => Some(format!("{}, {}", region.name(), region.area())),
        Placement::Edge => Some("none: served from the edge".to_owned()),
        Placement::UnknownRegion => Some("a region that cannot be read".to_owned()),
        Placement::Elsewhere | Placement::Internet => None,
    }
}
