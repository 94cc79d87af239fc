//! Several Blueprints of one work tree or of the settings are read together.

use std::path::Path;

use serde_json::Value;

use crate::folder::folder;
use crate::program::program;
use crate::repository::Repository;

const DATA: &str = "\
services:
  - type: pserv
    name: search
    runtime: node
    plan: starter
    buildCommand: npm ci
    startCommand: node search.js
databases:
  - name: orders
    plan: basic-1gb
    ipAllowList: []
envVarGroups:
  - name: shared
    envVars:
      - key: LOG_LEVEL
        value: info
";

const JOBS: &str = "\
services:
  - type: worker
    name: mail
    runtime: node
    plan: starter
    buildCommand: npm ci
    startCommand: node mail.js
    envVars:
      - fromGroup: shared
      - key: DATABASE_URL
        fromDatabase: {name: orders, property: connectionString}
      - key: SEARCH
        fromService: {name: search, type: pserv, property: hostport}
";

const FILES: [(&str, &str); 2] = [("render.yaml", DATA), ("jobs/render.yaml", JOBS)];

/// The JSON report of `check` in a folder.
fn check(folder: &Path, arguments: &[&str]) -> Value {
    let output = program()
        .current_dir(folder)
        .args(["check", "--format", "json", "--fail-on", "never"])
        .args(arguments)
        .output()
        .expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("it is JSON")
}

/// The path of each file of a report, with the rules that report something in it.
fn rules(report: &Value) -> Vec<(String, Vec<String>)> {
    let text = |value: &Value| value.as_str().expect("it is text").to_owned();
    let files = report["files"].as_array().expect("it is a list");
    let rules = |file: &Value| {
        let found = file["diagnostics"].as_array().expect("it is a list").clone();
        found.iter().map(|one| text(&one["rule"])).collect::<Vec<_>>()
    };
    files.iter().map(|file| (text(&file["path"]), rules(file))).collect()
}

fn has(report: &Value, rule: &str) -> bool {
    rules(report).iter().any(|(_, rules)| rules.iter().any(|one| one == rule))
}

#[test]
fn a_correct_workspace_in_one_tree_stays_silent() {
    let tree = Repository::tracking(&FILES);
    for paths in [&["."][..], &["render.yaml", "jobs/render.yaml"], &["jobs", "render.yaml"]] {
        let report = check(tree.path(), paths);
        assert!(rules(&report).iter().all(|(_, rules)| rules.is_empty()), "{paths:?} {report:#}");
    }
    let report = check(tree.path(), &["."]);
    let paths: Vec<String> = rules(&report).into_iter().map(|(path, _)| path).collect();
    assert_eq!(paths, ["jobs/render.yaml", "render.yaml"]);
    assert_eq!(report["files"][0]["summary"]["edges"], 2);
    assert_eq!(report["files"][1]["summary"]["resources"], 2);
}

#[test]
fn separate_and_together_decide_otherwise() {
    let tree = Repository::tracking(&FILES);
    let separate = check(tree.path(), &["--separate", "."]);
    assert!(has(&separate, "dangling-reference") && has(&separate, "unused-resource"));
    let alone = folder(&FILES);
    assert!(has(&check(alone.path(), &["."]), "dangling-reference"), "no tree, no workspace");
    let together = check(alone.path(), &["--together", "."]);
    assert!(rules(&together).iter().all(|(_, rules)| rules.is_empty()), "{together:#}");
}

#[test]
fn two_trees_are_two_workspaces() {
    let (one, other) =
        (Repository::tracking(&[FILES[0]]), Repository::tracking(&[("render.yaml", JOBS)]));
    let jobs = other.path().join("render.yaml");
    let jobs = jobs.to_str().expect("it is text");
    assert!(has(&check(one.path(), &["render.yaml", jobs]), "dangling-reference"));
    assert!(!has(&check(one.path(), &["--together", "render.yaml", jobs]), "dangling-reference"));
}

#[test]
fn the_settings_list_a_workspace() {
    let settings = "together:\n  - render.yaml\n  - jobs/render.yaml\n";
    let mut files = FILES.to_vec();
    files.push((".blueprint-lens.yaml", settings));
    let folder = folder(&files);
    let report = check(folder.path(), &["jobs/render.yaml"]);
    assert_eq!(
        rules(&report),
        [("jobs/render.yaml".to_owned(), vec![])],
        "read along, not reported"
    );
    assert!(has(&check(folder.path(), &["--separate", "jobs/render.yaml"]), "dangling-reference"));
    std::fs::remove_file(folder.path().join("render.yaml")).expect("it was there");
    let output = program()
        .current_dir(folder.path())
        .args(["check", "jobs/render.yaml", "--fail-on", "never"])
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(0), "nobody asked about the other one");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("render.yaml cannot be read"), "but it is said: {said}");
}

