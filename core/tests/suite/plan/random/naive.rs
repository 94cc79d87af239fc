//! The second evaluator: the rows on syncs, read literally, one question after the other.

use std::collections::{BTreeMap, BTreeSet};

use serde_yaml::Value;

use super::parts::{Part, parts};

/// The plan of a later sync as lines: row, class, node and field.
pub(super) fn plan(base: &Value, head: &Value) -> BTreeSet<String> {
    let (base, head) = (parts(base), parts(head));
    let gone: Vec<&Part> = base.iter().filter(|old| same(&head, old).is_none()).collect();
    let new: Vec<&Part> = head.iter().filter(|new| same(&base, new).is_none()).collect();
    let renamed_by_meaning = exact_renames((&base, &head), &gone, &new);
    let renamed = renames(&base, &head, &gone, &new, &renamed_by_meaning);
    let mut out = BTreeSet::new();
    let mut say = |row: &str, class: &str, part: &Part, field: &str| {
        out.insert(format!("{row} {class} {} {field}", part.id()));
    };
    for part in &head {
        match same(&base, part) {
            None => {
                created(part, renamed.values().any(|to| *to == part.id()), &base, &head, &mut say);
            }
            Some(old) => kept(old, part, &base, &head, &renamed_by_meaning, &mut say),
        }
    }
    for part in gone {
        left(part, &head, &mut say);
    }
    out
}

/// The variables that need a hand: phase, node and key.
pub(super) fn hands(base: &Value, head: &Value) -> Vec<String> {
    let (base, head) = (parts(base), parts(head));
    let mut out = Vec::new();
    for part in &head {
        let old = same(&base, part);
        for (key, var) in &part.vars {
            let id = part.id();
            let is_asked = old.is_none() && part.kind != "group";
            let is_new = old.is_none_or(|old| !old.vars.contains_key(key));
            if is_new && source(var) == "dashboard" {
                out.push(format!("{} {id} {key}", if is_asked { "asked" } else { "by-hand" }));
            }
        }
        for key in old.into_iter().flat_map(|old| old.vars.keys()) {
            let is_left = !part.vars.contains_key(key) && part.kind != "group";
            if is_left && group_with(part, key, &head).is_some() {
                out.push(format!("delete {} {key}", part.id()));
            }
        }
    }
    out.sort();
    out
}

type Say<'s> = &'s mut dyn FnMut(&str, &str, &Part, &str);

/// The part of the same name in the same list.
fn same<'p>(parts: &'p [Part], of: &Part) -> Option<&'p Part> {
    parts.iter().find(|part| part.sort == of.sort && part.name == of.name)
}

