//! `.blueprint-lens.yaml`: what it decides, where it is found, and what is said about mistakes in it.

use std::path::Path;
use std::process::Output;

use crate::folder::folder;
use crate::program::program;
use serde_json::Value;

const OPEN_DATABASE: &str = "\
databases:
  - name: orders
    region: ohio
";

const ISOLATED: &str = "\
projects:
  - name: shop
    environments:
      - name: production
        networking:
          isolation: enabled
";

fn run(folder: &Path, arguments: &[&str]) -> Output {
    program().current_dir(folder).args(arguments).output().expect("it runs")
}

/// Rule and severity of every finding, by file.
fn found(folder: &Path, arguments: &[&str]) -> Vec<(String, String, String)> {
    let output = run(folder, &[&["check", "--format", "json"], arguments].concat());
    let report: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    let text = |value: &Value| value.as_str().expect("it is text").to_owned();
    let files = report["files"].as_array().expect("a list");
    files
        .iter()
        .flat_map(|file| {
            let found = file["diagnostics"].as_array().expect("a list");
            found
                .iter()
                .map(|one| (text(&file["path"]), text(&one["rule"]), text(&one["severity"])))
        })
        .collect()
}

fn severity_of(folder: &Path, rule: &str) -> Option<String> {
    found(folder, &[]).into_iter().find(|(_, code, _)| code == rule).map(|(.., severity)| severity)
}

