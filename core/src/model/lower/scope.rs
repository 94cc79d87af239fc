//! The places where things are declared: the root, `ungrouped`, and the environments of projects.

use super::env::env_vars;
use super::fields::Fields;
use super::resource::item;
use crate::model::blueprint::{
    Blueprint, Environment, EnvironmentGroup, EnvironmentId, Project, Scope,
};
use crate::model::field::Field;
use crate::model::resource::{Declaration, ResourceId};
use crate::sort;
use crate::syntax::Entry;

/// The services, databases and groups of one scope. `prefix` ends with a dot unless it is empty.
pub(super) fn members(blueprint: &mut Blueprint, fields: &Fields<'_>, scope: Scope, prefix: &str) {
    for (list, declaration) in
        [("services", Declaration::Service), ("databases", Declaration::Database)]
    {
        let mut count = 0;
        for entry in fields.all(list) {
            if let Some(items) = entry.value.as_sequence() {
                for node in items {
                    item(
                        blueprint,
                        node,
                        declaration,
                        scope,
                        format!("{prefix}{list}[{count}]"),
                        None,
                    );
                    count += 1;
                }
            } else {
                mapping_instead_of_list(
                    blueprint,
                    entry,
                    declaration,
                    scope,
                    &format!("{prefix}{list}"),
                );
            }
        }
    }
    groups(blueprint, fields, scope, prefix);
    build_sources(blueprint, fields);
}

/// Build sources: only their names are needed.
pub(super) fn build_sources(blueprint: &mut Blueprint, fields: &Fields<'_>) {
    for entry in fields.all("buildSources") {
        let items = entry.value.as_sequence().unwrap_or_default();
        let names = items
            .iter()
            .filter_map(|item| Fields::of(item)?.text("name").text().map(ToOwned::to_owned));
        blueprint.build_sources.extend(names);
    }
}

/// `services:` written as a mapping: either one service, or services keyed by name.
fn mapping_instead_of_list(
    blueprint: &mut Blueprint,
    entry: &Entry,
    declaration: Declaration,
    scope: Scope,
    path: &str,
) {
    let Some(fields) = Fields::of(&entry.value) else { return };
    let one = ["type", "name", "runtime", "env", "plan"].iter().any(|key| {
        fields
            .entry(key)
            .is_some_and(|entry| entry.value.as_scalar().is_some() && !entry.value.is_null())
    });
    if one {
        item(blueprint, &entry.value, declaration, scope, path.to_owned(), None);
    } else {
        for named in fields.entries() {
            let key = named.key.as_scalar().map_or("", |key| key.text.as_str());
            item(blueprint, &named.value, declaration, scope, format!("{path}.{key}"), Some(named));
        }
    }
}

fn groups(blueprint: &mut Blueprint, fields: &Fields<'_>, scope: Scope, prefix: &str) {
    for entry in fields.all("envVarGroups") {
        for (index, node) in entry.value.as_sequence().unwrap_or_default().iter().enumerate() {
            let Some(fields) = Fields::of(node) else { continue };
            let path = format!("{prefix}envVarGroups[{index}]");
            blueprint.groups.push(EnvironmentGroup {
                name: fields.text("name"),
                scope,
                env_vars: env_vars(&fields, &path),
                span: node.span,
                keys: fields.keys(),
                path,
            });
        }
    }
}

/// The projects and their environments, with all that stands in them.
pub(super) fn projects(blueprint: &mut Blueprint, fields: &Fields<'_>) {
    for entry in fields.all("projects") {
        for node in entry.value.as_sequence().unwrap_or_default() {
            let Some(fields) = Fields::of(node) else { continue };
            let project = blueprint.projects.len();
            let path = format!("projects[{project}]");
            blueprint.projects.push(Project {
                name: fields.text("name"),
                span: node.span,
                path: path.clone(),
                keys: fields.keys(),
            });
            environments(blueprint, &fields, project, &path);
            build_sources(blueprint, &fields);
        }
    }
}

fn environments(blueprint: &mut Blueprint, fields: &Fields<'_>, project: usize, path: &str) {
    for entry in fields.all("environments") {
        for (index, node) in entry.value.as_sequence().unwrap_or_default().iter().enumerate() {
            let Some(fields) = Fields::of(node) else { continue };
            let id = EnvironmentId(blueprint.environments.len());
            let path = format!("{path}.environments[{index}]");
            let nested = |outer: &str, inner: &str| {
                fields.mapping(outer).map_or(Field::Absent, |fields| fields.text(inner))
            };
            blueprint.environments.push(Environment {
                project,
                name: fields.text("name"),
                isolation: nested("networking", "isolation"),
                protection: nested("permissions", "protection"),
                span: node.span,
                path: path.clone(),
                keys: fields.keys(),
            });
            members(blueprint, &fields, Scope::Environment(id), &format!("{path}."));
        }
    }
}

/// Puts resources and groups into source order, whatever the order in which scopes were read.
pub(super) fn in_source_order(blueprint: &mut Blueprint) {
    sort::by_key(&mut blueprint.groups, |group| group.span.start);
    let mut order: Vec<usize> = (0..blueprint.resources.len()).collect();
    sort::by_key(&mut order, |index| (blueprint.resources[*index].span.start, *index));
    let mut place = vec![0; order.len()];
    for (new, old) in order.iter().enumerate() {
        place[*old] = new;
    }
    let mut resources: Vec<_> = std::mem::take(&mut blueprint.resources);
    for resource in &mut resources {
        resource.id = ResourceId(place[resource.id.0]);
        if let Declaration::Replica { primary } = &mut resource.declaration {
            *primary = ResourceId(place[primary.0]);
        }
    }
    sort::by_key(&mut resources, |resource| resource.id);
    blueprint.resources = resources;
}
