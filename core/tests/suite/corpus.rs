//! Real Blueprints, read from the folder that `BLUEPRINT_LENS_CORPUS` names. Without it these tests say so and pass.

use std::collections::BTreeMap;

use crate::real::blueprints;
use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::{Category, Safety, Severity};
use blueprint_lens_core::graph::Verdict;
use blueprint_lens_core::text::{TextEdit, apply, decode};
use serde_yaml::Value;

/// What an independent reader makes of a file; `None` where it refuses it.
fn second(bytes: &[u8]) -> Option<Value> {
    serde_yaml::from_slice(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).ok()
}

fn analyse(bytes: &[u8]) -> Analysis {
    Analysis::with(decode(bytes), blueprint_lens_core::lint::Options::default())
}

/// The lists of one sort in every place where Render reads them, by an independent reader.
fn lists<'a>(root: &'a Value, list: &str) -> Vec<&'a Value> {
    let mut places = vec![root, &root["ungrouped"]];
    for project in root["projects"].as_sequence().into_iter().flatten() {
        places.extend(project["environments"].as_sequence().into_iter().flatten());
    }
    places.into_iter().flat_map(|place| place[list].as_sequence().into_iter().flatten()).collect()
}

#[test]
fn every_declared_resource_is_a_node() {
    let Some(files) = blueprints() else { return };
    let mut compared = 0;
    for (name, bytes) in &files {
        let Some(root) = second(bytes) else { continue };
        let services = lists(&root, "services");
        let databases = lists(&root, "databases");
        let replicas: usize =
            databases.iter().map(|db| db["readReplicas"].as_sequence().map_or(0, Vec::len)).sum();
        if root["services"].is_mapping() || root["databases"].is_mapping() {
            continue;
        }
        let analysis = analyse(bytes);
        let declared = analysis.network().nodes().filter(|(_, node)| node.is_declared()).count();
        let mappings = services.iter().chain(&databases).filter(|item| item.is_mapping()).count();
        assert_eq!(declared, mappings + replicas, "{name}");
        let drawn = analysis.scene().nodes.iter().filter(|node| node.declared).count();
        assert_eq!(drawn, declared, "{name}: scene");
        compared += 1;
    }
    assert!(compared > 200, "only {compared} files were compared");
}

#[test]
fn every_reference_to_another_resource_is_an_edge() {
    let Some(files) = blueprints() else { return };
    let mut seen = 0;
    for (name, bytes) in &files {
        let Some(root) = second(bytes) else { continue };
        let analysis = analyse(bytes);
        let drawn: Vec<(String, String)> = analysis
            .network()
            .edges()
            .flat_map(|(_, from, to, edge)| {
                let (from, to) = (analysis.network().node(from), analysis.network().node(to));
                edge.causes.iter().map(move |cause| {
                    (format!("{}.{}", from.name, cause.variable), to.name.clone())
                })
            })
            .collect();
        for service in lists(&root, "services") {
            let own = service["name"].as_str().unwrap_or_default();
            for var in service["envVars"].as_sequence().into_iter().flatten() {
                let target = ["fromService", "fromDatabase"]
                    .iter()
                    .find_map(|form| var[*form]["name"].as_str());
                let (Some(target), Some(key)) = (target, var["key"].as_str()) else { continue };
                if target == own && !var["fromService"].is_null() {
                    continue;
                }
                let wanted = (format!("{own}.{key}"), target.to_owned());
                assert!(drawn.contains(&wanted), "{name}: {wanted:?} is no edge");
                seen += 1;
            }
        }
    }
    assert!(seen > 500, "only {seen} references were compared");
}

#[test]
fn every_blocked_edge_is_explained() {
    let Some(files) = blueprints() else { return };
    let mut blocked = 0;
    for (name, bytes) in &files {
        let analysis = analyse(bytes);
        for (.., edge) in
            analysis.network().edges().filter(|(.., edge)| edge.verdict == Verdict::Blocked)
        {
            blocked += 1;
            let explained = analysis
                .diagnostics()
                .iter()
                .any(|found| found.subject.edge.as_deref() == Some(edge.id.as_str()));
            assert!(explained, "{name}: nothing is said about {}", edge.id);
        }
    }
    assert!(blocked > 0, "no file has a blocked edge");
}

#[test]
fn broken_files_keep_their_services() {
    let Some(files) = blueprints() else { return };
    let mut broken = 0;
    for (name, bytes) in &files {
        if second(bytes).is_some() {
            continue;
        }
        broken += 1;
        let analysis = analyse(bytes);
        let text = analysis.text();
        assert!(
            analysis.diagnostics().iter().any(|d| d.category == Category::Syntax),
            "{name}: nothing is said about it"
        );
        // A line `- type:` starts a service wherever it stands.
        let wanted = text
            .lines()
            .filter(|line| {
                line.trim_start().starts_with("- type: ")
                    && !line.contains("redirect")
                    && !line.contains("rewrite")
            })
            .count();
        let found = analysis.blueprint().resources.len();
        assert!(found >= wanted, "{name}: {found} of {wanted} services understood");
    }
    assert!(broken >= 5, "only {broken} broken files were found");
}