/// A source with the names that its target goes by in the head.
fn renamed_source(var: &Value, names: &BTreeMap<(&'static str, String), String>) -> Value {
    let mut var = var.clone();
    for (source, sort) in [("fromService", "services"), ("fromDatabase", "databases")] {
        let name = var.get(source).and_then(|found| found["name"].as_str()).unwrap_or_default();
        if let Some(now) = names.get(&(sort, name.to_owned())) {
            var[source]["name"] = Value::from(now.clone());
        }
        // A change of the type that a reference states is one.
    }
    var
}

fn renamed_vars(
    part: &Part,
    names: &BTreeMap<(&'static str, String), String>,
) -> BTreeMap<String, Value> {
    let link = |key: &String| {
        let now = key
            .strip_prefix("fromGroup ")
            .and_then(|name| names.get(&("envVarGroups", name.to_owned())));
        now.map_or_else(|| key.clone(), |now| format!("fromGroup {now}"))
    };
    let value = |key: &str, var: &Value| {
        if key.starts_with("fromGroup ") { Value::Null } else { renamed_source(var, names) }
    };
    part.vars.iter().map(|(key, var)| (link(key), value(key, var))).collect()
}

/// What has all its fields in common with something new in its place: a new name, and nothing else.
fn exact_renames(
    (base, head): (&[Part], &[Part]),
    gone: &[&Part],
    new: &[&Part],
) -> BTreeMap<(&'static str, String), String> {
    let gone = not_named_any_more(head, gone);
    let mut names: BTreeMap<(&'static str, String), String> = BTreeMap::new();
    loop {
        let mut found = Vec::new();
        for old in gone.iter().filter(|old| !names.contains_key(&(old.sort, old.name.clone()))) {
            let partner = new.iter().find(|new| {
                let is_taken =
                    names.iter().any(|((sort, _), to)| *sort == new.sort && *to == new.name)
                        || found.iter().any(|(sort, _, to): &(_, String, String)| {
                            *sort == new.sort && *to == new.name
                        });
                let copies = |part: &Part| part.copies.clone();
                let former = old.copies.as_ref().map(|primary| {
                    names.get(&("databases", primary.clone())).unwrap_or(primary).clone()
                });
                let is_heir = || votes_of(base, head, old, new) > 0;
                !is_taken
                    && (old.kind != "keyvalue" || is_heir())
                    && (old.sort, &old.kind, &old.scope, &old.fields)
                        == (new.sort, &new.kind, &new.scope, &new.fields)
                    && former == copies(new)
                    && renamed_vars(old, &names) == renamed_vars(new, &BTreeMap::new())
            });
            if let Some(new) = partner {
                found.push((old.sort, old.name.clone(), new.name.clone()));
            }
        }
        if found.is_empty() {
            return names;
        }
        names.extend(found.into_iter().map(|(sort, from, to)| ((sort, from), to)));
    }
}

/// Ids of what looks renamed: by who refers to it, by its fields, by what it runs.
fn renames(
    base: &[Part],
    head: &[Part],
    gone: &[&Part],
    new: &[&Part],
    names: &BTreeMap<(&'static str, String), String>,
) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let gone = not_named_any_more(head, gone);
    let gone = gone.as_slice();
    let mut votes: Vec<(usize, usize, usize)> = Vec::new();
    for (from, old) in gone.iter().enumerate() {
        for (to, part) in new.iter().enumerate() {
            let number = votes_of(base, head, old, part);
            if number > 0 && old.kind == part.kind {
                votes.push((number, from, to));
            }
        }
    }
    votes.sort_by_key(|(votes, from, to)| (std::cmp::Reverse(*votes), *from, *to));
    let mut pairs: Vec<(usize, usize)> =
        votes.into_iter().map(|(_, from, to)| (from, to)).collect();
    let all = |test: &dyn Fn(&Part, &Part) -> bool| {
        let mut out = Vec::new();
        for (from, old) in gone.iter().enumerate() {
            for (to, part) in new.iter().enumerate() {
                let is_alike = (old.sort, &old.kind) == (part.sort, &part.kind);
                if is_alike && old.kind != "replica" && test(old, part) {
                    out.push((from, to));
                }
            }
        }
        out
    };
    pairs.extend(all(&|old, new| {
        let has_content = |part: &Part| !part.fields.is_empty() || !part.vars.is_empty();
        has_content(old)
            && old.kind != "keyvalue"
            && old.fields == new.fields
            && renamed_vars(old, names) == renamed_vars(new, &BTreeMap::new())
    }));
    pairs.extend(all(&|old, new| {
        let program = |part: &Part| -> BTreeMap<String, String> {
            let names: &[&str] = match part.sort {
                "services" => &[
                    "rootDir",
                    "buildCommand",
                    "dockerCommand",
                    "dockerfilePath",
                    "staticPublishPath",
                    "schedule",
                ],
                "databases" => &["databaseName", "user"],
                _ => &[],
            };
            part.fields
                .clone()
                .into_iter()
                .filter(|(name, _)| names.contains(&name.as_str()))
                .collect()
        };
        let enough = if old.sort == "databases" { 2 } else { 1 };
        program(old).len() >= enough && program(old) == program(new)
    }));
    let mut settle = |pairs: Vec<(usize, usize)>| {
        for (from, to) in pairs {
            let (from, to) = (gone[from].id(), new[to].id());
            if !found.contains_key(&from) && !found.values().any(|taken| *taken == to) {
                found.insert(from, to);
            }
        }
        found.clone()
    };
    let settled = settle(pairs);
    settle(lonely(gone, new, &settled))
}

/// What is gone, but for what the head still names: that goes by no other name.
fn not_named_any_more<'p>(head: &[Part], gone: &[&'p Part]) -> Vec<&'p Part> {
    let is_named =
        |old: &Part| head.iter().any(|caller| caller.vars.values().any(|var| refers(var, old)));
    gone.iter().filter(|old| !is_named(old)).copied().collect()
}

