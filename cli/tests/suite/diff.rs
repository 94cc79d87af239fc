//! `diff` against its contract: forms, exit statuses, revisions of git, and comments that no Blueprint can break.

use std::process::Output;

use crate::folder::folder;
use crate::program::program;
use crate::repository::Repository;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

const MARKER: &str = "<!-- blueprint-lens:diff -->";

const BASE: &str = "\
projects:
  - name: shop
    environments:
      - name: production
        networking: {isolation: enabled}
        services:
          - type: web
            name: api
            runtime: node
            plan: starter
            buildCommand: npm ci
            startCommand: npm start
            envVars:
              - key: DATABASE_URL
                fromDatabase: {name: orders, property: connectionString}
              - key: API_KEY
                value: hunter2
        databases:
          - name: orders
            plan: basic-256mb
            ipAllowList: []
      - name: staging
        services:
          - type: worker
            name: jobs
            runtime: docker
            plan: starter
";

/// Runs `diff` on two texts.
fn diff(base: &str, head: &str, arguments: &[&str]) -> Output {
    let folder = folder(&[("base.yaml", base), ("head.yaml", head)]);
    let mut command = program();
    command.current_dir(folder.path());
    command.args(["diff", "base.yaml", "head.yaml"]).args(arguments).output().expect("it runs")
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("the output is UTF-8")
}

fn markdown(base: &str, head: &str) -> String {
    text(&diff(base, head, &["--format", "markdown"]))
}

fn changed(from: &str, to: &str) -> String {
    assert!(BASE.contains(from), "{from}");
    BASE.replace(from, to)
}

#[test]
fn nothing_changed_prints_nothing() {
    let reworded = format!(
        "# A comment\n{}",
        BASE.replace("{isolation: enabled}", "\n          isolation: \"enabled\"")
    );
    let reordered = changed(
        "            runtime: node\n            plan: starter\n",
        "            plan: starter\n            runtime: node\n",
    );
    for head in [BASE, &reworded, &reordered] {
        for format in ["text", "markdown"] {
            let arguments =
                ["--format", format, "--fail-on", "new-error,new-exposure,new-public-service"];
            let output = diff(BASE, head, &arguments);
            assert_eq!(text(&output), "", "{format}\n{head}");
            assert_eq!(output.status.code(), Some(0));
        }
        let json: Value = serde_json::from_slice(&diff(BASE, head, &["--format", "json"]).stdout)
            .expect("the output is JSON");
        assert_eq!(json["changed"], false);
    }
}

#[test]
fn fails_on_what_it_is_asked_to() {
    let open = changed("ipAllowList: []", "ipAllowList: [{source: 203.0.113.0/24}]");
    let isolation = changed("isolation: enabled", "isolation: disabled");
    let service =
        format!("{BASE}services: [{{type: web, name: site, runtime: docker, plan: starter}}]\n");
    let broken = changed("property: connectionString", "property: nonsense");
    let cases = [
        (open.as_str(), "new-exposure"),
        (&isolation, "new-exposure"),
        (&service, "new-public-service"),
        (&broken, "new-error"),
    ];
    for (head, expected) in cases {
        for asked in ["new-error", "new-exposure", "new-public-service", "never"] {
            let status = diff(BASE, head, &["--fail-on", asked]).status.code();
            assert_eq!(status, Some(i32::from(asked == expected)), "{asked} on\n{head}");
        }
        assert_eq!(diff(BASE, head, &[]).status.code(), Some(0), "never is the default");
        let list = "new-error,new-exposure,new-public-service";
        assert_eq!(diff(BASE, head, &["--fail-on", list]).status.code(), Some(1));
        assert_eq!(diff(head, BASE, &["--fail-on", expected]).status.code(), Some(0), "solved");
    }
}

#[test]
fn hides_what_looks_like_a_secret_in_every_form() {
    let head = changed("value: hunter2", "value: correcthorse");
    for format in ["text", "markdown", "json"] {
        let report = text(&diff(BASE, &head, &["--format", format]));
        assert!(report.contains("API_KEY"), "{report}");
        assert!(!report.contains("hunter2") && !report.contains("correcthorse"), "{report}");
    }
}

