//! Blueprints that Render takes, made for their wiring: several regions and environments, names that meet, groups, copies
//! of copies, addresses that somebody wrote; written in every way, and now and then changed in one place.

use crate::random::parts::{Entries, OF_SERVICE, entry, list, lists, mapping, project};
use crate::random::{Choices, Tree, mutate, write};

const KINDS: [&str; 9] =
    ["web", "web", "pserv", "worker", "cron", "static", "workflow", "keyvalue", "postgres"];
const NAMES: [&str; 7] = ["api", "jobs", "store", "cache-1", "front", "auth", "api-v2x1"];
const KEYS: [&str; 10] = [
    "A",
    "API_URL",
    "DB_HOST",
    "PEERS",
    "SHARED",
    "MODE",
    "VITE_API_URL",
    "NEXT_PUBLIC_HOST",
    "CORS_ORIGIN",
    "ALLOWED_HOSTS",
];
const VALUES: [&str; 12] = [
    "https://api.onrender.com/v1",
    "https://jobs-ab1c.onrender.com",
    "http://auth:8080",
    "redis://cache-1:6379/0",
    "store-x9y8:10000",
    "api",
    "front",
    "postgres://u:p@store:5432/x",
    "https://elsewhere.onrender.com",
    "plain words",
    "api:80,auth:81",
    "http://api-v2x1",
];
const LISTS: [&str; 4] =
    ["[]", "[{source: 0.0.0.0/0}]", "[{source: 203.0.113.7}]", "[{source: \"::/0\"}]"];

/// Properties of a database that Render knows.
const OF_DATABASE: [&str; 6] = ["connectionString", "host", "port", "user", "password", "database"];
/// Variables that Render sets itself.
const BUILT_IN: [&str; 3] =
    ["RENDER_EXTERNAL_URL", "RENDER_EXTERNAL_HOSTNAME", "RENDER_DISCOVERY_SERVICE"];

/// The text of a Blueprint that these bytes decide.
pub(super) fn text(bytes: &[u8]) -> String {
    let mut choices = Choices::new(bytes);
    let made: Vec<(&str, &str, usize)> = (0..2 + choices.below(6))
        .map(|_| (choices.pick(&KINDS), choices.pick(&NAMES), choices.below(6)))
        .collect();
    let mut root = in_scopes(&made, &[0, 1], &mut choices);
    if choices.once_in(2) {
        root.push(list("envVarGroups", vec![group(&mut choices), group(&mut choices)]));
    }
    root.push(mapping("ungrouped", in_scopes(&made, &[2], &mut choices)));
    let mut environments = Vec::new();
    for (scope, name) in [(3, "production"), (4, "staging"), (5, "test")] {
        let mut entries = vec![entry("name", name)];
        if choices.once_in(2) {
            let isolation = choices.pick(&["enabled", "disabled"]);
            entries.push(mapping("networking", vec![entry("isolation", isolation)]));
        }
        entries.extend(in_scopes(&made, &[scope], &mut choices));
        environments.push(Tree::Map(entries));
    }
    root.push(project(environments));
    let mut root = Tree::Map(root);
    if choices.once_in(4) {
        mutate(&mut root, &mut choices);
    }
    write(&root, &mut choices)
}

fn in_scopes(made: &[(&str, &str, usize)], scopes: &[usize], choices: &mut Choices<'_>) -> Entries {
    lists(|is_database| {
        let here = made.iter().filter(|(kind, _, scope)| {
            scopes.contains(scope) && (*kind == "postgres") == is_database
        });
        here.map(|(kind, name, _)| Tree::Map(resource(kind, name, choices))).collect()
    })
}

fn resource(kind: &str, name: &str, choices: &mut Choices<'_>) -> Entries {
    let mut out = vec![entry("name", name)];
    let mut add = |key: &str, value: &str| out.push(entry(key, value));
    match kind {
        "postgres" => {}
        "static" => {
            add("type", "web");
            add("runtime", "static");
            add("staticPublishPath", "out");
        }
        "keyvalue" => add("type", choices.pick(&["keyvalue", "redis"])),
        kind => {
            add("type", kind);
            add("runtime", "node");
            add("buildCommand", "npm ci");
            add(if kind == "cron" { "schedule" } else { "startCommand" }, "\"0 3 * * *\"");
            if kind == "cron" {
                add("startCommand", "node .");
            }
            if kind == "workflow" {
                add("repo", "https://github.com/acme/flow");
            }
        }
    }
    if kind == "workflow" || (kind != "static" && choices.once_in(2)) {
        add("region", choices.pick(&["oregon", "ohio", "frankfurt"]));
    }
    if matches!(kind, "web" | "postgres" | "keyvalue") && choices.once_in(3) {
        add("plan", "free");
    }
    if kind == "keyvalue" || (matches!(kind, "web" | "static" | "postgres") && choices.once_in(2)) {
        add("ipAllowList", choices.pick(&LISTS));
    }
    if matches!(kind, "web" | "static") && choices.once_in(6) {
        add("renderSubdomainPolicy", "disabled");
        if choices.once_in(2) {
            add("domains", "[example.com]");
        }
    }
    if kind == "static" && choices.once_in(2) {
        let to =
            choices.pick(&["http://auth:10000/*", "https://api.onrender.com/*", "/index.html"]);
        add("routes", &format!("[{{type: rewrite, source: /x/*, destination: \"{to}\"}}]"));
    }
    if kind == "postgres" && choices.once_in(4) {
        add("readReplicas", "[{name: replica-of-it}]");
    }
    if !matches!(kind, "postgres" | "keyvalue") {
        let variables = (0..choices.below(5)).map(|_| variable(choices)).collect();
        out.push(list("envVars", variables));
    }
    out
}

fn group(choices: &mut Choices<'_>) -> Tree {
    let name = entry("name", choices.pick(&["common", "mail"]));
    let one = |_| Tree::Map(vec![entry("key", choices.pick(&KEYS)), value(choices)]);
    let variables = (0..3).map(one).collect();
    Tree::Map(vec![name, list("envVars", variables)])
}

fn value(choices: &mut Choices<'_>) -> (String, Tree) {
    entry("value", format!("\"{}\"", choices.pick(&VALUES)))
}

fn variable(choices: &mut Choices<'_>) -> Tree {
    let form = choices.below(8);
    if form == 0 {
        return Tree::Map(vec![entry("fromGroup", choices.pick(&["common", "mail"]))]);
    }
    let key = entry("key", choices.pick(&KEYS));
    let name = entry("name", choices.pick(&NAMES));
    let from = match form {
        1 => {
            let property = entry("property", choices.pick(&OF_DATABASE));
            mapping("fromDatabase", vec![name, property])
        }
        2 | 3 => value(choices),
        _ => {
            let kinds = ["web", "pserv", "worker", "keyvalue", "cron"];
            let kind = entry("type", choices.pick(&kinds));
            let what = match choices.below(3) {
                0 => entry("envVarKey", choices.pick(&BUILT_IN)),
                1 => entry("envVarKey", choices.pick(&KEYS)),
                _ => entry("property", choices.pick(&OF_SERVICE)),
            };
            mapping("fromService", vec![name, kind, what])
        }
    };
    Tree::Map(vec![key, from])
}
