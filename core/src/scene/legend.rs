//! Which signs a picture uses, so that its legend explains those and no others; and which findings are among them.

use super::caption;
use super::picture::LegendEntry;
use super::planned::{Plan, PlannedGroup};
use crate::diagnostics::{Diagnostic, Severity};
use crate::graph::{EdgeClass, NetNode, Network, Verdict};
use crate::model::{Blueprint, Scope};
use crate::wording::exposure::OPEN;
use crate::wording::verdict::UNKNOWN;

/// What the legend explains.
pub(super) fn legend_entries(
    blueprint: &Blueprint,
    network: &Network,
    plan: &Plan<'_>,
) -> Vec<LegendEntry> {
    let edges: Vec<_> = network.edges().map(|(.., edge)| edge).collect();
    let lines = || plan.lines.iter().filter(|line| line.drawn).map(|line| edges[line.lead]);
    let has = |class: EdgeClass, verdict: Verdict| {
        lines().any(|edge| edge.class == class && edge.verdict == verdict)
    };
    let verdict = |verdict| lines().any(|edge| edge.verdict == verdict);
    let marked = |severity| {
        let severity_of = |node: &NetNode| worst(plan.of_node.get(node.id.as_str()));
        network.nodes().any(|(_, node)| severity_of(node) == Some(severity))
    };
    let isolated =
        |group: &PlannedGroup| blueprint.is_isolated(Scope::Environment(group.environment));
    let receives = network.nodes().any(|(_, node)| caption::receives(blueprint, node));
    let entries = [
        ("private", "private network", has(EdgeClass::Private, Verdict::Ok)),
        ("ingress", OPEN, has(EdgeClass::Ingress, Verdict::Ok)),
        ("public", "to a public address", has(EdgeClass::Public, Verdict::Ok)),
        ("detour", "public detour between own services", verdict(Verdict::Detour)),
        ("blocked", "blocked", verdict(Verdict::Blocked)),
        ("unknown", UNKNOWN, verdict(Verdict::Unknown)),
        ("config", "value copied, no traffic", has(EdgeClass::Config, Verdict::Ok)),
        ("control", "through Render\u{2019}s API", has(EdgeClass::Control, Verdict::Ok)),
        ("can-receive", "can be called privately", receives),
        ("isolated", "isolated environment", plan.groups.iter().any(isolated)),
        ("error", "error", marked(Severity::Error)),
        ("warning", "warning", marked(Severity::Warning)),
    ];
    let occurs = entries.into_iter().filter(|(_, _, occurs)| *occurs);
    occurs.map(|(id, text, _)| LegendEntry { id, text }).collect()
}

/// The worst finding that is marked on the picture; advice is not.
pub(super) fn worst(findings: Option<&Vec<&Diagnostic>>) -> Option<Severity> {
    findings?.iter().map(|f| f.severity).max().filter(|severity| *severity > Severity::Info)
}
