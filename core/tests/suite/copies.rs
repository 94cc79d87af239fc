//! Which addresses the variables of real Blueprints hold, by a reference or by a copy, against a second reader of YAML and
//! a plain walk along the copies.

use std::collections::{BTreeMap, BTreeSet};

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::CauseKind;
use serde_yaml::Value;

/// A list below a key, wherever its mapping stands in a document.
fn lists<'a>(value: &'a Value, name: &str, out: &mut Vec<&'a Value>) {
    match value {
        Value::Mapping(fields) => {
            for (key, value) in fields {
                if key.as_str() == Some(name) {
                    out.extend(value.as_sequence().into_iter().flatten());
                } else {
                    lists(value, name, out);
                }
            }
        }
        Value::Sequence(items) => items.iter().for_each(|item| lists(item, name, out)),
        _ => {}
    }
}

/// The addresses that every service of a document holds in the end, as `service KEY target`, by a second reader of YAML;
/// `None` for a document with two services of one name, or with references in groups, which Render ignores.
fn addresses(document: &Value) -> Option<BTreeSet<String>> {
    let (mut services, mut groups) = (Vec::new(), Vec::new());
    lists(document, "services", &mut services);
    // A service in the wrong list is one all the same.
    let mut databases = Vec::new();
    lists(document, "databases", &mut databases);
    services.extend(databases.into_iter().filter(|item| item["envVars"].is_sequence()));
    lists(document, "envVarGroups", &mut groups);
    let named = |items: Vec<&'_ Value>| -> BTreeMap<String, Vec<Value>> {
        let pair = |item: &Value| {
            let variables = item["envVars"].as_sequence().cloned().unwrap_or_default();
            Some((item["name"].as_str()?.to_owned(), variables))
        };
        items.into_iter().filter_map(pair).collect()
    };
    let count = services.len();
    let (services, groups) = (named(services), named(groups));
    if services.len() != count {
        return None;
    }
    let refers = |one: &Value| one["fromService"].is_mapping() || one["fromDatabase"].is_mapping();
    if groups.values().flatten().any(refers) {
        return None;
    }
    let variable = |owner: &str, key: &str| {
        let is_it = |one: &&Value| one["key"].as_str() == Some(key);
        let own = services.get(owner)?;
        let linked = own.iter().filter_map(|one| groups.get(one["fromGroup"].as_str()?)).flatten();
        own.iter().chain(linked).find(is_it).cloned()
    };
    let builtin = |key: &str| key.starts_with("RENDER_");
    let mut out = BTreeSet::new();
    for (name, variables) in &services {
        for given in variables.iter().filter(|one| one["key"].is_string()) {
            let mut at = given.clone();
            for _ in 0..50 {
                let reference = &at["fromService"];
                let (Some(key), None) =
                    (reference["envVarKey"].as_str(), reference["property"].as_str())
                else {
                    break;
                };
                if builtin(key) {
                    break;
                }
                let owner = reference["name"].as_str().unwrap_or_default();
                at = variable(owner, key).unwrap_or(Value::Null);
            }
            let is_address = |property: Option<&str>| {
                property
                    .is_some_and(|one| !matches!(one, "user" | "password" | "database" | "slug"))
            };
            for form in ["fromService", "fromDatabase"] {
                let (to, property) = (at[form]["name"].as_str(), at[form]["property"].as_str());
                // A service has no user, and asks for an address whatever it asks for.
                let is_address = match form {
                    "fromService" => property.is_some_and(|one| one != "slug"),
                    _ => is_address(property),
                };
                if let (Some(to), true) =
                    (to.filter(|to| *to != name || form == "fromDatabase"), is_address)
                {
                    let key = given["key"].as_str().unwrap_or_default();
                    out.insert(format!("{name} {key} {to}"));
                }
            }
        }
    }
    Some(out)
}

#[test]
fn addresses_in_real_blueprints_agree_with_a_second_reader() {
    let Some(files) = crate::real::blueprints() else { return };
    let (mut compared, mut count) = (0, 0);
    let mut differences = String::new();
    for (name, bytes) in files {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Ok(mut document) = serde_yaml::from_str::<Value>(&text) else { continue };
        let Some(wanted) = document.apply_merge().ok().and_then(|()| addresses(&document)) else {
            continue;
        };
        let analysis = Analysis::new(&text);
        let network = analysis.network();
        let mut found = BTreeSet::new();
        for (_, from, to, edge) in network.edges() {
            // Pages may build a public address from the host of a web service.
            let of_page = edge.class.id() == "public";
            for cause in edge.causes.iter().filter(|_| of_page || edge.class.id() == "private") {
                let source = cause.source.as_ref().map_or(cause.kind, |source| source.kind);
                let is_reference = matches!(source, CauseKind::Service | CauseKind::Database);
                let (from, to) = (&network.node(from).name, &network.node(to).name);
                let one = format!("{from} {} {to}", cause.variable);
                if is_reference && (!of_page || wanted.contains(&one)) {
                    found.insert(one);
                }
            }
        }
        // A reference without a property and a variable without a key are reported, and compared nowhere.
        found.retain(|one| wanted.contains(one) || has_property(&document, one));
        let apart: Vec<_> = found.symmetric_difference(&wanted).collect();
        if !apart.is_empty() {
            differences.push_str(&format!("\n{name}: {apart:?}"));
        }
        compared += 1;
        count += found.len();
    }
    assert!(differences.is_empty(), "{differences}");
    assert!(compared > 200 && count > 300, "{count} addresses in {compared} files");
}

/// Whether some variable of that key refers with a property.
fn has_property(document: &Value, one: &str) -> bool {
    let key = one.split(' ').nth(1).unwrap_or_default();
    let mut variables = Vec::new();
    lists(document, "envVars", &mut variables);
    let of_key = variables.iter().filter(|var| var["key"].as_str() == Some(key));
    of_key.into_iter().any(|var| {
        ["fromService", "fromDatabase"].iter().any(|form| var[form]["property"].is_string())
    })
}
