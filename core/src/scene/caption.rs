//! The words on the picture: names, second lines, headings, labels; and what they are in full.

use crate::diagnostics::{Diagnostic, Severity};
use crate::graph::{NetEdge, NetNode, NodeKind};
use crate::model::{Blueprint, Field, Resource};
use crate::platform::{Kind, PlanReading, Receiving, read_plan};
use crate::text::{Weight, measure, shorten_middle};
use crate::wording::count::count;

/// Font sizes of the drawing, as in `style/diagram.css`; `NODE_TEXT_SIZE` is that of second lines.
/// Names of nodes.
pub(super) const NODE_NAME_SIZE: f64 = 15.0;
/// Names of lanes.
pub(super) const NAME_SIZE: f64 = 14.0;
/// Headings' facts, legend.
pub(super) const TEXT_SIZE: f64 = 12.0;
/// Labels of edges, names of columns.
pub(super) const SMALL_SIZE: f64 = 11.0;
/// Between a sample in the legend and its word.
pub(super) const LEGEND_GAP: f64 = 10.0;
/// Left and right of a label's text on its card.
const CARD_PAD: f64 = 7.0;
/// The same where it is a number.
const NUMBER_PAD: f64 = 4.0;
/// The shortest wordings of a label, as widths of the text.
const SHORT_LABELS: [f64; 2] = [180.0, 104.0];
/// The widest number that stands for a label.
const WIDEST_NUMBER: &str = "00";

/// The wordings of a node's second line, from the fullest to the shortest: what it is, and the facts that tell it from
/// its neighbours.
pub(super) fn second_lines(blueprint: &Blueprint, node: &NetNode) -> Vec<String> {
    match node.kind {
        NodeKind::Internet => vec![String::new()],
        NodeKind::Folded { members, .. } => vec![count(members, "resource")],
        NodeKind::External => vec!["outside this workspace".to_owned()],
        NodeKind::Undeclared { expected } => {
            let full = expected.map(|kind| format!("not in this file · {}", kind.words()));
            full.into_iter().chain(["not in this file".to_owned()]).collect()
        }
        NodeKind::Resource(_) => {
            let mut parts =
                vec![node.resource_kind().map_or("Unknown kind", Kind::words).to_owned()];
            if let Some(resource) = node.resource {
                facts(blueprint.resource(resource), node.resource_kind(), &mut parts);
            }
            joined(&parts)
        }
    }
}

/// All parts, then one after the other fewer of them.
pub(super) fn joined(parts: &[String]) -> Vec<String> {
    (1..=parts.len()).rev().map(|count| parts[..count].join(" · ")).collect()
}

fn facts(resource: &Resource, kind: Option<Kind>, parts: &mut Vec<String>) {
    if kind == Some(Kind::PrivateService)
        && let Some(port) = resource.stated_port()
    {
        parts.push(format!(":{port}"));
    }
    if let Some(schedule) = resource.settings.text("schedule").filter(|_| kind == Some(Kind::Cron))
    {
        parts.push(schedule.to_owned());
    }
    if let Some(plan) = resource.plan.text().filter(|plan| !plan.is_empty()) {
        parts.push(plan.to_owned());
    }
    if let Some(count) =
        resource.settings.text("numInstances").filter(|count| !matches!(*count, "" | "1"))
    {
        parts.push(format!("×{count}"));
    }
    if resource.written("disk").is_some() {
        parts.push("disk".to_owned());
    }
}

/// Whether a node can be called over the private network, so that it shows a ring.
pub(super) fn receives(blueprint: &Blueprint, node: &NetNode) -> bool {
    match node.resource_kind().map(Kind::receives) {
        Some(Receiving::Yes) => true,
        Some(Receiving::UnlessFree) => node.resource.is_some_and(|resource| {
            match (&blueprint.resource(resource).plan, node.resource_kind()) {
                (Field::Absent, _) => true,
                (Field::Present(plan), Some(kind)) => {
                    read_plan(kind, &plan.value) == PlanReading::Paid
                }
                _ => false,
            }
        }),
        Some(Receiving::No) | None => false,
    }
}

/// `web service`, `Postgres`, …: a kind in the middle of a sentence.
pub(super) fn kind_in_words(node: &NetNode) -> String {
    match node.kind {
        NodeKind::Internet => "the internet".to_owned(),
        NodeKind::External => "outside this workspace".to_owned(),
        NodeKind::Undeclared { .. } => "not in this file".to_owned(),
        NodeKind::Folded { members, .. } => count(members, "resource"),
        NodeKind::Resource(_) => match node.resource_kind() {
            Some(kind @ (Kind::KeyValue | Kind::Postgres)) => kind.words().to_owned(),
            Some(kind) => kind.words().to_ascii_lowercase(),
            None => "unknown kind".to_owned(),
        },
    }
}

/// The wordings of the label of some edges' line, from the fullest to the shortest; none for one without a variable.
pub(super) fn labels(edges: &[&NetEdge], rule: Option<&str>) -> Vec<String> {
    let names = variables(edges);
    let Some(first) = names.first() else { return Vec::new() };
    let merged: usize = edges.iter().map(|edge| edge.merged).sum();
    if merged > edges.len() {
        return vec![count(merged, "connection"), format!("×{merged}")];
    }
    let more = match names.len() {
        1 => String::new(),
        names => format!(" +{}", names - 1),
    };
    let mut out = Vec::new();
    let mut add = |text: String| {
        if out.last() != Some(&text) {
            out.push(text);
        }
    };
    if let Some(rule) = rule {
        add(format!("{first}{more} · {rule}"));
    }
    add(format!("{first}{more}"));
    let tail = measure(&more, SMALL_SIZE, Weight::Regular);
    for width in SHORT_LABELS {
        // The last word says what it holds: a host, a port, an address.
        let last = first.rfind('_').unwrap_or(first.len());
        let name = shorten_middle(first, SMALL_SIZE, Weight::Regular, width - tail, last);
        add(format!("{name}{more}"));
    }
    out
}

/// The variables of some edges, each once.
fn variables<'a>(edges: &[&'a NetEdge]) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    for name in edges.iter().flat_map(|edge| edge.variables()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The width of the card of a number that stands for a label.
pub(super) fn number_card_width() -> f64 {
    (measure(WIDEST_NUMBER, SMALL_SIZE, Weight::Regular) + 2.0 * NUMBER_PAD).ceil()
}

/// The width of the legend's entry for such a number.
pub(super) fn number_width(text: &str) -> f64 {
    number_card_width() + LEGEND_GAP + measure(text, TEXT_SIZE, Weight::Regular)
}

/// The width of a label's card.
pub(super) fn card_width(text: &str) -> f64 {
    (measure(text, SMALL_SIZE, Weight::Regular) + 2.0 * CARD_PAD).ceil()
}

/// How many of some findings are errors.
pub(super) fn errors(findings: &[&Diagnostic]) -> usize {
    findings.iter().filter(|finding| finding.severity == Severity::Error).count()
}

/// The rule to name on an edge: of its most severe finding, the first in the file.
pub(super) fn rule_of(findings: &[&Diagnostic]) -> Option<&'static str> {
    let mut worst: Option<&Diagnostic> = None;
    for finding in findings {
        if worst.is_none_or(|worst| finding.severity > worst.severity) {
            worst = Some(finding);
        }
    }
    worst.map(|finding| finding.rule)
}