#[test]
fn the_comment_has_a_verdict_a_table_a_picture_and_folded_details() {
    let head = changed("ipAllowList: []", "ipAllowList: [{source: 0.0.0.0/0}]");
    let comment = markdown(BASE, &head);
    let mut lines = comment.lines();
    assert_eq!(lines.next(), Some(MARKER));
    let verdict = lines.next().expect("a verdict");
    assert!(
        verdict.starts_with("### ") && verdict.contains("1 entry point opened or widened"),
        "{verdict}"
    );
    for part in ["| | What | Change |", "```mermaid\nflowchart LR\n", "<details><summary>Exposure"]
    {
        assert!(comment.contains(part), "{part}\n{comment}");
    }
    assert_eq!(comment, markdown(BASE, &head), "same input, same bytes");
}

#[test]
fn a_large_difference_shrinks_in_steps_and_says_so() {
    let mut notes = Vec::new();
    for count in [5, 60, 150, 400, 2000] {
        let mut head = String::from("services:\n");
        for number in 0..count {
            head.push_str(&format!(
                "  - type: pserv\n    name: service-{number}\n    runtime: docker\n    plan: starter\n    envVars:\n"
            ));
            for key in 0..4 {
                head.push_str(&format!(
                    "      - key: KEY_{key}\n        value: <{}>\n",
                    "ab ".repeat(20)
                ));
            }
        }
        let comment = markdown("services: []\n", &head);
        assert!(comment.len() <= 65_536, "{count}: {}", comment.len());
        assert!(comment.starts_with(MARKER));
        assert!(comment.contains(&format!("{count} parts changed")), "{count}");
        notes.push(comment.contains("left out: the comment would be too long"));
    }
    assert!(!notes[0], "a small difference is told in full");
    assert!(notes[3] && notes[4], "a large one says what it leaves out");
}

/// What the comment reads as; panics on markup that is none of ours.
fn assert_safe(comment: &str, case: &str) {
    const OURS: [&str; 8] =
        ["code", "/code", "details", "/details", "summary", "/summary", "sub", "/sub"];
    let body = comment.strip_prefix(MARKER).expect("the marker comes first");
    for piece in body.split('<').skip(1) {
        let tag = piece.split('>').next().unwrap_or_default();
        assert!(OURS.contains(&tag), "a raw `<` before {tag:?} in\n{comment}\nof\n{case}");
    }
    for event in Parser::new_ext(comment, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        if let Event::Start(Tag::Link { dest_url, title, .. }) = &event
            && let Some(page) = dest_url.strip_prefix(RULES)
        {
            let is_code = |c: char| c.is_ascii_lowercase() || c == '-';
            let code = page.strip_suffix(".md");
            assert!(code.is_some_and(|code| code.chars().all(is_code)), "{page} in\n{comment}");
            assert!(title.is_empty(), "{title} in\n{comment}");
            continue;
        }
        if let Event::Start(
            tag @ (Tag::Link { .. } | Tag::Image { .. } | Tag::Strong | Tag::Strikethrough),
        ) = &event
        {
            panic!("{tag:?} in\n{comment}\nof\n{case}");
        }
    }
    let fences = comment.lines().filter(|line| line.starts_with("```")).count();
    assert!(fences == 0 || fences == 2, "{fences} fences in\n{comment}");
    assert_eq!(comment.matches("<details>").count(), comment.matches("</details>").count());
}

/// Where the pages of rules are: the only links of a comment that no environment gives.
const RULES: &str = "https://github.com/blueprint-lens/blueprint-lens/blob/main/docs/rules/";

