//! The picture in words: its title, and the whole graph as text for people who do not see it.

use std::fmt::Write as _;

use super::caption;
use crate::diagnostics::{Diagnostic, Severity};
use crate::graph::{EdgeClass, Network, NodeKind, Placement};
use crate::model::Blueprint;
use crate::wording::count::count;
use crate::wording::exposure::OPEN;
use crate::wording::sentence::capitalised;
use crate::wording::verdict;

/// How many edges are told one by one.
const MOST_TOLD: usize = 40;

/// What the Blueprint holds, in a few words.
pub(super) fn title(network: &Network) -> String {
    let resources = network.nodes().filter(|(_, node)| node.is_declared()).count();
    if resources == 0 {
        return "An empty Blueprint".to_owned();
    }
    let mut places: Vec<String> = Vec::new();
    for (_, node) in network.nodes().filter(|(_, node)| node.is_declared()) {
        let place = place(node.placement);
        if !places.contains(&place) {
            places.push(place);
        }
    }
    format!("{} in {}", count(resources, "resource"), listed(&places))
}

fn place(placement: Placement) -> String {
    match placement {
        Placement::Region(region) => region.name().to_owned(),
        Placement::Edge => "the edge".to_owned(),
        Placement::UnknownRegion => "an unknown region".to_owned(),
        Placement::Elsewhere | Placement::Internet => "another place".to_owned(),
    }
}

/// `a`, `a and b`, `a, b and c`.
fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The whole graph as prose, with how much is wrong with it, where somebody has looked.
pub(super) fn summary(
    blueprint: &Blueprint,
    network: &Network,
    found: Option<&[Diagnostic]>,
) -> String {
    let content = content(blueprint, network);
    let Some(diagnostics) = found else { return content };
    let of = |severity| diagnostics.iter().filter(|d| d.severity == severity).count();
    let errors = count(of(Severity::Error), "error");
    let warnings = count(of(Severity::Warning), "warning");
    format!("{content} {errors} and {warnings}.")
}

/// The whole graph as prose.
fn content(blueprint: &Blueprint, network: &Network) -> String {
    let mut out = format!("{}.", title(network));
    let mut placements: Vec<Placement> = Vec::new();
    for (_, node) in network.nodes() {
        if node.placement != Placement::Internet && !placements.contains(&node.placement) {
            placements.push(node.placement);
        }
    }
    for placement in placements {
        let members: Vec<String> = network
            .nodes()
            .filter(|(_, node)| node.placement == placement)
            .map(|(_, node)| format!("{} ({})", node.name, caption::kind_in_words(node)))
            .collect();
        let heading = match placement {
            Placement::Region(region) => format!("On the private network of {}", region.name()),
            Placement::UnknownRegion => "In a region that cannot be read".to_owned(),
            Placement::Edge => "At the edge, on no private network".to_owned(),
            Placement::Elsewhere | Placement::Internet => "Named, declared elsewhere".to_owned(),
        };
        let _ = write!(out, " {heading}: {}.", listed(&members));
    }
    for environment in 0..blueprint.environments.len() {
        let id = crate::model::EnvironmentId(environment);
        if blueprint.is_isolated(crate::model::Scope::Environment(id)) {
            let label = blueprint.environment_label(id);
            let _ = write!(out, " The environment {label} is isolated.");
        }
    }
    entry_points(network, &mut out);
    connections(network, &mut out);
    out
}

fn entry_points(network: &Network, out: &mut String) {
    let entry_points: Vec<String> = network
        .edges()
        .filter(|(_, _, _, edge)| edge.class == EdgeClass::Ingress)
        .map(|(_, _, to, _)| network.node(to).name.clone())
        .collect();
    if !entry_points.is_empty() {
        let _ = write!(out, " {}: {}.", capitalised(OPEN), listed(&entry_points));
    }
}

fn connections(network: &Network, out: &mut String) {
    let edges = || network.edges().filter(|(_, _, _, edge)| edge.class != EdgeClass::Ingress);
    for (_, from, to, edge) in edges().take(MOST_TOLD) {
        let (from, to) = (network.node(from), network.node(to));
        debug_assert!(from.kind != NodeKind::Internet, "only ingress edges come from the internet");
        let _ = write!(
            out,
            " {} calls {} ({}; {}).",
            from.name,
            to.name,
            verdict::edge(edge.class, edge.verdict),
            edge.variables().join(", "),
        );
    }
    let rest = edges().count().saturating_sub(MOST_TOLD);
    if rest > 0 {
        let _ = write!(out, " And {}.", count(rest, "more connection"));
    }
}