#[test]
fn the_whole_tree_is_read_and_what_was_asked_for_is_reported() {
    let tree = Repository::tracking(&FILES);
    assert!(has(&check(tree.path(), &["jobs/render.yaml"]), "dangling-reference"));
    let report = check(tree.path(), &["--whole-tree", "jobs/render.yaml"]);
    assert_eq!(rules(&report), [("jobs/render.yaml".to_owned(), vec![])]);
    let below = check(&tree.path().join("jobs"), &["--whole-tree", "render.yaml"]);
    assert_eq!(rules(&below), [("render.yaml".to_owned(), vec![])], "from a folder below, too");
    let twice = Repository::tracking(&[("a/render.yaml", DATA), ("b/render.yaml", DATA)]);
    for path in ["a/render.yaml", "b/render.yaml"] {
        let report = check(twice.path(), &["--whole-tree", path]);
        assert!(has(&report, "declared-in-two-files"), "asked about where somebody asked: {path}");
    }
}

#[test]
fn one_resource_in_two_files_is_asked_about_and_is_no_duplicate() {
    let tree = Repository::tracking(&[("a/render.yaml", DATA), ("b/render.yaml", DATA)]);
    let report = check(tree.path(), &["."]);
    let found: Vec<&Value> = report["files"]
        .as_array()
        .expect("it is a list")
        .iter()
        .flat_map(|file| file["diagnostics"].as_array().expect("it is a list"))
        .filter(|found| found["rule"] == "declared-in-two-files")
        .collect();
    assert_eq!(found.len(), 1, "one question for two files: {report:#}");
    assert_eq!(found[0]["severity"], "info");
    assert_eq!(found[0]["related"][0]["span"]["file"], "a/render.yaml");
    assert_eq!(found[0]["related"][0]["span"]["start"]["line"], 3);
    assert!(!has(&report, "duplicate-name"));
    assert!(!has(&check(tree.path(), &["--separate", "."]), "declared-in-two-files"));
    let twice = check(tree.path(), &["a/render.yaml", "./a/render.yaml"]);
    assert!(!has(&twice, "declared-in-two-files"), "one file that is named twice is one file");
}

/// A worker in another region than its database, in two files.
fn far() -> Repository {
    let data = DATA.replace("  - name: orders\n", "  - name: orders\n    region: frankfurt\n");
    Repository::tracking(&[("data/render.yaml", &data), ("jobs/render.yaml", JOBS)])
}

#[test]
fn every_format_says_which_file_explains_a_finding() {
    let tree = far();
    let run = |format: &str| {
        let output = program()
            .current_dir(tree.path())
            .args(["check", ".", "--fail-on", "warning", "--format", format])
            .output()
            .expect("it runs");
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stdout).expect("it is text")
    };
    let text = run("text");
    assert!(text.contains("jobs/render.yaml:11:30"), "{text}");
    assert!(text.contains("data/render.yaml:10:13"), "{text}");
    let sarif: Value = serde_json::from_str(&run("sarif")).expect("it is JSON");
    let results = sarif["runs"][0]["results"].as_array().expect("it is a list");
    let found = results.iter().find(|one| one["ruleId"] == "cross-region-reference");
    let found = found.expect("it is found");
    let uri = |place: &Value| place["physicalLocation"]["artifactLocation"]["uri"].clone();
    assert_eq!(uri(&found["locations"][0]), "jobs/render.yaml");
    let related = found["relatedLocations"].as_array().expect("it is a list");
    assert!(related.iter().any(|place| uri(place) == "data/render.yaml"), "{found:#}");
    assert!(run("github").contains("file=jobs/render.yaml,line=11"));
}

#[test]
fn the_validators_shape_has_each_error_once_at_its_line() {
    let data = DATA.replace("    plan: basic-1gb\n", "    plan: basic-1gb\n    colour: red\n");
    let tree = Repository::tracking(&[("render.yaml", &data), ("jobs/render.yaml", JOBS)]);
    let output = program()
        .current_dir(tree.path())
        .args(["check", ".", "--format", "render"])
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    let answer: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(answer["valid"], false);
    let errors = answer["errors"].as_array().expect("it is a list");
    assert_eq!(errors.len(), 1, "{answer:#}");
    assert_eq!((&errors[0]["line"], &errors[0]["column"]), (&11.into(), &5.into()), "{answer:#}");
    assert_eq!(answer["plan"]["totalActions"], 4);
}

#[test]
fn a_file_that_cannot_be_read_does_not_hide_the_others() {
    let tree = Repository::tracking(&FILES);
    let output = program()
        .current_dir(tree.path())
        .args(["check", "missing.yaml", "render.yaml", "jobs/render.yaml", "--format", "json"])
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    let report: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(rules(&report).len(), 2);
    assert!(!has(&report, "dangling-reference"));
}

