//! Which changes make sense for a node: what a menu offers.

use super::Change;
use crate::analysis::Analysis;
use crate::graph::{NodeKind, NodeRef};
use crate::model::{Blueprint, Resource, Scope};
use crate::platform::{FREE_PLAN, Kind, Region, cheapest_paid_plan, makes_previews};
use crate::text::FileId;

/// The changes that can be written for a node and would not leave everything as it is: regions in Render's order, kinds,
/// the plan, the isolation of its environment, the allow list. For the internet, preview environments.
pub fn choices(analysis: &Analysis, node: NodeRef) -> Vec<Change> {
    let question = analysis.question();
    let (blueprint, data) = (question.blueprint, question.network.node(node));
    let mut found = Vec::new();
    if data.kind == NodeKind::Internet {
        found.push(Change::Previews(!has_previews(blueprint)));
    }
    if let Some(resource) = data.resource.map(|id| blueprint.resource(id)) {
        let others =
            Region::ALL.into_iter().filter(|region| data.placement.region() != Some(*region));
        found.extend(others.map(|region| Change::Region(node, region)));
        let kinds = [Kind::Web, Kind::PrivateService, Kind::Worker];
        let kind = resource.kind.kind();
        found.extend(
            kinds
                .into_iter()
                .filter(|other| Some(*other) != kind)
                .map(|kind| Change::Kind(node, kind)),
        );
        found.extend(plan(resource).map(|plan| Change::Plan(node, plan.to_owned())));
        if let Scope::Environment(environment) = resource.scope {
            let on = blueprint.is_isolated(resource.scope);
            found.push(Change::Isolation(environment, !on));
        }
        if kind.is_some_and(Kind::is_datastore) && data.exposure.is_entry_point() {
            found.push(Change::AllowOnly(node, Vec::new()));
        }
    }
    found.retain(|change| change.edit(question).is_some());
    found
}

/// Whether the file, the first of several, makes preview environments.
fn has_previews(blueprint: &Blueprint) -> bool {
    blueprint.root(FileId::default()).previews_generation.text().is_some_and(makes_previews)
}

/// The plan on the other side of what matters to the network: being free, for a web service.
fn plan(resource: &Resource) -> Option<&'static str> {
    if resource.kind.kind() != Some(Kind::Web) {
        return None;
    }
    if resource.free_plan().is_some() { cheapest_paid_plan(Kind::Web) } else { Some(FREE_PLAN) }
}