/// How many variables referred to one part and refer to the other.
fn votes_of(base: &[Part], head: &[Part], old: &Part, new: &Part) -> usize {
    let callers = base.iter().filter_map(|caller| Some((caller, same(head, caller)?)));
    callers
        .flat_map(|(before, after)| {
            before.vars.iter().map(move |(key, var)| (var, after.vars.get(key)))
        })
        .filter(|(before, after)| {
            refers(before, old) && after.is_some_and(|after| refers(after, new))
        })
        .count()
}

/// The only ones of their kind that are left, when half of their settings are the same.
fn lonely(gone: &[&Part], new: &[&Part], found: &BTreeMap<String, String>) -> Vec<(usize, usize)> {
    let left_from = |(_, part): &(usize, &&Part)| !found.contains_key(&part.id());
    let left_to = |(_, part): &(usize, &&Part)| !found.values().any(|to| *to == part.id());
    let settings = |part: &Part| -> BTreeMap<String, String> {
        part.fields
            .clone()
            .into_iter()
            .filter(|(name, _)| name != "type" && name != "region")
            .collect()
    };
    let mut out = Vec::new();
    for (from, old) in gone.iter().enumerate().filter(left_from) {
        for (to, part) in new.iter().enumerate().filter(left_to) {
            let is_alike = |other: &&Part| {
                !["replica", "keyvalue"].contains(&old.kind.as_str())
                    && (other.sort, &other.kind) == (old.sort, &old.kind)
            };
            let alone = gone
                .iter()
                .enumerate()
                .filter(left_from)
                .filter(|(_, one)| is_alike(one))
                .count()
                == 1
                && new.iter().enumerate().filter(left_to).filter(|(_, one)| is_alike(one)).count()
                    == 1;
            if !alone || !is_alike(part) {
                continue;
            }
            let (before, after) = (settings(old), settings(part));
            let same =
                before.iter().filter(|(name, value)| after.get(*name) == Some(value)).count();
            let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
            if same >= 2 && 2 * same >= names.len() {
                out.push((from, to));
            }
        }
    }
    out
}

/// Whether a variable gives the address of a part.
fn refers(var: &Value, part: &Part) -> bool {
    if part.sort == "envVarGroups" {
        return var.get("fromGroup").is_some_and(|name| *name == part.name.as_str());
    }
    let (source, sort) = if part.sort == "databases" {
        ("fromDatabase", "databases")
    } else {
        ("fromService", "services")
    };
    part.sort == sort && var.get(source).is_some_and(|found| found["name"] == part.name.as_str())
}

fn source(var: &Value) -> &'static str {
    if var.get("generateValue").is_some() {
        "generated"
    } else if var.get("sync").is_some() {
        "dashboard"
    } else if var.get("value").is_some() {
        "value"
    } else {
        "reference"
    }
}

/// Keys that a part has by itself or from linked groups.
fn has_key(part: &Part, key: &str, parts: &[Part]) -> bool {
    part.vars.contains_key(key) || group_with(part, key, parts).is_some()
}

fn group_with<'p>(part: &Part, key: &str, parts: &'p [Part]) -> Option<&'p Part> {
    let links = part.vars.keys().filter_map(|link| link.strip_prefix("fromGroup "));
    links
        .filter_map(|link| parts.iter().find(|group| group.kind == "group" && group.name == link))
        .find(|group| group.vars.contains_key(key))
}

fn links_elsewhere(part: &Part, parts: &[Part]) -> bool {
    let mut links = part.vars.keys().filter_map(|link| link.strip_prefix("fromGroup "));
    links.any(|link| !parts.iter().any(|group| group.kind == "group" && group.name == link))
}

/// Z23, W21: what becomes of a variable that copies another one.
fn copied(var: &Value, base: &[Part], head: &[Part]) -> Option<&'static str> {
    let reference = var.get("fromService")?;
    let key = reference.get("envVarKey")?.as_str()?;
    let name = reference["name"].as_str()?;
    let target = head.iter().find(|part| part.sort == "services" && part.name == name)?;
    if links_elsewhere(target, head) {
        return None;
    }
    let has = has_key(target, key, head);
    match same(base, target) {
        None => (!has).then_some("refused"),
        Some(old) if has_key(old, key, base) || links_elsewhere(old, base) => None,
        Some(_) => Some(if has { "refused" } else { "unknown" }),
    }
}

