//! A Blueprint as flat parts, for the second evaluator.

use std::collections::BTreeMap;

use serde_yaml::Value;

/// A part: a resource, a read replica or a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) kind: String,
    pub(super) name: String,
    /// The list it is in: parts of one name in different lists are different parts.
    pub(super) sort: &'static str,
    /// `root` or `p/one`.
    pub(super) scope: String,
    pub(super) fields: BTreeMap<String, String>,
    /// Sources of variables by key; links by `fromGroup NAME`.
    pub(super) vars: BTreeMap<String, Value>,
    /// The entries of `headers` and `routes` by what tells them apart.
    pub(super) rules: BTreeMap<&'static str, Vec<String>>,
    /// Whether it says something about its read replicas.
    pub(super) lists_replicas: bool,
    /// The database that a replica copies.
    pub(super) copies: Option<String>,
}

impl Part {
    pub(super) fn id(&self) -> String {
        format!("{}:{}", self.kind, self.name)
    }

    pub(super) fn get(&self, field: &str) -> Option<&str> {
        self.fields.get(field).map(String::as_str)
    }

    pub(super) fn is_datastore(&self) -> bool {
        self.kind == "postgres" || self.kind == "keyvalue"
    }
}

/// Every part, in the order of the file's model: groups last.
pub(super) fn parts(blueprint: &Value) -> Vec<Part> {
    let mut scopes = vec![("root".to_owned(), blueprint)];
    for environment in blueprint["projects"][0]["environments"].as_sequence().into_iter().flatten()
    {
        scopes
            .push((format!("p/{}", environment["name"].as_str().unwrap_or_default()), environment));
    }
    let mut out = Vec::new();
    for (scope, holder) in scopes {
        for sort in ["services", "databases", "envVarGroups"] {
            for value in holder[sort].as_sequence().into_iter().flatten() {
                let read = part(value, sort, &scope);
                let replicas = value.get("readReplicas").and_then(Value::as_sequence);
                let replicas: Vec<Part> = replicas
                    .into_iter()
                    .flatten()
                    .map(|replica| Part {
                        kind: "replica".to_owned(),
                        copies: Some(read.name.clone()),
                        ..part(replica, "readReplicas", &scope)
                    })
                    .collect();
                out.push(read);
                out.extend(replicas);
            }
        }
    }
    out
}

fn part(value: &Value, sort: &'static str, scope: &str) -> Part {
    let text = |field: &str| value.get(field).and_then(Value::as_str).unwrap_or_default();
    let kind = match (sort, text("runtime")) {
        ("databases", _) => "postgres",
        ("envVarGroups", _) => "group",
        (_, "static") => "static",
        _ => text("type"),
    };
    let mut fields = BTreeMap::new();
    for (name, field) in value.as_mapping().into_iter().flatten() {
        let name = name.as_str().unwrap_or_default();
        let filled =
            name == "readReplicas" && field.as_sequence().is_some_and(|list| !list.is_empty());
        if !["name", "envVars"].contains(&name) && !filled {
            flatten(&mut fields, name, field);
        }
    }
    if !matches!(sort, "readReplicas" | "envVarGroups") && kind != "static" {
        fields.entry("region".to_owned()).or_insert_with(|| "oregon".to_owned());
    }
    let servers = ["web", "pserv", "worker", "cron"];
    if let Some(plan) = fields.get_mut("plan").filter(|_| servers.contains(&kind)) {
        let now = match plan.as_str() {
            "starter" => "0.5c-512mb",
            "standard" => "1c-2g",
            "pro" => "2c-4g",
            other => other,
        };
        *plan = now.to_owned();
    }
    let rule = |list: &'static str, names: &[&str]| {
        let rules = value.get(list).and_then(Value::as_sequence).into_iter().flatten();
        let told = rules.map(|rule| {
            names
                .iter()
                .map(|name| rule[*name].as_str().unwrap_or_default())
                .collect::<Vec<_>>()
                .join(" ")
        });
        (list, told.collect())
    };
    let vars = value.get("envVars").and_then(Value::as_sequence).into_iter().flatten();
    Part {
        kind: kind.to_owned(),
        name: text("name").to_owned(),
        sort,
        scope: scope.to_owned(),
        fields,
        vars: vars.map(|var| (key(var), var.clone())).collect(),
        rules: [rule("headers", &["path", "name"]), rule("routes", &["source"])].into(),
        lists_replicas: value.get("readReplicas").is_some(),
        copies: None,
    }
}

fn key(var: &Value) -> String {
    match var.get("key").and_then(Value::as_str) {
        Some(key) => key.to_owned(),
        None => format!("fromGroup {}", var["fromGroup"].as_str().unwrap_or_default()),
    }
}

/// Mappings field by field, all else as one text; domains and lists of addresses in any order.
fn flatten(out: &mut BTreeMap<String, String>, name: &str, value: &Value) {
    match value {
        Value::Mapping(fields) => {
            for (key, value) in fields {
                flatten(out, &format!("{name}.{}", key.as_str().unwrap_or_default()), value);
            }
        }
        Value::Sequence(items) => {
            let mut texts: Vec<String> =
                items.iter().map(|item| serde_yaml::to_string(item).unwrap_or_default()).collect();
            if name != "routes" {
                texts.sort();
            }
            out.insert(name.to_owned(), texts.join("\n"));
        }
        Value::String(text) => drop(out.insert(name.to_owned(), text.clone())),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Tagged(_) => {
            let text = serde_yaml::to_string(value).unwrap_or_default();
            out.insert(name.to_owned(), text.trim().to_owned());
        }
    }
}
