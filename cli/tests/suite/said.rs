//! What commands say about their run on standard error, where the answer alone would leave somebody in doubt.

use crate::folder::folder;
use crate::program::program;

const BROKEN: &str = "services: [\n  - type: web\nname: x: y\n";

/// The exit status, standard output and standard error.
fn said(arguments: &[&str]) -> (Option<i32>, String, String) {
    let made = folder(&[("broken.yaml", BROKEN), ("good.yaml", "services: []\n")]);
    let output = program().current_dir(made.path()).args(arguments).output().expect("it runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it is text");
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn an_answer_about_a_broken_file_says_that_parts_are_left_out() {
    for command in
        [vec!["reach", "broken.yaml"], vec!["render", "broken.yaml"], vec!["expand", "broken.yaml"]]
    {
        let (code, _, notes) = said(&command);
        assert_eq!(code, Some(0), "{command:?}");
        assert!(notes.contains("broken.yaml cannot be read completely"), "{command:?}: {notes}");
        let whole = [command[0], "good.yaml"];
        assert_eq!(said(&whole).2, "", "{whole:?}");
    }
}

#[test]
fn a_name_that_is_asked_for_where_nothing_is_declared() {
    let (code, _, notes) = said(&["reach", "good.yaml", "api"]);
    assert_eq!(code, Some(2));
    assert!(notes.contains("nothing is called `api`: no resource is declared"), "{notes}");
}

#[test]
fn what_cannot_be_read_is_not_counted() {
    let (code, out, notes) = said(&["check", "none.yaml"]);
    assert_eq!((code, out.as_str()), (Some(2), ""), "no sum of nothing");
    assert!(notes.contains("none.yaml cannot be read"), "{notes}");
    let (code, out, _) = said(&["check", "none.yaml", "good.yaml"]);
    assert_eq!(code, Some(2));
    assert!(out.contains(" in 1 Blueprint"), "{out}");
}

#[test]
fn a_picture_that_is_too_large_is_refused_and_a_report_holds_the_counts() {
    let boxes = format!("services:\n{}", "  - {type: worker}\n".repeat(15_001));
    assert_too_large(
        &boxes,
        "15002 boxes are too many to draw: a picture has at most 15000",
        "15001 resources",
    );

    let lines = |count: usize, line: fn(usize) -> String| (0..count).map(line).collect::<String>();
    let databases = lines(140, |number| format!("  - name: data-{number}\n"));
    let variables = lines(140, |number| {
        let database = format!("{{name: data-{number}, property: connectionString}}");
        format!("      - {{key: URL_{number}, fromDatabase: {database}}}\n")
    });
    let service = format!("  - type: worker\n    envVars:\n{variables}");
    let connections = format!("databases:\n{databases}services:\n{}", service.repeat(150));
    let said = "21000 connections are too many to draw: a picture has at most 20000";
    assert_too_large(&connections, said, "290 resources with 21000 connections");
}

fn assert_too_large(text: &str, said: &str, counts: &str) {
    let made = folder(&[("many.yaml", text)]);
    let render = |format: &str| {
        let arguments = ["render", "many.yaml", "--format", format];
        program().current_dir(made.path()).args(arguments).output().expect("it runs")
    };
    let refused = render("svg");
    let notes = String::from_utf8_lossy(&refused.stderr);
    assert_eq!((refused.status.code(), refused.stdout.as_slice()), (Some(2), &[][..]), "{notes}");
    assert!(notes.contains(said), "{notes}");
    let report = render("html");
    let html = String::from_utf8_lossy(&report.stdout);
    assert!(html.contains(counts) && html.contains("All but the counts is left out"));
}

#[test]
fn of_very_many_problems_the_worst_are_shown_and_the_rest_is_counted() {
    let mild: String = (0..10_001)
        .map(|number| {
            format!(
                "  - {{type: worker, name: w{number}, runtime: docker, envVars: [{{key: A}}]}}\n"
            )
        })
        .collect();
    let text = format!("services:\n{mild}  - {{type: keyvalue, name: cache}}\n");
    let made = folder(&[("many.yaml", &text)]);
    let run = |arguments: &[&str]| {
        let run = program().current_dir(made.path()).args(arguments).output().expect("it runs");
        String::from_utf8_lossy(&run.stdout).into_owned()
    };
    let report = run(&["check", "many.yaml"]);
    assert!(report.contains("error[key-value-without-allow-list]"));
    let json: serde_json::Value =
        serde_json::from_str(&run(&["check", "--format", "json", "many.yaml"])).expect("JSON");
    let all = json["files"][0]["diagnostics"].as_array().map_or(0, Vec::len);
    let rest =
        format!("many.yaml: {} more problems, which `check --format json` lists", all - 10_000);
    assert!(all > 10_001 && report.contains(&rest), "{all}");
}

#[test]
fn more_fixes_than_a_blueprint_can_need_are_refused() {
    let text = format!("services:\n{}", "  - {type: redis}\n".repeat(40_001));
    let made = folder(&[("many.yaml", &text)]);
    let arguments = ["fix", "many.yaml"];
    let refused = program().current_dir(made.path()).args(arguments).output().expect("it runs");
    let notes = String::from_utf8_lossy(&refused.stderr);
    assert_eq!((refused.status.code(), refused.stdout.as_slice()), (Some(2), &[][..]), "{notes}");
    assert!(notes.contains("fixes are too many at once: at most 40000"), "{notes}");
}

#[test]
fn a_change_of_very_many_pairs_says_that_it_counts_not_all_of_them() {
    let services = |start: &str, margin: &str| -> String {
        let service =
            |at| format!("{margin}- {{type: pserv, name: {start}{at}, runtime: docker}}\n");
        (0..250).map(service).collect()
    };
    let version = |isolation: &str| {
        format!(
            "projects:\n  - name: shop\n    environments:\n      - name: production\n        networking: {{isolation: {isolation}}}\n        services:\n{}services:\n{}",
            services("in", "          "),
            services("out", "  ")
        )
    };
    let made = folder(&[("a.yaml", &version("disabled")), ("b.yaml", &version("enabled"))]);
    let arguments = ["diff", "a.yaml", "b.yaml"];
    let run = program().current_dir(made.path()).args(arguments).output().expect("it runs");
    let report = String::from_utf8_lossy(&run.stdout);
    assert!(report.contains(": at least 50000 pairs can no longer reach each other"));
    assert!(report.contains("75000 more pairs turned round, which are not listed here"));
}