/// Texts that would like to be markup.
fn nasty() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "<script>",
        "</code>",
        "`",
        "``",
        "```",
        "|",
        "\\",
        "[x](https://a.example)",
        "![x](y)",
        "**b**",
        "~~s~~",
        "@team",
        "#1",
        "<!--",
        "-->",
        "&lt;",
        "\n",
        "\r",
        "\t",
        "\"",
        "'",
        "$x$",
        "</details>",
        "\u{202e}",
        "a",
        "Z",
        " ",
        "-",
        "%%",
        ";",
        "::: ",
        "end",
        "{{",
        "\u{2028}",
    ]);
    prop::collection::vec(pieces, 1..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_blueprint_breaks_out_of_the_comment(
        name in nasty(), other in nasty(), key in nasty(), value in nasty(), project in nasty(),
    ) {
        let quoted = |text: &str| serde_json::to_string(text).expect("a text is JSON");
        let (name, other, key) = (quoted(&name), quoted(&other), quoted(&key));
        let (value, project) = (quoted(&value), quoted(&project));
        let head = format!("\
projects:
  - name: {project}
    environments:
      - name: {other}
        networking: {{isolation: enabled}}
        services:
          - {{type: web, name: {name}, runtime: node, plan: {value}, region: {other}, envVars: [
              {{key: {key}, value: {value}}},
              {{key: {other}, fromService: {{type: pserv, name: {other}, property: hostport}}}},
              {{key: {name}, fromDatabase: {{name: {name}, property: {key}}}}}]}}
          - {{type: {value}, name: {other}, runtime: {key}}}
        databases:
          - {{name: {name}, ipAllowList: [{{source: {value}, description: {name}}}, {{source: 192.0.2.1, description: {key}}}]}}
");
        for (base, head) in [(BASE, head.as_str()), (&head, BASE), ("", &head)] {
            assert_safe(&markdown(base, head), head);
            assert_self_contained(&html(base, head), 4);
        }
    }
}

fn html(base: &str, head: &str) -> String {
    text(&diff(base, head, &["--format", "html"]))
}

/// Panics on anything that a browser would load, on a link that leads elsewhere than to a rule, and on markup that is none
/// of ours.
fn assert_self_contained(html: &str, scripts: usize) {
    assert!(html.starts_with("<!doctype html>") && html.ends_with("</html>\n"));
    assert!(html.len() <= 1_500_000, "{} bytes", html.len());
    // The links to the pages of rules, in sentences and in findings.
    let html = ["<a href=\"", "<a class=\"problem-rule\" href=\""]
        .iter()
        .fold(html.to_owned(), |html, link| html.replace(&format!("{link}{RULES}"), "<a "));
    for forbidden in
        ["src=\"", "<link", "@import", "url(", "<iframe", "<img", "href=\"http", "fetch("]
    {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
    assert_eq!(html.matches("<script").count(), scripts);
    assert_eq!(html.matches("<script").count(), html.matches("</script").count());
    let mut ids: Vec<&str> =
        html.split(" id=\"").skip(1).filter_map(|t| t.split('"').next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id occurs twice");
}

#[test]
fn the_report_is_one_file_with_all_three_pictures() {
    let head = changed("name: jobs", "name: others\n            region: ohio")
        .replace("ipAllowList: []", "ipAllowList: [{source: 0.0.0.0/0}]")
        .replace("hunter2", "correcthorse");
    let report = html(BASE, &head);
    assert_self_contained(&report, 4);
    for part in [
        "id=\"before\"",
        "id=\"both\"",
        "id=\"after\"",
        "id=\"see-both\"",
        "is-changed",
        "data-node=\"postgres:orders\"",
        "class=\"reach-table\"",
        "class=\"problem-list\"",
        "<tr class=\"in\">",
        "<tr class=\"out\">",
        "1 entry point opened or widened",
    ] {
        assert!(report.contains(part), "{part}");
    }
    assert!(!report.contains("hunter2") && !report.contains("correcthorse"), "a secret is shown");
    assert_eq!(report, html(BASE, &head), "same input, same bytes");
    assert!(html(BASE, BASE).contains("No semantic changes"));
}

#[test]
fn a_blueprint_as_one_file() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let at = folder.path();
    std::fs::write(at.join("render.yaml"), BASE).expect("written");
    program()
        .current_dir(at)
        .args(["render", "render.yaml", "-o", "report.html"])
        .assert()
        .success();
    let report = std::fs::read_to_string(at.join("report.html")).expect("it is there");
    assert_self_contained(&report, 2);
    for part in ["data-node=\"web:api\"", "class=\"reach-table\"", "id=\"L20\"", "Exposure"] {
        assert!(report.contains(part), "{part}");
    }
    assert!(!report.contains("hunter2"), "a secret is shown");
    // The same picture as everywhere else, item by item.
    let svg = program().current_dir(at).args(["render", "render.yaml"]).output().expect("it runs");
    let svg = text(&svg);
    let items: Vec<&str> = svg.lines().filter(|line| line.starts_with("<g ")).collect();
    assert!(items.len() > 5);
    for item in items {
        assert!(report.contains(item), "{item}");
    }
}

#[test]
fn a_large_report_shrinks_and_says_so() {
    let mut head = String::from("services:\n");
    for number in 0..250 {
        head.push_str(&format!(
            "  - {{type: pserv, name: service-{number}, runtime: docker, plan: starter}}\n"
        ));
    }
    let report = html("services: []\n", &head);
    assert_self_contained(&report, 4);
    assert!(report.contains("the report would be too large"));
    assert!(report.contains("data-node=\"pserv:service-249\""));
}

#[test]
fn sides_are_files_standard_input_and_revisions() {
    let mut repository = Repository::new();
    repository.save(BASE, "Base");
    repository.git(&["checkout", "--quiet", "-b", "change"]);
    repository.write("infra/render.yaml", BASE);
    let head = changed("ipAllowList: []", "ipAllowList: [{source: 0.0.0.0/0}]");
    repository.save(&head, "Change");
    let at = repository.path();
    for sides in [
        ["main", "change"],
        ["main", "HEAD"],
        ["main", "render.yaml"],
        ["main:render.yaml", "change:render.yaml"],
        ["main", "-"],
        ["infra/render.yaml", "change:render.yaml"],
    ] {
        let [base, head_name] = sides;
        for sides in [&sides[..], &["--", base, head_name], &[base, "--", head_name]] {
            let mut command = program();
            command.current_dir(at).args(["diff", "--fail-on", "new-exposure"]).args(sides);
            let output = command.write_stdin(head.as_str()).output().expect("it runs");
            assert_eq!(output.status.code(), Some(1), "{sides:?}");
            assert!(text(&output).contains("opened: postgres:orders"), "{sides:?}");
        }
    }
    // A Blueprint that is new is compared with an empty one.
    let output = program()
        .current_dir(at)
        .args(["diff", "main", "infra/render.yaml"])
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output).contains("added: web:api"), "{}", text(&output));
    for wrong in [
        ["nowhere", "render.yaml"],
        ["missing.yaml", "render.yaml"],
        ["-", "-"],
        ["main:gone.yaml", "main"],
        ["--", "main"],
    ] {
        let output = program().current_dir(at).arg("diff").args(wrong).output().expect("it runs");
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{wrong:?}");
    }
}

