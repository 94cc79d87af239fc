//! Values in the file that wait for the real ones. The file is the place to change them: what somebody enters in the
//! Dashboard, the next sync overwrites.

use std::collections::BTreeSet;

use super::comments::Comments;
use super::stage::Stage;
use super::step::{Phase, Step};
use crate::conventions::is_to_be_replaced;
use crate::diff::group_id;
use crate::model::EnvVar;

pub(super) fn steps(stage: &Stage<'_>, comments: &Comments<'_>) -> Vec<Step> {
    let base = stage.base.blueprint();
    let resources = base.resources.iter().map(|one| (one.label(), &one.env_vars));
    let known: BTreeSet<(&str, &str, &str)> = resources
        .chain(base.groups.iter().map(|one| (one.name.text().unwrap_or_default(), &one.env_vars)))
        .flat_map(|(owner, vars)| literals(vars).map(move |(var, text)| (owner, var.name(), text)))
        .collect();
    let groups = stage
        .head
        .blueprint()
        .groups
        .iter()
        .map(|group| (group_id(group), group.name.text().unwrap_or_default(), &group.env_vars));
    let resources = stage.resources().map(|(id, one)| (id.to_owned(), one.label(), &one.env_vars));
    let mut steps = Vec::new();
    for (node, owner, vars) in resources.chain(groups) {
        for (var, text) in literals(vars) {
            let key = var.name();
            if known.contains(&(owner, key, text)) {
                continue;
            }
            let words = match comments.about(var.span) {
                Some(words) if text.is_empty() => {
                    format!("is empty in the file, which says {words}")
                }
                _ if is_to_be_replaced(text) => "holds a stand-in".to_owned(),
                _ => continue,
            };
            let text = format!(
                "`{key}` of `{owner}` {words}: change it in the file, because the next sync writes that value again"
            );
            steps.push(Step::new(Phase::Before, node.clone(), text).at([var.span]));
        }
    }
    steps
}

/// The variables with a value in the file, each with its text.
fn literals(vars: &[EnvVar]) -> impl Iterator<Item = (&EnvVar, &str)> {
    vars.iter().filter_map(|var| Some((var, var.value.value()?.text.trim())))
}
