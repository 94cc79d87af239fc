//! Runs the program as the hook of the page does.

use std::process::{Command, Output};

use serde_json::Value;

fn prerender(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_prerender"));
    command.args(arguments).output().expect("the program runs")
}

#[test]
fn the_poster_is_a_whole_svg_document() {
    for room in [["912", "576"], ["390", "0"]] {
        let output = prerender(&["poster", "../../render.yaml", room[0], room[1]]);
        assert!(output.status.success(), "{output:?}");
        let svg = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(svg.contains("<svg") && svg.trim_end().ends_with("</svg>"), "{svg}");
    }
}

#[test]
fn the_problems_are_the_rows_of_the_list() {
    let folder = tempfile();
    std::fs::write(&folder, "databases:\n  - name: orders\n").expect("a file");
    let output = prerender(&["problems", folder.to_str().expect("a path")]);
    std::fs::remove_file(&folder).expect("it was written");
    assert!(output.status.success(), "{output:?}");
    let rows = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(rows.contains("data-severity=\"warning\"") && rows.contains("orders"), "{rows}");
}

/// A path of this run's own.
fn tempfile() -> std::path::PathBuf {
    std::env::temp_dir().join(format!("prerender-{}.yaml", std::process::id()))
}

#[test]
fn every_rule_has_a_page_and_no_line_of_it_begins_with_the_blank_of_a_doc_comment() {
    let output = prerender(&["rules"]);
    assert!(output.status.success(), "{output:?}");
    let rules: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let rules = rules.as_array().expect("a list");
    assert_eq!(rules.len(), blueprint_lens_core::rules::all().len());
    for rule in rules {
        let page = rule["page"].as_str().expect("a page");
        assert!(page.starts_with("## "), "{}: {page}", rule["code"]);
        for fact in rule["facts"].as_array().expect("facts") {
            assert!(
                fact["statement"].is_string() && fact["sources"][0]["name"].is_string(),
                "{fact}"
            );
        }
    }
}

#[test]
fn what_cannot_be_done_is_said() {
    for (arguments, word) in
        [(&["poster", "missing.yaml", "390", "0"][..], "missing.yaml"), (&[], "prerender rules")]
    {
        let output = prerender(arguments);
        assert!(!output.status.success());
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(message.contains(word), "{message}");
    }
}
