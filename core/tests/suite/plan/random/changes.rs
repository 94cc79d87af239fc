//! Random changes of a Blueprint.

use serde_yaml::Value;

use super::blueprints::{REQUIRED, choices, has_variables, list, part, settle, yaml};
use crate::random::Random;

/// Where a part is: environment or root, list, index; its kind and name.
struct Place {
    holder: usize,
    list: &'static str,
    index: usize,
    kind: String,
    name: String,
}

fn places(blueprint: &mut Value) -> Vec<Place> {
    let mut found = Vec::new();
    for place in 0..3 {
        for name in ["services", "databases", "envVarGroups"] {
            for (index, part) in list(blueprint, place, name).iter().enumerate() {
                let text = |field: &str| part.get(field).and_then(Value::as_str);
                let kind = match (name, text("runtime")) {
                    ("databases", _) => "postgres",
                    ("envVarGroups", _) => "group",
                    (_, Some("static")) => "static",
                    _ => text("type").unwrap_or_default(),
                };
                found.push(Place {
                    holder: place,
                    list: name,
                    index,
                    kind: kind.to_owned(),
                    name: text("name").unwrap_or_default().to_owned(),
                });
            }
        }
    }
    found
}

fn any(blueprint: &mut Value, random: &mut Random) -> Option<Place> {
    let mut places = places(blueprint);
    (!places.is_empty()).then(|| places.swap_remove(random.below(places.len())))
}

/// One change of one part.
pub(super) fn change(blueprint: &mut Value, random: &mut Random) {
    let Some(at) = any(blueprint, random) else { return };
    match random.below(12) {
        0 => {
            list(blueprint, at.holder, at.list).remove(at.index);
        }
        1 => {
            let number = 20 + random.below(1_000_000);
            let part = part(&at.kind, number, random);
            list(blueprint, at.holder, at.list).push(part);
        }
        2 => {
            let part = list(blueprint, at.holder, at.list).remove(at.index);
            list(blueprint, random.below(3), at.list).push(part);
        }
        3 => rename(blueprint, &at, random),
        4 => {
            let other = random.pick(&["pserv", "worker", "web"]);
            let part = &mut list(blueprint, at.holder, at.list)[at.index];
            if ["pserv", "worker", "web"].contains(&at.kind.as_str()) {
                part["type"] = Value::from(other);
            }
        }
        5..=7 => variable(blueprint, random),
        _ => field(&mut list(blueprint, at.holder, at.list)[at.index], &at.kind, random),
    }
}

/// Another value of a field, or none.
fn field(part: &mut Value, kind: &str, random: &mut Random) {
    let choices = choices(kind);
    if choices.is_empty() {
        return;
    }
    let (name, values) = random.pick(&choices);
    // Names of replicas are unique in a file, and those of a part are its own.
    if name == "readReplicas" {
        let replicas = part.get_mut(name).and_then(Value::as_sequence_mut);
        match replicas {
            Some(replicas) if random.chance(5) => drop(replicas.pop()),
            _ => drop(part.as_mapping_mut().and_then(|part| part.remove(name))),
        }
        return;
    }
    if random.chance(3)
        && !REQUIRED.contains(&name)
        && !(kind == "keyvalue" && name == "ipAllowList")
    {
        part.as_mapping_mut().expect("a part is a mapping").remove(name);
    } else {
        part[name] = yaml(random.pick(values));
    }
    settle(part);
}

/// Another name; references follow most of the time.
fn rename(blueprint: &mut Value, at: &Place, random: &mut Random) {
    let new = format!("{}-{}", at.kind, 20 + random.below(1_000_000));
    list(blueprint, at.holder, at.list)[at.index]["name"] = Value::from(new.clone());
    if random.chance(3) {
        return;
    }
    for other in places(blueprint) {
        let part = &mut list(blueprint, other.holder, other.list)[other.index];
        for var in part.get_mut("envVars").and_then(Value::as_sequence_mut).into_iter().flatten() {
            for source in ["fromService", "fromDatabase"] {
                if var.get(source).is_some_and(|found| found["name"] == at.name.as_str()) {
                    var[source]["name"] = Value::from(new.clone());
                }
            }
            if var.get("fromGroup").is_some_and(|found| *found == at.name.as_str()) {
                var["fromGroup"] = Value::from(new.clone());
            }
        }
    }
}

/// A variable that is added, changed or removed.
pub(super) fn variable(blueprint: &mut Value, random: &mut Random) {
    let places = places(blueprint);
    let owners: Vec<&Place> = places.iter().filter(|at| has_variables(&at.kind)).collect();
    if owners.is_empty() {
        return;
    }
    let owner = random.pick(&owners);
    let key = random.pick(&["ALPHA", "BETA", "GAMMA", "DELTA"]);
    let targets: Vec<&Place> =
        places.iter().filter(|at| owner.kind != "group" && at.name != owner.name).collect();
    let target = (!targets.is_empty()).then(|| random.pick(&targets));
    let value = match (random.below(6), target) {
        (0, _) if owner.kind != "group" => format!("{{key: {key}, sync: false}}"),
        (1, _) => format!("{{key: {key}, generateValue: true}}"),
        (2 | 3, Some(target)) => reference(key, target, random),
        _ => format!("{{key: {key}, value: {}}}", random.pick(&["one", "two"])),
    };
    let value = yaml(&value);
    let part = &mut list(blueprint, owner.holder, owner.list)[owner.index];
    let vars = part["envVars"].as_sequence_mut().expect("it is a list");
    let same = |var: &Value| {
        var.get("key") == value.get("key") && var.get("fromGroup") == value.get("fromGroup")
    };
    vars.retain(|var| !same(var));
    if !random.chance(3) {
        vars.push(value);
    }
}

fn reference(key: &str, target: &Place, random: &mut Random) -> String {
    let name = &target.name;
    match target.kind.as_str() {
        "postgres" => {
            format!("{{key: {key}, fromDatabase: {{name: {name}, property: connectionString}}}}")
        }
        "group" => format!("{{fromGroup: {name}}}"),
        "keyvalue" => format!(
            "{{key: {key}, fromService: {{name: {name}, type: keyvalue, property: connectionString}}}}"
        ),
        "static" | "worker" | "cron" => {
            let kind = if target.kind == "static" { "web" } else { &target.kind };
            let copied = random.pick(&["ALPHA", "BETA", "GAMMA", "DELTA"]);
            format!(
                "{{key: {key}, fromService: {{name: {name}, type: {kind}, envVarKey: {copied}}}}}"
            )
        }
        kind if random.chance(5) => {
            let copied = random.pick(&["ALPHA", "BETA", "GAMMA", "DELTA"]);
            format!(
                "{{key: {key}, fromService: {{name: {name}, type: {kind}, envVarKey: {copied}}}}}"
            )
        }
        kind => format!(
            "{{key: {key}, fromService: {{name: {name}, type: {kind}, property: hostport}}}}"
        ),
    }
}
