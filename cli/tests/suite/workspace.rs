//! Several Blueprints of one work tree or of the settings are read together.

use std::path::Path;

use serde_json::Value;

use crate::folder::folder;
use crate::program::program;
use crate::work_tree::work_tree;

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
    let tree = work_tree(&FILES);
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
    let tree = work_tree(&FILES);
    let separate = check(tree.path(), &["--separate", "."]);
    assert!(has(&separate, "dangling-reference") && has(&separate, "unused-resource"));
    let alone = folder(&FILES);
    assert!(has(&check(alone.path(), &["."]), "dangling-reference"), "no tree, no workspace");
    let together = check(alone.path(), &["--together", "."]);
    assert!(rules(&together).iter().all(|(_, rules)| rules.is_empty()), "{together:#}");
}

#[test]
fn two_trees_are_two_workspaces() {
    let (one, other) = (work_tree(&[FILES[0]]), work_tree(&[("render.yaml", JOBS)]));
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
}

#[test]
fn the_whole_tree_is_read_and_what_was_asked_for_is_reported() {
    let tree = work_tree(&FILES);
    assert!(has(&check(tree.path(), &["jobs/render.yaml"]), "dangling-reference"));
    let report = check(tree.path(), &["--whole-tree", "jobs/render.yaml"]);
    assert_eq!(rules(&report), [("jobs/render.yaml".to_owned(), vec![])]);
    let below = check(&tree.path().join("jobs"), &["--whole-tree", "render.yaml"]);
    assert_eq!(rules(&below), [("render.yaml".to_owned(), vec![])], "from a folder below, too");
}

#[test]
fn one_resource_in_two_files_is_asked_about_and_is_no_duplicate() {
    let tree = work_tree(&[("a/render.yaml", DATA), ("b/render.yaml", DATA)]);
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
fn far() -> tempfile::TempDir {
    let data = DATA.replace("  - name: orders\n", "  - name: orders\n    region: frankfurt\n");
    work_tree(&[("data/render.yaml", &data), ("jobs/render.yaml", JOBS)])
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
fn a_file_that_cannot_be_read_does_not_hide_the_others() {
    let tree = work_tree(&FILES);
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