fn complaint(settings: &str) -> String {
    let folder = folder(&[("render.yaml", OPEN_DATABASE), (".blueprint-lens.yaml", settings)]);
    let output = run(folder.path(), &["check"]);
    assert_eq!(output.status.code(), Some(2), "{settings}");
    assert!(output.stdout.is_empty(), "{settings}");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn severities_are_changed_and_rules_switched_off() {
    for (word, expected) in [
        ("error", Some("error")),
        ("info", Some("info")),
        ("on", Some("warning")),
        ("off", None),
        ("false", None),
    ] {
        let settings = format!("rules:\n  open-database: {word}\n");
        let folder = folder(&[("render.yaml", OPEN_DATABASE), (".blueprint-lens.yaml", &settings)]);
        assert_eq!(severity_of(folder.path(), "open-database").as_deref(), expected, "{word}");
        let status = run(folder.path(), &["check"]).status.code();
        assert_eq!(status, Some(i32::from(word == "error")), "{word}");
    }
}

#[test]
fn an_allowance_of_a_rule_that_is_off_is_not_unused() {
    let text = "databases:\n  - name: orders # blueprint-lens: allow(open-database) why\n    region: ohio\n";
    let folder = folder(&[
        ("render.yaml", text),
        (".blueprint-lens.yaml", "rules: { open-database: off }\n"),
    ]);
    assert_eq!(found(folder.path(), &[]), []);
}

#[test]
fn the_workspace_decides_about_isolation() {
    for (plan, expected) in [("hobby", Some("warning")), ("pro", None), ("enterprise", None)] {
        let settings = format!("workspacePlan: {plan}\n");
        let folder = folder(&[("render.yaml", ISOLATED), (".blueprint-lens.yaml", &settings)]);
        assert_eq!(
            severity_of(folder.path(), "isolation-needs-pro").as_deref(),
            expected,
            "{plan}"
        );
    }
}

#[test]
fn ignored_paths_are_not_searched_but_may_be_named() {
    let folder = folder(&[
        ("render.yaml", OPEN_DATABASE),
        ("examples/a/render.yaml", OPEN_DATABASE),
        ("apps/render.old.yaml", OPEN_DATABASE),
        ("apps/render.yaml", OPEN_DATABASE),
        (".blueprint-lens.yaml", "ignore:\n  - examples/\n  - render.old.yaml\n"),
    ]);
    let paths = |found: Vec<(String, String, String)>| {
        found.into_iter().map(|(path, ..)| path).collect::<Vec<_>>()
    };
    assert_eq!(paths(found(folder.path(), &["."])), ["apps/render.yaml", "render.yaml"]);
    assert_eq!(paths(found(&folder.path().join("apps"), &["."])), ["render.yaml"]);
    let named = "examples/a/render.yaml";
    assert_eq!(paths(found(folder.path(), &[named])), [named]);
}

#[test]
fn the_nearest_file_counts_up_to_the_repository() {
    let off = "rules:\n  open-database: off\n";
    let folder = folder(&[
        (".blueprint-lens.yaml", off),
        ("below/render.yaml", OPEN_DATABASE),
        ("other/.git/HEAD", ""),
        ("other/render.yaml", OPEN_DATABASE),
        ("other/settings.yaml", off),
    ]);
    assert_eq!(severity_of(&folder.path().join("below"), "open-database"), None);
    let other = folder.path().join("other");
    assert_eq!(severity_of(&other, "open-database").as_deref(), Some("warning"));
    assert_eq!(found(&other, &["--config", "settings.yaml"]), []);
    assert_eq!(run(&other, &["check", "--config", "none.yaml"]).status.code(), Some(2));
}

#[test]
fn fixes_keep_to_the_settings() {
    let text =
        "services:\n  - type: redis\n    name: cache\n    region: ohio\n    ipAllowList: []\n";
    let fixed = |settings: &str| {
        let folder = folder(&[("render.yaml", text), (".blueprint-lens.yaml", settings)]);
        let output = run(folder.path(), &["fix", "render.yaml", "--write"]);
        assert_eq!(output.status.code(), Some(0));
        std::fs::read_to_string(folder.path().join("render.yaml")).expect("it can be read")
    };
    assert!(fixed("").contains("type: keyvalue"));
    assert_eq!(fixed("rules: { deprecated-spelling: off }\n"), text);
}

#[test]
fn mistakes_are_named_with_their_place_and_what_to_do() {
    for (settings, place, what) in [
        ("rules:\n  open-databse: off\n", "2:3", "did you mean `open-database`?"),
        ("rules:\n  made-up: off\n", "2:3", "`blueprint-lens rules` lists them"),
        ("rules:\n  open-database: loud\n", "2:18", "one of off, on, info, warning, error"),
        ("rules:\n  open-database:\n", "2:3", "one of off, on, info, warning, error"),
        ("rules: off\n", "1:8", "`rules` must be a mapping"),
        ("- rules\n", "1:1", "the settings must be a mapping"),
        (
            "ignored: []\n",
            "1:1",
            "the settings are `rules`, `ignore`, `together` and `workspacePlan`",
        ),
        ("ignore: examples/\n", "1:9", "`ignore` must be a list of patterns"),
        ("ignore: [ { a: b } ]\n", "1:11", "a pattern must be a string"),
        ("ignore:\n  - a[z-b]\n", "2:5", "this pattern cannot be read"),
        ("together: render.yaml\n", "1:11", "`together` must be a list of paths"),
        ("together: [ [] ]\n", "1:13", "a path must be a string"),
        ("workspacePlan: team\n", "1:16", "one of hobby, pro, scale, enterprise"),
        ("rules: {}\nrules: {}\n", "2:1", "twice"),
        ("rules: [\n", "1:8", "closed"),
        ("rules: {}\n---\nrules: {}\n", "3:1", "only one document is read"),
    ] {
        let said = complaint(settings);
        assert!(said.contains(&format!(".blueprint-lens.yaml:{place}: ")), "{settings}\n{said}");
        assert!(said.contains(what), "{settings}\n{said}");
    }
    let both = complaint("rules:\n  a: off\nplan: pro\n");
    assert_eq!(both.lines().count(), 2, "every mistake is named: {both}");
}

#[test]
fn an_empty_file_decides_nothing() {
    for settings in ["", "# later\n", "rules:\nignore:\n"] {
        let folder = folder(&[("render.yaml", OPEN_DATABASE), (".blueprint-lens.yaml", settings)]);
        assert_eq!(severity_of(folder.path(), "open-database").as_deref(), Some("warning"));
    }
}

#[test]
fn a_file_of_settings_has_a_size_that_it_may_have() {
    let most = 256 * 1024;
    let long = |bytes: usize| format!("#{}\n", "x".repeat(bytes - 2));
    let said = complaint(&long(most + 1));
    assert!(said.contains(".blueprint-lens.yaml is larger than 256 KiB"), "{said}");
    let folder = folder(&[("render.yaml", OPEN_DATABASE), (".blueprint-lens.yaml", &long(most))]);
    assert_eq!(run(folder.path(), &["check"]).status.code(), Some(0));
}

#[test]
fn mistakes_in_settings_are_texts_wherever_they_are_shown() {
    let acts = "\\e[31m\\a\\u202E\\n::error::z\\n##[group]z";
    for settings in [
        format!("\"{acts}\": 1\n"),
        format!("rules:\n  \"{acts}\": off\n"),
        format!("ignore: [\"a[z-b]{acts}\"]\n"),
        format!("together: [\"{acts}\"]\nrules: off\n"),
    ] {
        let said = complaint(&settings);
        let is_steering = |c: char| c != '\n' && (c.is_control() || c == '\u{202e}');
        assert!(!said.contains(is_steering), "{said:?}");
        let commands = said.lines().filter(|line| line.starts_with("::") || line.contains("##["));
        assert_eq!(commands.collect::<Vec<_>>(), Vec::<&str>::new(), "{said:?}");
    }
}
