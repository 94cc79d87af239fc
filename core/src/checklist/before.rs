//! What must exist before the sync: a file that Render takes, and what it names without declaring it.

use std::collections::BTreeMap;

use super::stage::Stage;
use super::step::{Phase, Step};
use crate::analysis::Analysis;
use crate::graph::NodeKind;
use crate::plan::refusals;
use crate::text::Span;

/// What a file needs and does not declare: its words, with who needs it and where.
type Needs = BTreeMap<String, Vec<(String, Span)>>;

pub(super) fn steps(stage: &Stage<'_>) -> Vec<Step> {
    let mut steps = Vec::new();
    if let Some(first) = refusals(stage.head).next() {
        let text = format!(
            "Render refuses this file ({}, line {}): correct it first",
            first.rule,
            stage.head.lines().position(first.span.start(), stage.head.text()).line
        );
        steps.push(Step::new(Phase::Before, "blueprint", text).at([first.span]));
    }
    let known = needs(stage.base);
    for (what, users) in needs(stage.head) {
        let Some((node, _)) = users.first().filter(|_| !known.contains_key(&what)) else {
            continue;
        };
        let mut names: Vec<String> = users.iter().map(|(node, _)| format!("`{node}`")).collect();
        names.dedup();
        let use_it = if names.len() == 1 { "uses it" } else { "use it" };
        let text = format!("{what} must exist in the workspace: {} {use_it}", names.join(", "));
        steps
            .push(Step::new(Phase::Before, node.clone(), text).at(users.iter().map(|(_, at)| *at)));
    }
    steps
}

fn needs(analysis: &Analysis) -> Needs {
    let mut needs = Needs::new();
    let (blueprint, network) = (analysis.blueprint(), analysis.network());
    for resource in &blueprint.resources {
        let Some(node) = network.of_resource(resource.id) else { continue };
        let id = || network.node(node).id.clone();
        for var in &resource.env_vars {
            let Some(group) = var.from_group.present() else { continue };
            if blueprint.find_group(&group.value, resource.scope).is_none() {
                let what = format!("the group `{}`", group.value);
                needs.entry(what).or_default().push((id(), group.span));
            }
        }
        for credential in
            ["registryCredential.fromRegistryCreds.name", "image.creds.fromRegistryCreds.name"]
        {
            let found = resource.settings.get(credential);
            if let Some((name, setting)) = found.and_then(|found| Some((found.text()?, found))) {
                let what = format!("the registry credential `{name}`");
                needs.entry(what).or_default().push((id(), setting.span()));
            }
        }
    }
    for (_, from, to, edge) in network.edges() {
        let target = network.node(to);
        if let (NodeKind::Undeclared { .. }, Some(cause)) = (&target.kind, edge.causes.first()) {
            let what = format!("`{}`", target.name);
            let user = (network.node(from).id.clone(), cause.span);
            needs.entry(what).or_default().push(user);
        }
    }
    needs
}
