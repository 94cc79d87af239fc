//! Stable ids of nodes: `kind:name`, with the scope, the file and a number behind it where that is not unique.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::model::{Blueprint, Resource, Scope};
use crate::text::Files;

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
/// The first of equal ids keeps the bare id; later ones get `@scope`, in another file than the first one `@FILE` behind
/// that, and `#2`, `#3` … inside one scope. A resource without a name is `kind:?N`, N its 1-based line.
pub(super) fn resource_ids(blueprint: &Blueprint, text: &str, files: &Files) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    // Every id with the scope that has it.
    let mut taken: BTreeMap<String, Scope> = BTreeMap::new();
    let mut out: Vec<String> = Vec::with_capacity(blueprint.resources.len());
    for resource in &blueprint.resources {
        let bare = bare_id(resource, text, files);
        let id = match taken.get(&bare) {
            None => bare,
            Some(first) if *first == resource.scope => numbered(&bare, &mut seen, &taken),
            Some(first) => {
                let scope = encode_path(&blueprint.scope_label(resource.scope));
                let here = blueprint.file_of(resource.scope);
                let mut scoped = format!("{bare}@{scope}");
                if here != blueprint.file_of(*first) {
                    scoped.push('@');
                    scoped.push_str(&encode_path(&files.get(here).path));
                }
                if taken.contains_key(&scoped) {
                    numbered(&scoped, &mut seen, &taken)
                } else {
                    scoped
                }
            }
        };
        taken.insert(id.clone(), resource.scope);
        out.push(id);
    }
    out
}

/// A path or a scope's label for an id: what parts it stays.
pub(super) fn encode_path(path: &str) -> String {
    path.split('/').map(encode_name).collect::<Vec<_>>().join("/")
}

/// `id#2`, `id#3` …: the first that is free.
fn numbered(
    id: &str,
    seen: &mut BTreeMap<String, usize>,
    taken: &BTreeMap<String, Scope>,
) -> String {
    let count = seen.entry(id.to_owned()).or_insert(1);
    loop {
        *count += 1;
        let candidate = format!("{id}#{count}");
        if !taken.contains_key(&candidate) {
            return candidate;
        }
    }
}

fn bare_id(resource: &Resource, text: &str, files: &Files) -> String {
    let kind = resource.kind.kind().map_or("unknown", crate::platform::Kind::id);
    match resource.name.text().filter(|name| !name.is_empty()) {
        Some(name) => format!("{kind}:{}", encode_name(name)),
        None => format!("{kind}:?{}", files.position(resource.span.start(), text).line),
    }
}
