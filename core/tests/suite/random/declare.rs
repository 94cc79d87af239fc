//! Blueprints from the tables of the language: every field of every node, references between what is declared, groups,
//! projects.

use super::choices::Choices;
use super::parts::{Entries, OF_SERVICE, entry, list, lists, mapping, project};
use super::tree::{Tree, word};
use blueprint_lens_core::platform::{
    FieldFacts, FieldType, Kind, Required, SchemaNode, fields_of, runtimes_of,
};

/// Names of resources; few, so that some names meet.
const NAMES: [&str; 7] = ["api", "jobs", "store", "cache-1", "front", "auth", "api-v2"];
const GROUPS: [&str; 2] = ["common", "mail"];
const KEYS: [&str; 14] = [
    "MODE",
    "PORT",
    "TOKEN",
    "API_URL",
    "DATABASE_URL",
    "REDIS_URL",
    "VITE_API_URL",
    "SECRET_KEY",
    "CORS_ORIGIN",
    "DB_HOST",
    "PEERS",
    "NODE_ENV",
    "NEXT_PUBLIC_HOST",
    "ALLOWED_HOSTS",
];
/// Texts, as they are written.
const TEXTS: [&str; 22] = [
    "plain",
    "./api",
    "/health",
    "npm ci",
    "\"quoted text\"",
    "'single'",
    "https://api.onrender.com",
    "http://jobs:8080",
    "redis://cache-1:6379",
    "\"8080\"",
    "api-ab1c:10000",
    "0.0.0.0/0",
    "203.0.113.7",
    "main",
    "docker.io/acme/api:1",
    "\"0 3 * * *\"",
    "/data",
    "api",
    "auth:8080",
    "postgres://u:p@store:5432/x",
    "\"${PORT}\"",
    "localhost",
];

/// Properties of a database.
const OF_DATABASE: [&str; 7] =
    ["connectionString", "host", "port", "hostport", "user", "password", "database"];
/// Variables that Render sets itself.
const BUILT_IN: [&str; 3] =
    ["RENDER_EXTERNAL_URL", "RENDER_DISCOVERY_SERVICE", "RENDER_EXTERNAL_HOSTNAME"];

/// What is declared: kind, name, and where.
struct Declared {
    kind: Kind,
    name: &'static str,
    /// 0 and 1 the root, 2 ungrouped, 3 and 4 the two environments.
    scope: usize,
}

/// A Blueprint.
pub(crate) fn blueprint(choices: &mut Choices<'_>) -> Tree {
    let count = 1 + choices.below(4);
    let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Replica).collect();
    let all: Vec<Declared> = (0..count)
        .map(|_| Declared {
            kind: kinds[choices.below(kinds.len())],
            name: choices.pick(&NAMES),
            scope: choices.below(5),
        })
        .collect();
    let mut root = Vec::new();
    if choices.once_in(6) {
        let generation = choices.pick(&["manual", "automatic", "\"off\""]);
        root.push(mapping("previews", vec![entry("generation", generation)]));
    }
    root.extend(in_scope(&all, &|scope| scope < 2, choices));
    if all.iter().any(|one| one.scope == 2) {
        root.push(mapping("ungrouped", in_scope(&all, &|scope| scope == 2, choices)));
    }
    if all.iter().any(|one| one.scope > 2) {
        root.push(project((3..5).map(|scope| environment(&all, scope, choices)).collect()));
    }
    if choices.once_in(3) {
        root.push(list("envVarGroups", vec![group(&all, choices)]));
    }
    Tree::Map(root)
}

fn environment(all: &[Declared], scope: usize, choices: &mut Choices<'_>) -> Tree {
    let mut entries = vec![entry("name", ["production", "staging"][scope - 3])];
    for (name, field) in [("networking", "isolation"), ("permissions", "protection")] {
        if choices.once_in(3) {
            let value = choices.pick(&["enabled", "disabled"]);
            entries.push(mapping(name, vec![entry(field, value)]));
        }
    }
    entries.extend(in_scope(all, &|one| one == scope, choices));
    Tree::Map(entries)
}

/// The lists of a scope.
fn in_scope(
    all: &[Declared],
    is_here: &dyn Fn(usize) -> bool,
    choices: &mut Choices<'_>,
) -> Entries {
    lists(|is_database| {
        let here = all.iter().filter(|one| is_here(one.scope));
        let here = here.filter(|one| one.kind.is_database() == is_database);
        here.map(|one| resource(one, all, choices)).collect()
    })
}