#[test]
fn a_blueprint_is_drawn_in_every_form() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    std::fs::write(folder.path().join("render.yaml"), BASE).expect("written");
    let flowchart = program()
        .current_dir(folder.path())
        .args(["render", "render.yaml", "--format", "mermaid"])
        .output()
        .expect("it runs");
    let flowchart = text(&flowchart);
    assert!(flowchart.starts_with("flowchart LR\n") && flowchart.contains("orders"), "{flowchart}");
}

/// A repository whose second commit moves, deletes and keeps a Blueprint each.
fn moving() -> Repository {
    let mut repository = Repository::new();
    repository.write("render.yaml", BASE);
    repository.write("old/render.yaml", &BASE.replace("name: api", "name: web"));
    repository.write("gone.yaml", "services:\n  - {type: web, name: api, runtime: docker}\n");
    repository.commit("first");
    repository.git(&["mv", "render.yaml", "infra.yaml"]);
    repository.git(&["mv", "old", "new"]);
    repository.git(&["rm", "--quiet", "gone.yaml"]);
    repository.write(
        "new/render.yaml",
        &BASE.replace("name: api", "name: web").replace("npm ci", "npm i"),
    );
    repository.commit("second");
    repository
}

fn compared(repository: &Repository, folder: &str, arguments: &[&str]) -> Output {
    let mut command = program();
    command.current_dir(repository.path().join(folder)).arg("diff").args(arguments);
    command.output().expect("it runs")
}

