//! The places where things are declared: the root, `ungrouped`, and the environments of projects.

use super::env::env_vars;
use super::fields::Fields;
use super::lowering::Lowering;
use super::resource::item;
use crate::model::field::Field;
use crate::model::group::EnvironmentGroup;
use crate::model::project::{Environment, Project};
use crate::model::resource::Declaration;
use crate::model::scope::{EnvironmentId, Scope};
use crate::syntax::Entry;
use crate::text::FileId;

/// The services, databases and groups of one scope. `prefix` ends with a dot unless it is empty.
pub(super) fn members<'a>(
    lowering: &mut Lowering<'a>,
    fields: &Fields<'a>,
    scope: Scope,
    prefix: &str,
) {
    for (list, declaration) in
        [("services", Declaration::Service), ("databases", Declaration::Database)]
    {
        let mut count = 0;
        for entry in fields.all(list) {
            if let Some(items) = entry.value.as_sequence() {
                for node in items {
                    item(
                        lowering,
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
                    lowering,
                    entry,
                    declaration,
                    scope,
                    &format!("{prefix}{list}"),
                );
            }
        }
    }
    groups(lowering, fields, scope, prefix);
    build_sources(lowering, fields);
}

/// Build sources: only their names are needed.
fn build_sources(lowering: &mut Lowering<'_>, fields: &Fields<'_>) {
    for entry in fields.all("buildSources") {
        let items = entry.value.as_sequence().unwrap_or_default();
        let names = items
            .iter()
            .filter_map(|item| Fields::of(item)?.text("name").text().map(ToOwned::to_owned));
        if let Some(root) = lowering.blueprint.roots.last_mut() {
            root.build_sources.extend(names);
        }
    }
}

/// `services:` written as a mapping: either one service, or services keyed by name.
fn mapping_instead_of_list<'a>(
    lowering: &mut Lowering<'a>,
    entry: &'a Entry,
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
        item(lowering, &entry.value, declaration, scope, path.to_owned(), None);
    } else {
        for named in fields.entries() {
            let key = named.key.as_scalar().map_or("", |key| key.text.as_str());
            item(lowering, &named.value, declaration, scope, format!("{path}.{key}"), Some(named));
        }
    }
}

fn groups<'a>(lowering: &mut Lowering<'a>, fields: &Fields<'a>, scope: Scope, prefix: &str) {
    for entry in fields.all("envVarGroups") {
        for (index, node) in entry.value.as_sequence().unwrap_or_default().iter().enumerate() {
            let Some(fields) = Fields::of(node) else { continue };
            let path = format!("{prefix}envVarGroups[{index}]");
            lowering.blueprint.groups.push(EnvironmentGroup {
                name: fields.text("name"),
                scope,
                env_vars: env_vars(&fields, &path),
                span: node.span,
                keys: fields.keys(),
                path,
            });
            lowering.group_nodes.push(node);
        }
    }
}

/// The projects and their environments, with all that is in them.
pub(super) fn projects<'a>(lowering: &mut Lowering<'a>, fields: &Fields<'a>, file: FileId) {
    let before = lowering.blueprint.projects.len();
    for entry in fields.all("projects") {
        for node in entry.value.as_sequence().unwrap_or_default() {
            let Some(fields) = Fields::of(node) else { continue };
            let project = lowering.blueprint.projects.len();
            let path = format!("projects[{}]", project - before);
            lowering.blueprint.projects.push(Project {
                name: fields.text("name"),
                span: node.span,
                path: path.clone(),
                keys: fields.keys(),
            });
            environments(lowering, &fields, (project, file), &path);
            build_sources(lowering, &fields);
        }
    }
}

fn environments<'a>(
    lowering: &mut Lowering<'a>,
    fields: &Fields<'a>,
    (project, file): (usize, FileId),
    path: &str,
) {
    for entry in fields.all("environments") {
        for (index, node) in entry.value.as_sequence().unwrap_or_default().iter().enumerate() {
            let Some(fields) = Fields::of(node) else { continue };
            let id = EnvironmentId(lowering.blueprint.environments.len());
            let path = format!("{path}.environments[{index}]");
            let nested = |outer: &str, inner: &str| {
                fields.mapping(outer).map_or(Field::Absent, |fields| fields.text(inner))
            };
            let name = fields.text("name");
            let text = |field: &Field<String>| field.text().map(str::to_owned);
            let owner = text(&lowering.blueprint.projects[project].name);
            let (twin, first) = lowering.environment_name(file, id, (owner, text(&name)));
            if first != id {
                lowering.blueprint.environments[first.0].further.push(id);
            }
            lowering.blueprint.environments.push(Environment {
                project,
                name,
                twin,
                file,
                first,
                further: Vec::new(),
                isolation: nested("networking", "isolation"),
                protection: nested("permissions", "protection"),
                span: node.span,
                path: path.clone(),
                keys: fields.keys(),
            });
            members(lowering, &fields, Scope::Environment(id), &format!("{path}."));
        }
    }
}
