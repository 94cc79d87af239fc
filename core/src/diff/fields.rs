//! The fields of a part, in present spelling, and how they changed.

use super::difference::{FieldChange, PartChange, PartChangeKind, Shown};
use super::pairing::Pairing;
use super::part::{Item, PartKind, Side, entries};
use super::secret;
use super::value::{Fields, Held, flatten};
use super::variables::{self, Names};
use crate::model::{Declaration, EnvVar};
use crate::platform::{
    DEFAULT_REGION, Kind, SchemaNode, present_plan, present_root_field, present_service_field,
    renamed_field, renamed_kind,
};
use crate::sort;
use crate::syntax::Node;

/// The fields of a part but its name. `names` gives the names that targets go by on the other side.
pub(super) fn fields(side: &Side<'_>, item: &Item<'_>, names: Names<'_>) -> Fields {
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
    let place = match item.sort {
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
        } else if let Some(now) = place.and_then(|place| renamed_field(place, &name)) {
            (now, Some(value))
        } else {
            continue;
        };
        out.remove(&name);
        if let Some(value) = value {
            out.entry(now.to_owned()).or_insert_with(|| Held::literal(value));
        }
    }
    if at_root && out.get("previews.generation").is_some_and(|value| value.text == "off") {
        out.remove("previews.generation");
    }
    if item.sort == PartKind::Environment {
        out.entry("networking.isolation".to_owned()).or_insert_with(|| Held::literal("disabled"));
        out.entry("permissions.protection".to_owned()).or_insert_with(|| Held::literal("disabled"));
    }
    let Some(kind) = item.kind else { return };
    if let Some(now) = out
        .get("type")
        .filter(|_| service)
        .and_then(|written| renamed_kind(&written.text))
        .and_then(Kind::blueprint_type)
    {
        out.insert("type".to_owned(), Held::literal(now));
    }
    if kind.has_region() && item.sort != PartKind::Replica {
        out.entry("region".to_owned()).or_insert_with(|| Held::literal(DEFAULT_REGION.id()));
    }
    for name in ["plan", "previews.plan"] {
        if let Some(plan) = out.get_mut(name) {
            let now = present_plan(kind, &plan.text).unwrap_or(&plan.text).to_owned();
            *plan = Held::literal(now);
        }
    }
}

/// The database that a replica copies.
fn primary(out: &mut Fields, side: &Side<'_>, item: &Item<'_>, names: Names<'_>) {
    let Some(resource) = item.resource().map(|id| side.blueprint().resource(id)) else { return };
    if let Declaration::Replica { primary } = resource.declaration {
        let named = names(side.item_of_resource(primary));
        let name = named.unwrap_or_else(|| side.blueprint().resource(primary).label().to_owned());
        out.insert("copies".to_owned(), Held::described(name));
    }
}

/// Every part that changed: those of the head in their order, then those that are gone.
pub(super) fn changes(base: &Side<'_>, head: &Side<'_>, pairing: &Pairing) -> Vec<PartChange> {
    let names = |item: usize| pairing.new_name(base, head, item);
    let same = |_: usize| None;
    let mut out = Vec::new();
    for (index, item) in head.items.iter().enumerate() {
        let after = fields(head, item, &same);
        let partner = pairing.of_head(index);
        let (kind, changed) = match partner.map(|index| &base.items[index]) {
            None => (PartChangeKind::Added, compare(&Fields::new(), &after)),
            Some(old) => {
                let mut changed = compare(&fields(base, old, &names), &after);
                if !pairing.same_scope(base, head, old.scope, item.scope) {
                    changed.push(moved(base, head, old, item));
                }
                let kind = if old.name == item.name {
                    PartChangeKind::Changed
                } else {
                    PartChangeKind::Renamed { from: old.part.name.clone() }
                };
                (kind, changed)
            }
        };
        let silent = kind == PartChangeKind::Changed && changed.is_empty();
        if !silent {
            out.push(PartChange { part: item.part.clone(), kind, fields: changed });
        }
    }
    for (index, item) in base.items.iter().enumerate() {
        if pairing.of_base(index).is_none() {
            let before = fields(base, item, &same);
            let fields = compare(&before, &Fields::new());
            out.push(PartChange { part: item.part.clone(), kind: PartChangeKind::Removed, fields });
        }
    }
    out
}

/// The scope of a part that stands in another one now, as a field.
fn moved(base: &Side<'_>, head: &Side<'_>, old: &Item<'_>, new: &Item<'_>) -> FieldChange {
    let shown = |side: &Side<'_>, item: &Item<'_>| {
        Some(Shown { text: side.blueprint().scope_label(item.scope), hidden: false })
    };
    FieldChange { field: "scope".to_owned(), before: shown(base, old), after: shown(head, new) }
}

/// The fields that differ, by name.
fn compare(before: &Fields, after: &Fields) -> Vec<FieldChange> {
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    sort::ascending(&mut names);
    names.dedup();
    names
        .into_iter()
        .filter(|name| before.get(*name) != after.get(*name))
        .map(|name| FieldChange {
            field: name.clone(),
            before: before.get(name).map(|held| secret::shown(name, held)),
            after: after.get(name).map(|held| secret::shown(name, held)),
        })
        .collect()
}