fn created(part: &Part, is_renamed: bool, base: &[Part], head: &[Part], say: Say<'_>) {
    match (is_renamed, part.kind.as_str()) {
        (false, _) => say("Z01", "create", part, "-"),
        (true, "group") => say("Z21", "replace", part, "-"),
        (true, _) if part.is_datastore() => say("Z05", "data-loss", part, "-"),
        (true, _) => say("Z04", "replace", part, "-"),
    }
    for (key, var) in &part.vars {
        let field = format!("envVars.{key}");
        match (copied(var, base, head), source(var)) {
            (Some(class), _) => say("Z23", class, part, &field),
            (None, "dashboard") => say("Z14", "prompt", part, &field),
            _ => {}
        }
    }
}

fn left(part: &Part, head: &[Part], say: Say<'_>) {
    match part.kind.as_str() {
        "group" => say("Z21", "orphan", part, "-"),
        "replica" => {
            let primary = part.copies.as_deref().unwrap_or_default();
            match head
                .iter()
                .find(|database| database.sort == "databases" && database.name == primary)
            {
                None => say("Z11", "orphan", part, "-"),
                Some(database) if database.lists_replicas => say("Z11", "destroy", part, "-"),
                Some(_) => say("Z11", "kept", part, "-"),
            }
        }
        _ if part.is_datastore() => say("Z03", "orphan", part, "-"),
        _ => say("Z02", "orphan", part, "-"),
    }
}