/// What a command prints about a folder.
fn printed(folder: &Path, arguments: &[&str]) -> String {
    let output = program().current_dir(folder).args(arguments).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("it is text")
}

#[test]
fn a_folder_is_one_picture_with_a_frame_for_each_file() {
    let folder = folder(&FILES);
    for paths in [&["."][..], &["jobs/render.yaml", "render.yaml"]] {
        let arguments = [&["render", "--format", "json"], paths].concat();
        let picture: Value =
            serde_json::from_str(&printed(folder.path(), &arguments)).expect("it is JSON");
        let frames = picture["frames"].as_array().expect("it is a list");
        let paths: Vec<&Value> = frames.iter().map(|frame| &frame["path"]).collect();
        assert_eq!(paths, ["jobs/render.yaml", "render.yaml"]);
        let side = |rect: &Value, name: &str| rect[name].as_f64().expect("it is a number");
        let bottom = |rect: &Value| side(rect, "y") + side(rect, "height");
        assert!(bottom(&frames[0]["box"]) <= side(&frames[1]["box"], "y"), "one below the other");
        let nodes = picture["nodes"].as_array().expect("it is a list");
        for (node, frame) in [("worker:mail", 0), ("pserv:search", 1), ("postgres:orders", 1)] {
            let node = nodes.iter().find(|one| one["id"] == node).expect("it is drawn");
            assert_eq!(node["span"]["file"], *paths[frame]);
            let (inner, outer) = (&node["box"], &frames[frame]["box"]);
            assert!(side(outer, "y") < side(inner, "y") && bottom(inner) < bottom(outer));
        }
        let edges = picture["edges"].as_array().expect("it is a list");
        let across = edges.iter().find(|edge| edge["to"] == "postgres:orders").expect("an edge");
        assert_eq!((&across["from"], &across["verdict"]), (&"worker:mail".into(), &"ok".into()));
        assert_eq!(across["drawn"], true);
    }
    let alone = printed(folder.path(), &["render", "--format", "json", "render.yaml"]);
    let alone: Value = serde_json::from_str(&alone).expect("it is JSON");
    assert_eq!(alone["frames"], serde_json::json!([]), "one file needs no frame");
    assert!(alone["nodes"][0]["span"].get("file").is_none());
}

#[test]
fn every_form_of_the_picture_names_the_files() {
    let folder = folder(&FILES);
    let svg = printed(folder.path(), &["render", "."]);
    assert_eq!(svg.matches("data-frame=").count(), 2, "{svg}");
    assert!(svg.contains(">jobs/render.yaml</text>"));
    let mermaid = printed(folder.path(), &["render", ".", "--format", "mermaid"]);
    assert!(mermaid.contains("  subgraph file0[\"jobs/render.yaml\"]\n"), "{mermaid}");
    assert!(mermaid.contains("  subgraph file1[\"render.yaml\"]\n"), "{mermaid}");
    let html = printed(folder.path(), &["render", ".", "--format", "html"]);
    assert!(html.contains("jobs/render.yaml: 14 lines"), "the text of each file");
    let html = printed(far().path(), &["render", ".", "--format", "html"]);
    assert!(html.contains(">jobs/render.yaml line 11</a>"), "and which of them a line is in");
    assert!(html.contains(">data/render.yaml line 10</a>"));
}

#[test]
fn secrets_are_hidden_in_every_file_of_a_report() {
    let secret = "services:\n  - type: web\n    name: api\n    runtime: node\n    envVars:\n      - key: API_SECRET\n        value: hunter2hunter2\n";
    let folder = folder(&[("a/render.yaml", DATA), ("b/render.yaml", secret)]);
    let html = printed(folder.path(), &["render", ".", "--format", "html"]);
    assert!(html.contains("API_SECRET") && !html.contains("hunter2"));
}

#[test]
fn reach_crosses_files() {
    let tree = far();
    let answer = printed(tree.path(), &["reach", ".", "mail", "orders", "--format", "json"]);
    let answer: Value = serde_json::from_str(&answer).expect("it is JSON");
    let pair = &answer["pairs"][0];
    assert_eq!((&pair["private"], &pair["wired"]), (&"no".into(), &true.into()));
    assert_eq!(pair["reasons"][0]["code"], "different-region");
    assert_eq!(pair["reasons"][0]["spans"][1]["file"], "data/render.yaml");
    assert_eq!(pair["fix"]["edits"][0]["span"]["file"], "jobs/render.yaml");
    let with = ["reach", "jobs/render.yaml", "mail", "search", "--with", "data/render.yaml"];
    let table = printed(tree.path(), &with);
    assert!(table.contains("worker:mail  ->  pserv:search  yes"), "{table}");
    assert!(table.contains("(jobs/render.yaml line "), "{table}");
}
