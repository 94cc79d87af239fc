//! Secrets that Render generates and a person needs: they are read in the Dashboard, once they are there.

use std::collections::{BTreeMap, BTreeSet};

use super::stage::Stage;
use super::step::{Phase, Step};
use crate::conventions::is_for_person;
use crate::diff::group_id;
use crate::model::{Blueprint, EnvVar};
use crate::plan::Class;

/// A step for each that the sync generates and nobody is to enter.
pub(super) fn steps(stage: &Stage<'_>) -> Vec<Step> {
    let entered: BTreeSet<(&str, &str)> = stage
        .consequences
        .iter()
        .filter(|one| matches!(one.class, Class::Prompt | Class::SetByHand))
        .filter_map(|one| Some((one.part.id.as_str(), one.variable()?)))
        .collect();
    let groups = groups(stage.base.blueprint());
    let mut steps = Vec::new();
    let mut add = |id: &str, owner: &str, vars: &[EnvVar], old: Option<&[EnvVar]>| {
        for (key, var) in generated(vars) {
            if !entered.contains(&(id, key)) && !old.is_some_and(|old| has(old, key)) {
                steps.push(step(id, owner, key, var));
            }
        }
    };
    for (id, resource) in stage.resources() {
        let network = stage.base.network();
        let old = network.find(id).and_then(|node| network.node(node).resource);
        let old = old.filter(|_| !stage.is_created(id));
        let old = old.map(|old| &*stage.base.blueprint().resource(old).env_vars);
        add(id, &format!("`{}`", resource.label()), &resource.env_vars, old);
    }
    for group in &stage.head.blueprint().groups {
        let id = group_id(group);
        let owner = format!("the group `{}`", group.name.text().unwrap_or_default());
        add(&id, &owner, &group.env_vars, groups.get(&id).copied());
    }
    steps
}

/// The variables that Render generates for a person, with their keys. Of a key that is there twice, the last counts.
fn generated(vars: &[EnvVar]) -> impl Iterator<Item = (&str, &EnvVar)> {
    vars.iter().enumerate().filter_map(|(at, var)| {
        let key = var.key.text()?;
        let is_meant = var.generate_value.value() == Some(&true) && is_for_person(key);
        (is_meant && !has(&vars[at + 1..], key)).then_some((key, var))
    })
}

fn has(vars: &[EnvVar], key: &str) -> bool {
    vars.iter().any(|var| var.key.text() == Some(key))
}

/// The variables of groups, by the ids of the groups.
fn groups(blueprint: &Blueprint) -> BTreeMap<String, &[EnvVar]> {
    blueprint.groups.iter().map(|group| (group_id(group), group.env_vars.as_slice())).collect()
}

fn step(node: &str, owner: &str, key: &str, var: &EnvVar) -> Step {
    let text = format!(
        "read `{key}` of {owner} in the Dashboard, under Environment: Render generates it, and a person logs in with it"
    );
    let step = Step::new(Phase::Afterwards, node, text).at(var.key.span());
    Step { variable: Some(key.to_owned()), ..step }
}
