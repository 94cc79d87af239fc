//! Blueprints like the larger real ones: applications of a few callers around a database and a cache of their own, some
//! references to other applications, to other regions, to public addresses, and to what another file declares.

use std::fmt::Write as _;

use crate::random::Random;

/// One application: what it declares, in order.
const PATTERN: [&str; 10] =
    ["web", "pserv", "worker", "postgres", "web", "keyvalue", "cron", "pserv", "worker", "static"];
const REGIONS: [&str; 5] = ["oregon", "frankfurt", "ohio", "virginia", "singapore"];
/// How many references a caller has.
const REFERENCES: [usize; 6] = [0, 1, 1, 2, 2, 3];

/// How environments are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Environments {
    /// There are none.
    None,
    /// Two applications share one.
    Open,
    /// The same, every other one isolated.
    Isolated,
}

struct Resource {
    kind: &'static str,
    name: String,
    application: usize,
    region: &'static str,
    /// Kind, name, and whether the public address is meant.
    references: Vec<(&'static str, String, bool)>,
}

/// A Blueprint of `size` resources in `regions` regions.
pub(crate) fn text(size: usize, regions: usize, environments: Environments, seed: u64) -> String {
    let all = resources(size, regions, &mut Random(seed));
    if environments == Environments::None {
        return block(&all.iter().collect::<Vec<_>>(), "");
    }
    let is_outside = |resource: &&Resource| resource.application % 5 == 4;
    let (outside, inside): (Vec<&Resource>, Vec<&Resource>) = all.iter().partition(is_outside);
    let mut out = String::from("projects:\n");
    let mut numbers: Vec<usize> = inside.iter().map(|resource| resource.application / 2).collect();
    numbers.dedup();
    for (index, number) in numbers.into_iter().enumerate() {
        if index % 2 == 0 {
            let _ = writeln!(out, "  - name: project-{}\n    environments:", index / 2);
        }
        let _ = writeln!(out, "      - name: environment-{index}");
        if environments == Environments::Isolated && index % 2 == 0 {
            out.push_str("        networking:\n          isolation: enabled\n");
        }
        let members = inside.iter().copied().filter(|r| r.application / 2 == number);
        out.push_str(&block(&members.collect::<Vec<_>>(), "        "));
    }
    out + &block(&outside, "")
}

fn resources(size: usize, regions: usize, random: &mut Random) -> Vec<Resource> {
    let mut all: Vec<Resource> = (0..size)
        .map(|index| {
            let (kind, application) = (PATTERN[index % PATTERN.len()], index / PATTERN.len());
            // Small Blueprints spread one application over their regions, as there are not enough for one each.
            let spread = if size < regions * PATTERN.len() { index } else { application };
            let region = REGIONS[spread % regions];
            let name = format!("{kind}-{index}");
            Resource { kind, name, application, region, references: Vec::new() }
        })
        .collect();
    for caller in 0..size {
        if matches!(all[caller].kind, "postgres" | "keyvalue") {
            continue;
        }
        for index in 0..REFERENCES[random.below(REFERENCES.len())] {
            let found = if random.below(50) == 0 {
                Some(("postgres", format!("shared-{}", random.below(3))))
            } else {
                target(&all, caller, random).map(|at| (all[at].kind, all[at].name.clone()))
            };
            let Some((kind, name)) = found else { continue };
            if all[caller].references.iter().all(|(_, other, _)| *other != name) {
                let is_public = kind == "web" && (all[caller].kind == "static" || index % 2 == 1);
                all[caller].references.push((kind, name, is_public));
            }
        }
    }
    all
}

/// What a caller refers to: mostly its own application, sometimes others of its region, seldom another region.
fn target(all: &[Resource], caller: usize, random: &mut Random) -> Option<usize> {
    let own = &all[caller];
    let callable = |at: &usize| {
        *at != caller && matches!(all[*at].kind, "postgres" | "keyvalue" | "pserv" | "web")
    };
    let any: Vec<usize> = (0..all.len()).filter(callable).collect();
    let near: Vec<usize> = any.iter().copied().filter(|&at| all[at].region == own.region).collect();
    let mine: Vec<usize> =
        near.iter().copied().filter(|&at| all[at].application == own.application).collect();
    let (leaves_region, leaves_application) = (random.below(16) == 0, random.below(4) == 0);
    let list = match (leaves_region, leaves_application || mine.is_empty()) {
        (true, _) => any,
        (false, true) => near,
        (false, false) => mine,
    };
    (!list.is_empty()).then(|| list[random.below(list.len())])
}

fn block(all: &[&Resource], indent: &str) -> String {
    let mut out = String::new();
    for (key, is_database) in [("services", false), ("databases", true)] {
        let mut members =
            all.iter().filter(|resource| (resource.kind == "postgres") == is_database).peekable();
        if members.peek().is_some() {
            let _ = writeln!(out, "{indent}{key}:");
        }
        for resource in members {
            for line in lines(resource) {
                let _ = writeln!(out, "{indent}{line}");
            }
        }
    }
    out
}

fn lines(resource: &Resource) -> Vec<String> {
    let Resource { kind, name, region, references, .. } = resource;
    if *kind == "postgres" {
        return vec![
            format!("  - name: {name}"),
            format!("    region: {region}"),
            "    plan: basic-1gb".to_owned(),
            "    ipAllowList: []".to_owned(),
        ];
    }
    let mut out = vec![
        format!("  - type: {}", if *kind == "static" { "web" } else { kind }),
        format!("    name: {name}"),
    ];
    if *kind == "static" {
        out.push("    runtime: static".to_owned());
        out.push("    staticPublishPath: dist".to_owned());
    } else {
        out.push(format!("    region: {region}"));
        out.push("    plan: starter".to_owned());
        let last = if *kind == "keyvalue" { "    ipAllowList: []" } else { "    runtime: docker" };
        out.push(last.to_owned());
    }
    if *kind == "cron" {
        out.push("    schedule: \"0 * * * *\"".to_owned());
    }
    if !references.is_empty() {
        out.push("    envVars:".to_owned());
    }
    for (index, (kind, name, is_public)) in references.iter().enumerate() {
        out.push(format!("      - key: TARGET_{index}"));
        let property = match (*kind, is_public) {
            (_, true) => "envVarKey: RENDER_EXTERNAL_URL",
            ("postgres" | "keyvalue", false) => "property: connectionString",
            (_, false) => "property: hostport",
        };
        if *kind == "postgres" {
            out.push(format!("        fromDatabase: {{name: {name}, {property}}}"));
        } else {
            out.push(format!("        fromService: {{name: {name}, type: {kind}, {property}}}"));
        }
    }
    out
}