/// Errors in files of Render's own repositories, each looked at by hand: what Render refuses there, and why.
const REFUSED: &[(&str, &str, &str)] = &[
    (
        "0040-",
        "unknown-type",
        "`type: static` was never one; `unknown type` is the validator's own message",
    ),
    ("0070-", "unknown-field", "fields of previews under names that the schema does not know"),
    (
        "0114-",
        "missing-field",
        "older than the announcement of workflows; the schema requires a start command",
    ),
    (
        "0115-",
        "missing-field",
        "older than the announcement of workflows; the schema requires a start command",
    ),
    (
        "0116-",
        "missing-field",
        "older than the announcement of workflows; the schema requires a start command",
    ),
    (
        "0146-",
        "missing-field",
        "an excerpt of documentation that leaves `runtime` out; the schema requires it",
    ),
    (
        "0119-",
        "unknown-field",
        "`dockerFilePath`, and `type` on a database: the validator names both so",
    ),
    (
        "0068-",
        "misplaced-resource",
        "a worker under `databases`; the validator knows no `type` there",
    ),
    (
        "0040-",
        "unknown-property",
        "`hostURL` is in no list of properties; the validator names the valid ones",
    ),
    (
        "0047-",
        "duplicate-key",
        "`healthCheckPath` twice: the reader behind the validator refuses a key set twice",
    ),
    ("0064-", "sync-beside-value", "the validator's message about `value` and `sync` is on record"),
    ("0098-", "duplicate-key", "`autoDeploy` twice; mended in a later version of the file"),
    ("0103-", "duplicate-key", "`autoDeploy` twice; mended in a later version of the file"),
    (
        "0112-",
        "duplicate-key",
        "`autoDeploy` twice in five services; mended in a later version of the file",
    ),
    (
        "0114-",
        "workflow-without-region",
        "older than the announcement of workflows; the schema requires the region",
    ),
    (
        "0115-",
        "workflow-without-region",
        "older than the announcement of workflows; the schema requires the region",
    ),
    (
        "0116-",
        "workflow-without-region",
        "older than the announcement of workflows; the schema requires the region",
    ),
    (
        "0114-",
        "incomplete-workflow",
        "older than the announcement of workflows; the validator requires `repo`",
    ),
    (
        "0115-",
        "incomplete-workflow",
        "older than the announcement of workflows; the validator requires `repo`",
    ),
    (
        "0116-",
        "incomplete-workflow",
        "older than the announcement of workflows; the validator requires `repo`",
    ),
    (
        "0148-",
        "misplaced-resource",
        "a Key Value instance among the databases; a later version of the file has it among the services",
    ),
    ("0148-", "wrong-reference-form", "the reference to that instance"),
];

#[test]
fn official_files_give_no_false_error() {
    let Some(files) = blueprints() else { return };
    let mut unexpected: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut used = vec![false; REFUSED.len()];
    for (name, bytes) in &files {
        if !name.contains("-render-examples-") && !name.contains("-render-oss-") {
            continue;
        }
        let analysis = analyse(bytes);
        for found in analysis.diagnostics().iter().filter(|d| d.severity == Severity::Error) {
            let known = REFUSED
                .iter()
                .position(|(file, rule, _)| name.starts_with(file) && found.rule == *rule);
            if let Some(at) = known {
                used[at] = true;
            } else {
                let line = analysis.lines().position(found.span.start(), analysis.text()).line;
                unexpected
                    .entry(name.clone())
                    .or_default()
                    .push(format!("line {line}: {}: {}", found.rule, found.message));
            }
        }
    }
    assert!(unexpected.is_empty(), "{unexpected:#?}");
    let stale: Vec<_> =
        REFUSED.iter().zip(&used).filter(|(_, used)| !**used).map(|(entry, _)| entry).collect();
    assert!(stale.is_empty(), "no longer found: {stale:?}");
}

#[test]
fn safe_fixes_converge_and_add_nothing() {
    let Some(files) = blueprints() else { return };
    let mut applied = 0;
    for (name, bytes) in &files {
        let first = analyse(bytes);
        let mut text = first.text().to_owned();
        for round in 0.. {
            assert!(round < 6, "{name}: fixes do not settle");
            let analysis = Analysis::new(&text);
            let mut edits: Vec<TextEdit> = Vec::new();
            for fix in analysis
                .diagnostics()
                .iter()
                .filter_map(|d| d.fixes.iter().find(|f| f.safety == Safety::Safe))
            {
                let mut with = edits.clone();
                with.extend(fix.edits.iter().filter(|edit| !edits.contains(edit)).cloned());
                if apply(&text, &with).is_ok() {
                    edits = with;
                    applied += 1;
                }
            }
            if edits.is_empty() {
                break;
            }
            text = apply(&text, &edits).expect("only edits that fit together were kept");
        }
        let bad = |analysis: &Analysis| {
            analysis.diagnostics().iter().filter(|d| d.severity >= Severity::Warning).count()
        };
        let last = Analysis::new(&text);
        assert!(bad(&last) <= bad(&first), "{name}: fixes add findings: {:#?}", last.diagnostics());
        let resources = |analysis: &Analysis| analysis.blueprint().resources.len();
        assert!(resources(&last) >= resources(&first), "{name}: fixes lose resources");
    }
    assert!(applied > 300, "only {applied} fixes were applied");
}

#[test]
fn each_fix_alone_takes_its_finding_and_brings_no_other() {
    let Some(files) = blueprints() else { return };
    let mut applied = 0;
    for (name, bytes) in &files {
        let before = analyse(bytes);
        for found in before.diagnostics() {
            let own = |analysis: &Analysis| {
                analysis.diagnostics().iter().filter(|other| other.rule == found.rule).count()
            };
            let bad = |analysis: &Analysis| {
                analysis.diagnostics().iter().filter(|d| d.severity >= Severity::Warning).count()
            };
            for fix in &found.fixes {
                let text = apply(before.text(), &fix.edits).expect("the edits of a fix fit");
                let after = Analysis::new(&text);
                let place = || format!("{name}: `{}` for `{}`", fix.title, found.message);
                assert!(own(&after) < own(&before), "{} leaves it", place());
                assert!(bad(&after) <= bad(&before), "{} brings another", place());
                applied += 1;
            }
        }
    }
    assert!(applied > 500, "only {applied} fixes were applied");
}