#[test]
fn a_moved_file_is_no_new_entry_point() {
    let repository = moving();
    for (folder, sides, was) in [
        ("", ["HEAD~1", "infra.yaml"], "infra.yaml is render.yaml in HEAD~1, so it was moved"),
        ("", ["HEAD~1", "HEAD:infra.yaml"], "infra.yaml is render.yaml in HEAD~1"),
        ("", ["HEAD~1:render.yaml", "HEAD"], "render.yaml is infra.yaml in HEAD"),
    ] {
        let output = compared(&repository, folder, &sides);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(was), "{sides:?}: {said}");
        assert_eq!((output.status.code(), text(&output)), (Some(0), String::new()), "{sides:?}");
    }
    let output = compared(&repository, "new", &["HEAD~1", "render.yaml", "--format", "json"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("render.yaml is old/render.yaml in HEAD~1"), "{said}");
    let answer: Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
    assert_eq!(answer["doors"], serde_json::json!([]));
    assert_eq!(answer["parts"][0]["fields"][0]["field"], "buildCommand");
}

#[test]
fn a_named_file_that_is_deleted_is_told_as_removed() {
    let repository = moving();
    for sides in [["HEAD~1", "gone.yaml"], ["HEAD~1:gone.yaml", "HEAD"]] {
        let output = compared(&repository, "", &sides);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("gone.yaml is not in "), "{sides:?}: {said}");
        assert!(text(&output).contains("- removed: web:api"), "{sides:?}: {}", text(&output));
    }
    for sides in [["HEAD~1", "never.yaml"], ["HEAD", "gone.yaml"], ["HEAD~1", "no/gone.yaml"]] {
        assert_eq!(compared(&repository, "", &sides).status.code(), Some(2), "{sides:?}");
    }
}

#[test]
fn what_is_on_neither_side_is_an_error() {
    let repository = moving();
    let output = compared(&repository, "", &["HEAD", "main"]);
    assert_eq!((output.status.code(), text(&output)), (Some(2), String::new()));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("render.yaml is neither in HEAD nor in main"), "{said}");
}

const SEVERAL: &str = "\
services:
  - {type: web, name: api, runtime: docker, envVars: [{key: A, fromService: {type: pserv, name: auth, property: hostport}}]}
  - {type: pserv, name: auth, runtime: docker}
  - {type: worker, name: mail, runtime: docker}
  - {type: pserv, name: search, runtime: docker}
";

#[test]
fn causes_come_before_their_effects_which_are_folded_under_them() {
    let moved =
        SEVERAL.replace("name: auth, runtime: docker", "name: auth, runtime: docker, region: ohio");
    let report = text(&diff(SEVERAL, &moved, &[]));
    let at = |part: &str| report.find(part).unwrap_or_else(|| panic!("no `{part}` in\n{report}"));
    let cause = "moved: pserv:auth moves from oregon to ohio: 1 connection blocked, 5 pairs can no longer reach each other";
    assert!(at(cause) < at("web:api can no longer reach pserv:auth"), "{report}");
    assert!(at(cause) < at("New findings"), "{report}");
    for title in ["\nConnections\n", "\nPrivate reachability\n"] {
        assert!(!report.contains(title), "all of it has its cause:\n{report}");
    }
    let comment = markdown(SEVERAL, &moved);
    let table: Vec<&str> = comment.lines().filter(|line| line.starts_with("| ")).collect();
    let rows = table.iter().filter(|row| row.contains("no longer reach"));
    assert_eq!(rows.count(), 1, "one row for cause and effects:\n{comment}");
    let page = text(&diff(SEVERAL, &moved, &["--format", "html"]));
    assert!(page.contains("<details data-print><summary>6 effects</summary><ul>"), "folded");
}

const ISOLATED: &str = "\
projects:
  - name: shop
    environments:
      - name: production
        networking: {isolation: disabled}
        services:
          - {type: pserv, name: auth, runtime: docker}
      - name: staging
        services:
          - {type: web, name: api, runtime: docker, envVars: [{key: A, fromService: {type: pserv, name: auth, property: hostport}}]}
          - {type: worker, name: mail, runtime: docker}
";