fn resource(declared: &Declared, all: &[Declared], choices: &mut Choices<'_>) -> Tree {
    let kind = declared.kind;
    let node = if kind.is_database() { SchemaNode::Database } else { SchemaNode::Service(kind) };
    let mut entries = Vec::new();
    if let Some(text) = kind.blueprint_type() {
        entries.push(entry("type", if kind == Kind::Static { "web" } else { text }));
    }
    entries.push(entry("name", declared.name));
    if kind == Kind::Static {
        entries.push(entry("runtime", "static"));
    } else if !runtimes_of(kind).is_empty() {
        entries.push(entry("runtime", choices.pick(runtimes_of(kind))));
    }
    let given = ["type", "name", "runtime", "envVars"];
    for row in fields_of(node).filter(|row| !given.contains(&row.name)) {
        let often = matches!(row.name, "plan" | "region" | "ipAllowList");
        let needed = row.required != Required::No;
        if (needed && !choices.once_in(8)) || choices.once_in(if often { 2 } else { 16 }) {
            entries.push((row.name.to_owned(), value(row, 0, choices)));
        }
    }
    if !kind.is_datastore() && !choices.once_in(4) {
        let variables = (0..choices.below(4)).map(|_| variable(all, choices)).collect();
        entries.push(list("envVars", variables));
    }
    Tree::Map(entries)
}

fn group(all: &[Declared], choices: &mut Choices<'_>) -> Tree {
    let variables = (0..=choices.below(3)).map(|_| variable(all, choices)).collect();
    Tree::Map(vec![entry("name", choices.pick(&GROUPS)), list("envVars", variables)])
}

fn variable(all: &[Declared], choices: &mut Choices<'_>) -> Tree {
    let mut out = vec![entry("key", choices.pick(&KEYS))];
    out.push(match choices.below(8) {
        0 => return Tree::Map(vec![entry("fromGroup", choices.pick(&GROUPS))]),
        1 => entry("generateValue", "true"),
        2 => entry("sync", "false"),
        3 | 4 => mapping("fromService", of_service(all, choices)),
        5 => {
            let target = &all[choices.below(all.len())];
            let property = choices.pick(&OF_DATABASE);
            mapping("fromDatabase", vec![entry("name", target.name), entry("property", property)])
        }
        6 => ("value".to_owned(), odd(choices)),
        _ => entry("value", choices.pick(&TEXTS)),
    });
    if choices.once_in(12) {
        out.push(entry("previewValue", choices.pick(&TEXTS)));
    }
    Tree::Map(out)
}

fn of_service(all: &[Declared], choices: &mut Choices<'_>) -> Entries {
    let target = &all[choices.below(all.len())];
    let mut entries = vec![entry("name", target.name)];
    if !choices.once_in(8) {
        entries.push(entry("type", target.kind.blueprint_type().unwrap_or("web")));
    }
    entries.push(match choices.below(4) {
        0 => entry("envVarKey", choices.pick(&BUILT_IN)),
        1 => entry("envVarKey", choices.pick(&KEYS)),
        _ => entry("property", choices.pick(&OF_SERVICE)),
    });
    entries
}

/// Values that readers take for something else than they look like.
pub(crate) fn odd(choices: &mut Choices<'_>) -> Tree {
    const ODD: [&str; 24] = [
        "true",
        "false",
        "yes",
        "off",
        "On",
        "~",
        "null",
        "\"\"",
        "''",
        "010",
        "1e3",
        "0x1F",
        "1.10",
        "12:30",
        "5",
        "-1",
        "1_000",
        "\"on\"",
        "!!str 5",
        "",
        "2026-11-28",
        "\"a # b\"",
        "12.0",
        "Free",
    ];
    match choices.below(ODD.len() + 1) {
        0 => Tree::Lines(vec!["first: line", "second"]),
        at => word(ODD[at - 1]),
    }
}

/// A value that fits a field, nearly always.
fn value(row: &FieldFacts, depth: usize, choices: &mut Choices<'_>) -> Tree {
    if choices.once_in(30) {
        return odd(choices);
    }
    of_type(row.takes, depth, choices)
}

fn of_type(takes: FieldType, depth: usize, choices: &mut Choices<'_>) -> Tree {
    match takes {
        FieldType::Text => word(choices.pick(&TEXTS)),
        FieldType::TextOrNumber => word(choices.pick(&["5", "\"5\"", "none"])),
        FieldType::Boolean => word(choices.pick(&["true", "false"])),
        FieldType::Whole { min, .. } => word((min + choices.below(6) as i64).to_string()),
        FieldType::OneOf(words) => {
            let text = choices.pick(words);
            let unlike_text = text == "off" || text.parse::<f64>().is_ok();
            word(if unlike_text { format!("\"{text}\"") } else { text.to_owned() })
        }
        FieldType::List(item) => {
            let count = choices.below(3);
            Tree::List((0..count).map(|_| of_type(*item, depth + 1, choices)).collect())
        }
        FieldType::Mapping(_) if depth > 3 => Tree::Map(Vec::new()),
        FieldType::Mapping(node) => {
            let mut entries = Vec::new();
            for row in fields_of(node) {
                if row.required != Required::No || choices.once_in(3) {
                    entries.push((row.name.to_owned(), value(row, depth + 1, choices)));
                }
            }
            Tree::Map(entries)
        }
        FieldType::Service => word("web"),
    }
}
