//! `checklist` in its forms, and in the comment on a pull request.

use crate::folder::folder;
use crate::program::program;
use serde_json::{Value, json};

const BLUEPRINT: &str = "\
services:
  - type: web
    name: api
    runtime: docker
    plan: starter
    envVars:
      - {key: STRIPE_KEY, sync: false}
      - key: DATABASE_URL
        fromDatabase: {name: orders, property: connectionString}
databases:
  - name: orders
    ipAllowList: []
";

/// Runs a command on a Blueprint before and after a change.
fn run(head: &str, arguments: &[&str]) -> (String, Option<i32>) {
    let folder = folder(&[("base.yaml", BLUEPRINT), ("head.yaml", head)]);
    let output = program().current_dir(folder.path()).args(arguments).output().expect("it runs");
    (String::from_utf8(output.stdout).expect("it is UTF-8"), output.status.code())
}

#[test]
fn a_file_has_a_list_in_every_form() {
    let (text, status) = run(BLUEPRINT, &["checklist", "head.yaml"]);
    assert_eq!(status, Some(0));
    assert!(
        text.starts_with("What Render asks for\n  [ ] STRIPE_KEY of api: for payments"),
        "{text}"
    );
    assert!(text.contains("\nWhat starts empty\n  [ ] orders starts empty"), "{text}");
    let (markdown, _) = run(BLUEPRINT, &["checklist", "head.yaml", "--format", "markdown"]);
    assert!(markdown.contains("- [ ] `STRIPE_KEY` of `api`"), "{markdown}");
    let (report, _) = run(BLUEPRINT, &["checklist", "head.yaml", "--format", "json"]);
    let report: Value = serde_json::from_str(&report).expect("it is JSON");
    assert_eq!(report["version"], 1);
    let step = &report["steps"][0];
    assert_eq!((&step["phase"], &step["node"]), (&json!("asked"), &json!("web:api")));
    assert_eq!((&step["variable"], &step["commands"]), (&json!("STRIPE_KEY"), &json!([])));
    assert_eq!(step["spans"][0]["start"]["line"], 7);
}

#[test]
fn a_change_lists_what_is_new_and_the_comment_folds_it() {
    let head = BLUEPRINT
        .replace("    envVars:\n", "    envVars:\n      - {key: MAIL_LOGIN, sync: false}\n");
    let (text, status) = run(&head, &["checklist", "base.yaml", "head.yaml"]);
    assert_eq!(status, Some(0));
    assert!(text.contains("[ ] set MAIL_LOGIN of api in the Dashboard"), "{text}");
    assert!(!text.contains("STRIPE_KEY"), "{text}");
    let (comment, _) = run(&head, &["diff", "base.yaml", "head.yaml", "--format", "markdown"]);
    assert!(comment.contains("<details><summary>Checklist (1)</summary>"), "{comment}");
    assert!(comment.contains("- [ ] set `MAIL_LOGIN` of `api` in the Dashboard"), "{comment}");
    let (nothing, status) = run(BLUEPRINT, &["checklist", "base.yaml", "head.yaml"]);
    assert_eq!((nothing.as_str(), status), ("", Some(0)));
    let (_, status) = run(BLUEPRINT, &["checklist", "missing.yaml"]);
    assert_eq!(status, Some(2));
}

#[test]
fn a_broken_blueprint_is_listed_all_the_same() {
    let (text, status) = run("services: [", &["checklist", "head.yaml"]);
    assert_eq!(status, Some(0));
    assert!(text.contains("Render refuses this file"), "{text}");
}
