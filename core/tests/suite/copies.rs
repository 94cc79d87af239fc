//! What real Blueprints copy from service to service, against a second reader of YAML and a plain walk along the copies.

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

/// What every service of a document copies in the end, as `service KEY target`, by a second reader of YAML; `None` for a
/// document with two services of one name.
fn copied(document: &Value) -> Option<BTreeSet<String>> {
    let (mut services, mut groups) = (Vec::new(), Vec::new());
    lists(document, "services", &mut services);
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
    let variable = |owner: &str, key: &str| {
        let is_it = |one: &&Value| one["key"].as_str() == Some(key);
        let own = services.get(owner)?;
        let linked = own.iter().filter_map(|one| groups.get(one["fromGroup"].as_str()?)).flatten();
        own.iter().chain(linked).find(is_it).cloned()
    };
    let builtin = |key: &str| key.starts_with("RENDER_");
    let mut out = BTreeSet::new();
    for (name, variables) in &services {
        for given in variables.iter().filter(|one| one["fromService"]["envVarKey"].is_string()) {
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
            let is_first = at == *given;
            for form in ["fromService", "fromDatabase"] {
                let (to, property) = (at[form]["name"].as_str(), at[form]["property"].as_str());
                if let (Some(to), true, false) =
                    (to, is_address(property), is_first || to == Some(name))
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
fn copies_in_real_blueprints_agree_with_a_second_reader() {
    let Some(files) = crate::real::blueprints() else { return };
    let (mut compared, mut copies) = (0, 0);
    for (name, bytes) in files {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Ok(mut document) = serde_yaml::from_str::<Value>(&text) else { continue };
        let Some(wanted) = document.apply_merge().ok().and_then(|()| copied(&document)) else {
            continue;
        };
        let analysis = Analysis::new(&text);
        let network = analysis.network();
        let mut found = BTreeSet::new();
        for (_, from, to, edge) in network.edges().filter(|(.., edge)| edge.class.id() == "private")
        {
            for cause in edge.causes.iter().filter(|cause| cause.kind == CauseKind::Copied) {
                let from_reference = cause.source.as_ref().is_some_and(|source| {
                    matches!(source.kind, CauseKind::Service | CauseKind::Database)
                });
                if from_reference {
                    let (from, to) = (&network.node(from).name, &network.node(to).name);
                    found.insert(format!("{from} {} {to}", cause.variable));
                }
            }
        }
        assert_eq!(found, wanted, "{name}");
        compared += 1;
        copies += found.len();
    }
    assert!(compared > 200 && copies > 5, "{copies} copies in {compared} files");
}