#[test]
fn isolation_is_a_cause_too_whichever_way_it_is_switched() {
    let closed = ISOLATED.replace("disabled", "enabled");
    let on = "isolated: shop/production is closed to what is outside it: 1 connection blocked, 3 pairs can no longer reach each other";
    let off = "isolation off: shop/production is open to its region's private network: 3 pairs can reach each other now";
    for (base, head, cause, effect) in [
        (ISOLATED, closed.as_str(), on, "web:api can no longer reach pserv:auth"),
        (
            closed.as_str(),
            ISOLATED,
            off,
            "shop/staging to shop/production: web:api is wired to pserv:auth",
        ),
    ] {
        let report = text(&diff(base, head, &[]));
        let at =
            |part: &str| report.find(part).unwrap_or_else(|| panic!("no `{part}` in\n{report}"));
        assert!(at(cause) < at(effect), "{report}");
        assert!(at(cause) < at("Resources and settings"), "{report}");
        assert!(!report.contains("gained: "), "connections between environments say it:\n{report}");
        for title in
            ["\nConnections\n", "\nPrivate reachability\n", "\nConnections between environments\n"]
        {
            assert!(!report.contains(title), "all of it has its cause:\n{report}");
        }
        let comment = markdown(base, head);
        let rows = comment
            .lines()
            .filter(|line| line.starts_with("| ") && line.contains("reach each other"));
        assert_eq!(rows.count(), 1, "one row for cause and effects:\n{comment}");
    }
}

#[test]
fn a_verdict_counts_warnings_too() {
    let secret =
        SEVERAL.replace("envVars: [", "envVars: [{key: JWT_SECRET, value: correct-horse-1}, ");
    let comment = markdown(SEVERAL, &secret);
    let verdict = comment.lines().nth(1).unwrap_or_default();
    assert!(verdict.starts_with("### \u{26a0}\u{fe0f} New warnings: 1 new warning"), "{comment}");
    assert!(
        !comment.contains('\u{2705}'),
        "a secret that is added is nothing to praise:\n{comment}"
    );
    let harmless = SEVERAL.replace("runtime: docker}", "runtime: docker, autoDeploy: false}");
    let comment = markdown(SEVERAL, &harmless);
    assert!(comment.contains("### \u{2705} No new exposure, error or warning"), "{comment}");
}

#[test]
fn a_comment_links_to_lines_rules_run_and_report_where_the_environment_has_them() {
    let mut repository = Repository::new();
    repository.write("infra/render.yaml", SEVERAL);
    repository.commit("first");
    let broken =
        SEVERAL.replace("name: auth, runtime: docker", "name: auth, runtime: docker, region: ohio");
    repository.write("infra/render.yaml", &broken);
    let compared = |format: &str, variables: &[(&str, &str)]| {
        let mut command = program();
        command.current_dir(repository.path()).envs(variables.iter().copied());
        let arguments = ["diff", "HEAD", "infra/render.yaml", "--format", format];
        text(&command.args(arguments).output().expect("it runs"))
    };
    let address = format!("{RULES}cross-region-reference.md");
    let rule = format!("[cross-region-reference]({address})");
    let without = compared("markdown", &[]);
    assert!(without.contains(&format!("({rule}, line 2)")), "{without}");
    let page = |line: &str| {
        format!("\"{address}\" rel=\"noreferrer\">cross-region-reference</a>, {line})")
    };
    let report = compared("html", &[]);
    assert!(report.contains(&page("line 2")), "{report}");
    let of_github = [
        ("GITHUB_SERVER_URL", "https://github.example.com"),
        ("GITHUB_REPOSITORY", "shop/infra"),
        ("GITHUB_SHA", "0123abc"),
        ("GITHUB_RUN_ID", "7"),
        ("BLUEPRINT_LENS_REPORT_URL", "https://reports.example.com/7"),
    ];
    let with = compared("markdown", &of_github);
    for link in [
        "[line 2](https://github.example.com/shop/infra/blob/0123abc/infra/render.yaml#L2)",
        "[This run](https://github.example.com/shop/infra/actions/runs/7)",
        "[The report](https://reports.example.com/7)",
    ] {
        assert!(with.contains(link), "{link}\n{with}");
    }
    let with = compared("html", &of_github);
    for link in [
        page("<a href=\"https://github.example.com/shop/infra/blob/0123abc/infra/render.yaml#L2\" rel=\"noreferrer\">line 2</a>").as_str(),
        "<a href=\"https://github.example.com/shop/infra/actions/runs/7\" rel=\"noreferrer\">The run that made this report</a>",
    ] {
        assert!(with.contains(link), "{link}\n{with}");
    }
}
