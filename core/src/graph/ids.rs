//! Stable ids of nodes: `kind:name`, with the scope and a number behind it where that is not unique.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::model::{Blueprint, Resource};
use crate::text::LineIndex;

/// Percent-encodes `%`, `@`, `#`, `/`, `:` and white space, so that a name cannot be taken for a part of an id.
pub fn encode_name(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        if matches!(c, '%' | '@' | '#' | '/' | ':') || c.is_whitespace() || c.is_control() {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                // Writing to a String cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// The ids of all resources, in their order.
///
/// The first of equal ids keeps the bare id; later ones get `@scope`, and `#2`, `#3` … inside one scope.
/// A resource without a name is `kind:?N`, N its 1-based line.
pub(super) fn resource_ids(blueprint: &Blueprint, text: &str, lines: &LineIndex) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut out: Vec<String> = Vec::with_capacity(blueprint.resources.len());
    for resource in &blueprint.resources {
        let bare = bare_id(resource, text, lines);
        let id = if out.contains(&bare) {
            let scope = blueprint.scope_label(resource.scope);
            let scope = scope.split('/').map(encode_name).collect::<Vec<_>>().join("/");
            let first_of_scope = blueprint
                .resources
                .iter()
                .zip(&out)
                .any(|(other, id)| other.scope == resource.scope && *id == bare);
            if first_of_scope {
                numbered(&bare, &mut seen, &out)
            } else {
                let scoped = format!("{bare}@{scope}");
                if out.contains(&scoped) { numbered(&scoped, &mut seen, &out) } else { scoped }
            }
        } else {
            bare
        };
        out.push(id);
    }
    out
}

/// `id#2`, `id#3` …: the first that is free.
fn numbered(id: &str, seen: &mut BTreeMap<String, usize>, taken: &[String]) -> String {
    let count = seen.entry(id.to_owned()).or_insert(1);
    loop {
        *count += 1;
        let candidate = format!("{id}#{count}");
        if !taken.contains(&candidate) {
            return candidate;
        }
    }
}

fn bare_id(resource: &Resource, text: &str, lines: &LineIndex) -> String {
    let kind = resource.kind.kind().map_or("unknown", crate::platform::Kind::id);
    match resource.name.text().filter(|name| !name.is_empty()) {
        Some(name) => format!("{kind}:{}", encode_name(name)),
        None => format!("{kind}:?{}", lines.position(resource.span.start(), text).line),
    }
}
