//! The Blueprint that deploys the page of this project, seen by the project's own eyes.

use std::path::PathBuf;

use crate::program::program;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn nothing_is_said_about_it() {
    let mut command = program();
    let arguments = ["check", "render.yaml", "--fail-on", "info", "--format", "json"];
    let output = command.current_dir(root()).args(arguments).output().expect("it runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let report: serde_json::Value = serde_json::from_str(&text).expect("the output is JSON");
    assert_eq!(report["files"][0]["summary"]["resources"], 1, "{text}");
    assert_eq!(report["files"][0]["diagnostics"], serde_json::json!([]), "{text}");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn its_policy_is_that_of_the_page() {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).expect("it can be read");
    let script = read("xtask/page/policy.mjs");
    let (_, list) = script.split_once("const directives = [").expect("the policy is there");
    let (list, _) = list.split_once("];").expect("the list ends");
    let directives: Vec<&str> = list
        .lines()
        .filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix("\","))
        .collect();
    assert!(directives.len() > 5, "{directives:?}");
    let policy = directives.join("; ");
    assert!(read("render.yaml").contains(&policy), "render.yaml does not say {policy}");
}
