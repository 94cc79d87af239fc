//! The groups that a service links, for the rules about variables that come from them.

use std::collections::BTreeSet;

use super::context::Context;
use crate::model::{EnvVar, EnvironmentGroup, Present, Resource};

/// A `fromGroup` of a service.
pub(crate) struct GroupLink<'a> {
    /// The entry.
    pub(crate) var: &'a EnvVar,
    /// The name it gives.
    pub(crate) name: &'a Present<String>,
    /// The group of that name; `None` when the file declares none.
    pub(crate) group: Option<&'a EnvironmentGroup>,
}

/// What a service links, in source order.
pub(crate) fn group_links<'a>(
    context: &Context<'a>,
    resource: &'a Resource,
) -> impl Iterator<Item = GroupLink<'a>> + use<'a> {
    let blueprint = context.blueprint;
    resource.env_vars.iter().filter_map(move |var| {
        let name = var.from_group.present()?;
        let group = blueprint.find_group(&name.value, resource.scope);
        Some(GroupLink { var, name, group: group.map(|group| &blueprint.groups[group.0]) })
    })
}

/// The variables that a service takes over from its groups: those that it does not have by itself.
pub(crate) fn taken_over<'a>(
    context: &Context<'a>,
    resource: &'a Resource,
) -> impl Iterator<Item = &'a EnvVar> + use<'a> {
    let own: BTreeSet<&str> = resource.env_vars.iter().filter_map(|var| var.key.text()).collect();
    group_links(context, resource)
        .filter_map(|link| link.group)
        .flat_map(|group| &group.env_vars)
        .filter(move |var| !var.key.text().is_some_and(|key| own.contains(key)))
}

/// The variable of that key in a list.
pub(crate) fn variable<'a>(vars: &'a [EnvVar], key: &str) -> Option<&'a EnvVar> {
    vars.iter().find(|var| var.key.text() == Some(key))
}

/// The keys that a service has by itself and from its groups; `None` when it links a group that the file does not
/// declare, so that nobody can tell.
pub(crate) fn keys_of<'a>(context: &Context<'a>, resource: &'a Resource) -> Option<Vec<&'a str>> {
    let mut keys: Vec<&str> = resource.env_vars.iter().filter_map(|var| var.key.text()).collect();
    for link in group_links(context, resource) {
        keys.extend(link.group?.env_vars.iter().filter_map(|var| var.key.text()));
    }
    Some(keys)
}