fn kept(
    old: &Part,
    new: &Part,
    base: &[Part],
    head: &[Part],
    names: &BTreeMap<(&'static str, String), String>,
    say: Say<'_>,
) {
    let mut fields: BTreeSet<&String> = old.fields.keys().chain(new.fields.keys()).collect();
    if (old.kind == "static") != (new.kind == "static") {
        fields.remove(&"region".to_owned());
    }
    for field in fields {
        let (before, after) = (old.get(field), new.get(field));
        let is_listed = field == "readReplicas" && old.lists_replicas && new.lists_replicas;
        if before != after && !is_listed {
            let (row, class) = field_effect(old, new, field, before, after);
            say(row, class, new, field);
        }
    }
    if let (Some(before), Some(after)) = (&old.copies, &new.copies) {
        let now = names.get(&("databases", before.clone())).unwrap_or(before);
        if now != after {
            let primary = head.iter().find(|part| part.sort == "databases" && part.name == *before);
            let is_listed = primary.is_some_and(|primary| primary.lists_replicas);
            say("Z11", if is_listed { "destroy" } else { "replace" }, new, "copies");
        }
    }
    if old.scope != new.scope {
        say("Z22", if new.scope == "root" { "kept" } else { "in-place" }, new, "scope");
    }
    let (before, after) = (renamed_vars(old, names), renamed_vars(new, &BTreeMap::new()));
    let secrets =
        |vars: &BTreeMap<String, Value>, others: &BTreeMap<String, Value>| -> Vec<String> {
            let only = vars
                .iter()
                .filter(|(key, var)| !others.contains_key(*key) && source(var) == "generated");
            only.map(|(key, _)| key.clone()).collect()
        };
    let (gone, come) = (secrets(&before, &after), secrets(&after, &before));
    let rotated = if gone.len() == 1 && come.len() == 1 { come.first().cloned() } else { None };
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    for key in keys {
        let (was, is) = (before.get(key), after.get(key));
        if was == is {
            continue;
        }
        let field = format!("envVars.{key}");
        let is_link = key.starts_with("fromGroup ");
        let copied = is.and_then(|var| copied(var, base, head));
        let (row, class) = match (was.map(source), is.map(source)) {
            _ if copied.is_some() => ("Z23", copied.unwrap_or_default()),
            (_, None)
                if !is_link && new.kind != "group" && group_with(new, key, head).is_some() =>
            {
                ("Z29", "kept")
            }
            (_, None) => ("Z08", "kept"),
            (None, Some("dashboard")) => ("Z13", "set-by-hand"),
            (None, Some("generated")) if rotated.as_ref() == Some(key) => ("Z16", "rotate"),
            (Some(_), Some("dashboard")) => ("Z15", "kept"),
            (Some(_), Some("generated")) => ("Z28", "kept"),
            (Some("generated"), Some(_)) => ("Z27", "rotate"),
            (_, Some(_)) => ("Z26", "in-place"),
        };
        say(row, class, new, &field);
    }
}

fn field_effect(
    old: &Part,
    new: &Part,
    field: &str,
    before: Option<&str>,
    after: Option<&str>,
) -> (&'static str, &'static str) {
    let database = new.kind == "postgres";
    let Some(after) = after else {
        return match field {
            "headers" | "routes" => ("Z09", "kept"),
            "ipAllowList" => ("Z20", "kept"),
            "readReplicas" => ("Z11", "kept"),
            "initialDeployHook" => ("Z34", "kept"),
            _ if field.starts_with("buildFilter.") => ("Z10", "reset"),
            _ if field.starts_with("disk.") && !has_disk(new) => ("Z18", "kept"),
            _ => ("Z12", "kept"),
        };
    };
    match field {
        "region" | "type" => ("Z06", "refused"),
        "databaseName" | "user" | "postgresMajorVersion" if database => {
            ("Z06", if before.is_some() { "refused" } else { "unknown" })
        }
        "plan" if database => database_plan(before, after),
        "plan" if new.kind == "keyvalue" => key_value_plan(before, after),
        "persistenceMode" => {
            let implied = if old.get("plan") == Some("free") { "off" } else { "journal-snapshot" };
            if (before.unwrap_or(implied) == "off") == (after == "off") {
                ("Z35", "in-place")
            } else {
                ("Z31", "data-loss")
            }
        }
        "plan" | "numInstances" => ("Z17", "in-place"),
        "diskSizeGB" if before.is_some_and(|before| number(after) < number(before)) => {
            ("Z32", "refused")
        }
        "disk.sizeGB" if has_disk(old) && number(after) < number(before.unwrap_or("10")) => {
            ("Z18", "refused")
        }
        _ if field.starts_with("disk.") && !has_disk(old) => {
            let several = |part: &Part| {
                if part.fields.keys().any(|field| field.starts_with("scaling.")) {
                    return Some(true);
                }
                part.get("numInstances").map(|count| number(count) > 1)
            };
            let several = several(new).or_else(|| several(old)).unwrap_or(false);
            ("Z19", if several { "refused" } else { "in-place" })
        }
        "headers" | "routes" => {
            let gone = old.rules[field].iter().any(|rule| !new.rules[field].contains(rule));
            if gone { ("Z09", "kept") } else { ("Z35", "in-place") }
        }
        "readReplicas" => ("Z11", "unknown"),
        "ipAllowList" => ("Z20", "in-place"),
        "initialDeployHook" => ("Z34", "kept"),
        "branch" | "rootDir" | "dockerfilePath" | "dockerCommand" | "preDeployCommand"
        | "buildCommand" | "staticPublishPath" | "schedule" => ("Z24", "in-place"),
        _ => ("Z35", "in-place"),
    }
}

fn has_disk(part: &Part) -> bool {
    part.fields.keys().any(|field| field.starts_with("disk."))
}

fn number(text: &str) -> u32 {
    text.parse().unwrap_or_else(|_| panic!("{text} is no number"))
}

/// The plans of databases from the smallest to the largest, with their rank; equal ranks are equal sizes.
fn database_plan(before: Option<&str>, after: &str) -> (&'static str, &'static str) {
    if after == "free" {
        return ("Z07", "refused");
    }
    // Memory, then CPUs where the name tells them.
    let size = |plan: &str| match plan {
        "free" | "basic-256mb" => (256, 0),
        "basic-1gb" => (1024, 0),
        "basic-4gb" | "pro-4gb" => (4096, 0),
        "1c-4g" => (4096, 1),
        "2c-4g" => (4096, 2),
        other => panic!("{other} is not generated"),
    };
    let (before, after) = (size(before.unwrap_or("basic-256mb")), size(after));
    let fewer_cpus = before.1 > 0 && after.1 > 0 && after.1 < before.1;
    if after.0 < before.0 || (after.0 == before.0 && fewer_cpus) {
        ("Z07b", "unknown")
    } else {
        ("Z17", "in-place")
    }
}

fn key_value_plan(before: Option<&str>, after: &str) -> (&'static str, &'static str) {
    let size = |plan: &str| match plan {
        "free" => 0,
        "starter" | "256mb" => 1,
        "standard" => 2,
        "pro" | "5g" => 3,
        other => panic!("{other} is not generated"),
    };
    match before {
        Some("free") => ("Z31", "data-loss"),
        before if size(after) < size(before.unwrap_or("256mb")) => ("Z30", "refused"),
        _ => ("Z17", "in-place"),
    }
}
