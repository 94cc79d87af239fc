//! The fields of a part, in present spelling.

use super::part::{Item, PartKind, Side, entries};
use super::value::{FieldValue, Fields, flatten};
use super::variables::{self, Names};
use crate::model::{Declaration, EnvVar};
use crate::platform::{
    DEFAULT_REGION, Kind, SchemaNode, present_plan, present_root_field, present_service_field,
    renamed_field, renamed_kind,
};
use crate::syntax::Node;

/// The fields of a part but its name. `names` gives the names that targets go by on the other side.
pub(crate) fn fields(side: &Side<'_>, item: &Item<'_>, names: Names<'_>) -> Fields {
    let mut out = Fields::new();
    let (vars, elsewhere): (&[EnvVar], &[&str]) = match item.sort {
        PartKind::File => {
            (&[], &["services", "databases", "envVarGroups", "projects", "ungrouped"])
        }
        PartKind::Project => (&[], &["name", "environments"]),
        PartKind::Environment => (&[], &["name", "services", "databases", "envVarGroups"]),
        PartKind::Group => (&side.blueprint().groups[item.index].env_vars, &["name", "envVars"]),
        PartKind::Service | PartKind::Database | PartKind::Replica => {
            (&side.blueprint().resources[item.index].env_vars, &["name", "envVars"])
        }
    };
    let Some(node) = item.node else {
        primary(&mut out, side, item, names);
        return out;
    };
    for (name, value) in entries(node) {
        let parts = name == "readReplicas" && value.as_sequence().is_some_and(|v| !v.is_empty());
        // Anchors are kept under such keys; Render knows none of them.
        let holder = item.sort == PartKind::File && name.starts_with("x-");
        if !parts && !holder && !elsewhere.contains(&name) {
            flatten(&mut out, name, value);
        }
    }
    if item.sort == PartKind::File {
        ungrouped(&mut out, node);
    }
    let lists: Vec<&Node> = node
        .as_mapping()
        .unwrap_or_default()
        .iter()
        .filter(|entry| entry.key.as_scalar().is_some_and(|key| key.text == "envVars"))
        .map(|entry| &entry.value)
        .collect();
    if elsewhere.contains(&"envVars") {
        variables::add(&mut out, side, item, vars, &lists, names);
    }
    present_spelling(&mut out, item);
    primary(&mut out, side, item, names);
    out
}

/// What `ungrouped` holds beyond the lists of parts.
fn ungrouped(out: &mut Fields, root: &Node) {
    for (_, node) in entries(root).into_iter().filter(|(name, _)| *name == "ungrouped") {
        for (name, value) in entries(node) {
            if !["services", "databases", "envVarGroups"].contains(&name) {
                flatten(out, &format!("ungrouped.{name}"), value);
            }
        }
    }
}

/// Replaces former spellings by present ones, and writes out the defaults that are sure.
fn present_spelling(out: &mut Fields, item: &Item<'_>) {
    let at_root = item.sort == PartKind::File;
    let service = item.sort == PartKind::Service;
    let node = match item.sort {
        PartKind::File => Some(SchemaNode::Root),
        PartKind::Service => item.kind.map(SchemaNode::Service),
        _ => None,
    };
    for name in out.keys().cloned().collect::<Vec<_>>() {
        let value = out[&name].text.clone();
        let with_value = match item.sort {
            PartKind::File => present_root_field(&name, &value),
            PartKind::Service => present_service_field(&name, &value),
            _ => None,
        };
        let (now, value) = if let Some((now, value)) = with_value {
            (now, value.map(ToOwned::to_owned))
        } else if service && name == "domain" {
            ("domains", Some(format!("[{value}]")))
        } else if let Some(now) = node.and_then(|node| renamed_field(node, &name)) {
            (now, Some(value))
        } else {
            continue;
        };
        out.remove(&name);
        if let Some(value) = value {
            out.entry(now.to_owned()).or_insert_with(|| FieldValue::literal(value));
        }
    }
    if at_root && out.get("previews.generation").is_some_and(|value| value.text == "off") {
        out.remove("previews.generation");
    }
    if item.sort == PartKind::Environment {
        out.entry("networking.isolation".to_owned())
            .or_insert_with(|| FieldValue::literal("disabled"));
        out.entry("permissions.protection".to_owned())
            .or_insert_with(|| FieldValue::literal("disabled"));
    }
    let Some(kind) = item.kind else { return };
    if let Some(now) = out
        .get("type")
        .filter(|_| service)
        .and_then(|written| renamed_kind(&written.text))
        .and_then(Kind::blueprint_type)
    {
        out.insert("type".to_owned(), FieldValue::literal(now));
    }
    if kind.has_region() && item.sort != PartKind::Replica {
        out.entry("region".to_owned()).or_insert_with(|| FieldValue::literal(DEFAULT_REGION.id()));
    }
    for name in ["plan", "previews.plan"] {
        if let Some(plan) = out.get_mut(name) {
            let now = present_plan(kind, &plan.text).unwrap_or(&plan.text).to_owned();
            *plan = FieldValue::literal(now);
        }
    }
}

/// The database that a replica copies.
fn primary(out: &mut Fields, side: &Side<'_>, item: &Item<'_>, names: Names<'_>) {
    let Some(resource) = item.resource().map(|id| side.blueprint().resource(id)) else { return };
    if let Declaration::Replica { primary } = resource.declaration {
        let named = names(side.item_of_resource(primary));
        let name = named.unwrap_or_else(|| side.blueprint().resource(primary).label().to_owned());
        out.insert("copies".to_owned(), FieldValue::described(name));
    }
}
