//! Real Blueprints, read from the folder that `BLUEPRINT_LENS_CORPUS` names. Without it these tests say so and pass.
#![expect(
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "the tests read files, the crate does not"
)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::text::decode;
use serde_yaml::Value;

/// Name and bytes of every file; `None` without a corpus.
fn corpus() -> Option<Vec<(String, Vec<u8>)>> {
    let Some(folder) = std::env::var_os("BLUEPRINT_LENS_CORPUS") else {
        eprintln!("skipped: BLUEPRINT_LENS_CORPUS names no folder of Blueprints");
        return None;
    };
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("the corpus can be read")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .collect();
    paths.sort();
    assert!(paths.len() > 100, "the corpus holds {} files only", paths.len());
    let read = |path: PathBuf| {
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        (name, std::fs::read(&path).expect("the file can be read"))
    };
    Some(paths.into_iter().map(read).collect())
}

fn analyse(bytes: &[u8]) -> Analysis {
    Analysis::with(decode(bytes), blueprint_lens_core::rules::Options::default())
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
    let Some(files) = corpus() else { return };
    let mut compared = 0;
    for (name, bytes) in &files {
        let Ok(root) = serde_yaml::from_slice::<Value>(bytes) else { continue };
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
    let Some(files) = corpus() else { return };
    let mut seen = 0;
    for (name, bytes) in &files {
        let Ok(root) = serde_yaml::from_slice::<Value>(bytes) else { continue };
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
fn broken_files_keep_their_services() {
    let Some(files) = corpus() else { return };
    let mut broken = 0;
    for (name, bytes) in &files {
        if serde_yaml::from_slice::<Value>(bytes).is_ok() {
            continue;
        }
        broken += 1;
        let analysis = analyse(bytes);
        let text = analysis.text();
        assert!(
            analysis.diagnostics().iter().any(|d| d.severity == Severity::Error),
            "{name}: no error"
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
const REFUSED: &[(&str, &str, &str)] = &[];

#[test]
fn official_files_give_no_false_error() {
    let Some(files) = corpus() else { return };
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
