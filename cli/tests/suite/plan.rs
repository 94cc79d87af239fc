//! The plan in every form of `diff`, in `plan`, and in the exit status.

use std::process::Output;

use crate::folder::folder;
use crate::program::program;
use serde_json::Value;

const BASE: &str = "\
services:
  - type: web
    name: api
    runtime: docker
    plan: starter
    envVars:
      - key: DATABASE_URL
        fromDatabase: {name: orders-db, property: connectionString}
      - key: API_TOKEN
        value: hunter2-hunter2
databases:
  - name: orders-db
    plan: basic-1gb
    diskSizeGB: 20
    ipAllowList: []
    readReplicas: [{name: orders-copy}]
";

const WORST: &str =
    "This merge leaves `orders-db` behind with its data and creates an empty `orders-db-2`";

/// Runs a command on two texts.
fn run(command: &str, base: &str, head: &str, arguments: &[&str]) -> Output {
    let folder = folder(&[("base.yaml", base), ("head.yaml", head)]);
    let mut run = program();
    run.current_dir(folder.path());
    run.args([command, "base.yaml", "head.yaml"]).args(arguments).output().expect("it runs")
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("the output is UTF-8")
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("the output is JSON")
}

fn changed(from: &str, to: &str) -> String {
    assert!(BASE.contains(from), "{from}");
    BASE.replace(from, to)
}

fn renamed() -> String {
    changed("orders-db", "orders-db-2")
}

#[test]
fn the_worst_is_the_first_line_of_every_form() {
    let head = renamed();
    let plain = WORST.replace('`', "");
    for command in ["diff", "plan"] {
        let report = text(&run(command, BASE, &head, &[]));
        assert!(report.starts_with(&format!("\u{1f6d1} {plain}")), "{report}");
        let comment = text(&run(command, BASE, &head, &["--format", "markdown"]));
        assert!(comment.contains(&format!("\n### \u{1f6d1} {WORST}")), "{comment}");
        let page = text(&run(command, BASE, &head, &["--format", "html"]));
        assert!(page.contains("verdict is-bad") && page.contains("orders-db-2"), "{command}");
        for report in [report, comment, page] {
            assert!(!report.contains('\u{2705}'), "nothing is praised: {report}");
        }
    }
}

#[test]
fn a_change_without_a_plan_to_look_at_is_praised_as_before() {
    let head = changed("plan: starter", "plan: standard");
    let comment = text(&run("diff", BASE, &head, &["--format", "markdown"]));
    assert!(
        comment.contains("### \u{2705} No new exposure, error or warning: 1 part changed"),
        "{comment}"
    );
    let comment = text(&run("plan", BASE, &head, &["--format", "markdown"]));
    assert!(comment.contains("Nothing of it needs a look"), "{comment}");
    assert_eq!(text(&run("plan", BASE, BASE, &[])), "");
    assert_eq!(text(&run("plan", BASE, BASE, &["--format", "markdown"])), "");
}

#[test]
fn the_json_is_that_of_the_contract() {
    let head = renamed();
    let whole = json(&run("diff", BASE, &head, &["--format", "json"]));
    let alone = json(&run("plan", BASE, &head, &["--format", "json"]));
    assert_eq!(whole["plan"], alone["plan"]);
    let plan = &whole["plan"];
    assert_eq!(plan["mode"], "later");
    assert_eq!(plan["worst"], "data-loss");
    assert_eq!(plan["base_refused"], false);
    let consequences = plan["consequences"].as_array().expect("there is a list");
    let of = |node: &str| {
        consequences
            .iter()
            .find(|one| one["node"] == node)
            .unwrap_or_else(|| panic!("{node}: {plan}"))
    };
    let lost = of("postgres:orders-db-2");
    assert_eq!(lost["id"], "Z05");
    assert_eq!(lost["class"], "data-loss");
    assert_eq!(lost["severity"], "error");
    assert_eq!(lost["field"], Value::Null);
    assert_eq!((&lost["before"], &lost["after"]), (&"orders-db".into(), &"orders-db-2".into()));
    assert_eq!(lost["certainty"], "inferred");
    assert_eq!(lost["facts"], serde_json::json!(["Z05"]));
    assert_eq!(lost["base"]["start"]["line"], 12);
    assert_eq!(lost["head"]["start"]["line"], 12);
    assert!(lost["text"].is_string() && lost["advice"].is_string());
    let left = of("postgres:orders-db");
    assert_eq!((&left["id"], &left["class"]), (&"Z03".into(), &"orphan".into()));
    assert_eq!((&left["certainty"], &left["head"]), (&"documented".into(), &Value::Null));
    let first = json(&run("plan", BASE, BASE, &["--format", "json", "--first"]));
    assert_eq!(first["plan"]["mode"], "first");
    assert_eq!(first["plan"]["worst"], "adopt");
}

#[test]
fn runs_fail_on_the_classes_that_they_are_asked_to() {
    let by_hand = changed(
        "      - key: API_TOKEN\n",
        "      - {key: MAIL_LOGIN, sync: false}\n      - key: API_TOKEN\n",
    );
    let gone = &BASE[..BASE.find("databases").expect("there are some")];
    let without = gone.replace("      - key: DATABASE_URL\n        fromDatabase: {name: orders-db, property: connectionString}\n", "");
    let cases = [
        (changed("diskSizeGB: 20", "diskSizeGB: 15"), vec!["refused"]),
        (changed("readReplicas: [{name: orders-copy}]", "readReplicas: []"), vec!["destroy"]),
        (renamed(), vec!["data-loss", "orphan"]),
        (without, vec!["orphan"]),
        (by_hand, vec!["set-by-hand"]),
        (changed("plan: starter", "plan: standard"), vec![]),
    ];
    for (head, expected) in cases {
        for asked in ["refused", "data-loss", "destroy", "orphan", "set-by-hand"] {
            for command in ["diff", "plan"] {
                let status = run(command, BASE, &head, &["--fail-on", asked]).status.code();
                let fails = expected.contains(&asked);
                assert_eq!(status, Some(i32::from(fails)), "{command} {asked} on\n{head}");
            }
        }
        let alarms = &json(&run("diff", BASE, &head, &["--format", "json"]))["alarms"];
        assert_eq!(alarms["refused"], expected.contains(&"refused"));
        assert_eq!(run("diff", BASE, &head, &[]).status.code(), Some(0));
    }
}

#[test]
fn what_looks_like_a_secret_is_hidden() {
    let heads = [
        changed("value: hunter2-hunter2", "sync: false"),
        changed("value: hunter2-hunter2", "generateValue: true"),
        changed("hunter2-hunter2", "hunter3-hunter3"),
        String::new(),
    ];
    for head in &heads {
        for format in ["text", "markdown", "json", "html"] {
            for (base, head) in [(BASE, head.as_str()), (head.as_str(), BASE)] {
                let report = text(&run("plan", base, head, &["--format", format]));
                assert!(!report.contains("hunter"), "{format}: {report}");
            }
        }
    }
}
