//! The built program against its contract: forms of output, exit statuses, standard input, directories.

use std::path::Path;

use crate::folder::folder;
use crate::program::program;
use serde_json::Value;

const BROKEN_WIRING: &str = "\
services:
  - type: web
    name: api
    runtime: node
    region: frankfurt
    buildCommand: npm ci
    startCommand: npm start
    envVars:
      - key: DATABASE_URL
        fromDatabase:
          name: orders
          property: connectionString
databases:
  - name: orders
    region: oregon
    ipAllowList: []
";

const FINE: &str = "\
services:
  - type: pserv
    name: auth
    runtime: docker
    region: ohio
";

fn json(output: &[u8]) -> Value {
    serde_json::from_slice(output).expect("the output is JSON")
}

fn check_in(folder: &Path, arguments: &[&str]) -> std::process::Output {
    program().current_dir(folder).arg("check").args(arguments).output().expect("it runs")
}

#[test]
fn json_report_follows_the_contract() {
    let folder = folder(&[("render.yaml", BROKEN_WIRING)]);
    let output = check_in(folder.path(), &["--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let report = json(&output.stdout);
    assert_eq!(report["version"], 1);
    let file = &report["files"][0];
    assert_eq!(file["path"], "render.yaml");
    assert_eq!(file["summary"]["resources"], 2);
    assert_eq!(file["summary"]["edges"], 1);
    let found = file["diagnostics"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|found| found["rule"] == "cross-region-reference")
        .expect("the wiring is broken");
    assert_eq!(found["category"], "network");
    assert_eq!(found["severity"], "error");
    assert_eq!(found["facts"][0], "N07");
    assert_eq!(found["path"], "services[0].envVars[0].fromDatabase");
    assert_eq!(found["span"]["start"]["line"], 11);
    assert_eq!(found["span"]["start"]["column"], 17);
    let offset = BROKEN_WIRING.find("orders").expect("it is there");
    assert_eq!(found["span"]["start"]["offset"], offset);
    assert_eq!(found["span"]["end"]["offset"], offset + "orders".len());
    assert!(found["related"].as_array().is_some_and(|related| !related.is_empty()));
    assert!(found["fixes"].is_array());
}

#[test]
fn exit_status_follows_the_threshold() {
    let bad = folder(&[("render.yaml", BROKEN_WIRING)]);
    let good = folder(&[("render.yaml", FINE)]);
    assert_eq!(check_in(bad.path(), &[]).status.code(), Some(1));
    assert_eq!(check_in(bad.path(), &["--fail-on", "never"]).status.code(), Some(0));
    assert_eq!(check_in(good.path(), &[]).status.code(), Some(0));
    assert_eq!(check_in(good.path(), &["missing.yaml"]).status.code(), Some(2));
    assert_eq!(check_in(good.path(), &["--no-such-option"]).status.code(), Some(2));
    let none = folder(&[("other.yaml", FINE)]);
    assert_eq!(check_in(none.path(), &[]).status.code(), Some(2));
    assert_eq!(check_in(none.path(), &["."]).status.code(), Some(2));
}

#[test]
fn a_broken_file_is_findings_and_a_huge_one_is_refused() {
    let mut bytes = FINE.as_bytes().to_vec();
    bytes.extend(b"    # caf\xe9\n");
    let folder = folder(&[("huge.yaml", &"#".repeat(4 * 1024 * 1024 + 1))]);
    std::fs::write(folder.path().join("render.yaml"), bytes).expect("a file can be written");
    let output = check_in(folder.path(), &["--format", "json"]);
    assert_eq!(output.status.code(), Some(1), "not UTF-8 is an error, not a failure");
    assert_eq!(json(&output.stdout)["files"][0]["summary"]["resources"], 1);
    let output = check_in(folder.path(), &["huge.yaml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("4 MiB"));
}

#[test]
fn standard_input_has_a_name() {
    let output = program()
        .args(["check", "-", "--stdin-filename", "infra/render.yaml", "--format", "json"])
        .write_stdin(BROKEN_WIRING)
        .output()
        .expect("it runs");
    assert_eq!(json(&output.stdout)["files"][0]["path"], "infra/render.yaml");
}

#[test]
fn directories_are_searched() {
    let folder = folder(&[
        ("render.yaml", FINE),
        ("apps/a/render.staging.yaml", FINE),
        ("apps/b/render.yml", FINE),
        ("apps/b/values.yaml", FINE),
        ("ignored/render.yaml", FINE),
        (".gitignore", "ignored/\n"),
    ]);
    let output = check_in(folder.path(), &[".", "--format", "json"]);
    let report = json(&output.stdout);
    let paths: Vec<&str> = report["files"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|file| file["path"].as_str())
        .collect();
    assert_eq!(paths, ["apps/a/render.staging.yaml", "apps/b/render.yml", "render.yaml"]);
}

#[test]
fn annotations_escape_what_github_reads() {
    let folder = folder(&[("a,b:c.yaml", BROKEN_WIRING)]);
    let output = check_in(folder.path(), &["a,b:c.yaml", "--format", "github"]);
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(
        text.contains("::error file=a%2Cb%3Ac.yaml,line=11,endLine=11,col=17,endColumn=23,"),
        "{text}"
    );
}

#[test]
fn the_validators_shape() {
    let folder = folder(&[("render.yaml", BROKEN_WIRING)]);
    let output = check_in(folder.path(), &["--format", "render"]);
    let answer = json(&output.stdout);
    assert_eq!(answer["valid"], true, "a region is no matter for Render's validator");
    assert_eq!(answer["plan"]["services"][0], "api");
    assert_eq!(answer["plan"]["databases"][0], "orders");
    assert_eq!(answer["plan"]["totalActions"], 2);
}

#[test]
fn text_underlines_what_is_wrong() {
    let folder = folder(&[("render.yaml", BROKEN_WIRING)]);
    let output = check_in(folder.path(), &[]);
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("error[cross-region-reference]"), "{text}");
    assert!(text.contains("--> render.yaml:11:17"), "{text}");
    assert!(text.contains("^^^^^^"), "{text}");
    assert!(!text.contains('\u{1b}'), "colour without a terminal: {text}");
}

#[test]
fn sarif_has_its_required_parts() {
    let folder = folder(&[("render.yaml", BROKEN_WIRING)]);
    let output = check_in(folder.path(), &["--format", "sarif"]);
    let log = json(&output.stdout);
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["tool"]["driver"]["name"], "blueprint-lens");
    let result = run["results"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|result| result["ruleId"] == "cross-region-reference")
        .expect("the wiring is broken");
    assert_eq!(result["level"], "error");
    assert_eq!(result["locations"][0]["physicalLocation"]["region"]["startLine"], 11);
    let index = result["ruleIndex"].as_u64().expect("a number") as usize;
    assert_eq!(run["tool"]["driver"]["rules"][index]["id"], "cross-region-reference");
}

#[test]
fn reach_tells_why_not() {
    let folder = folder(&[("render.yaml", BROKEN_WIRING)]);
    let run = |arguments: &[&str]| {
        program()
            .current_dir(folder.path())
            .args(["reach", "render.yaml"])
            .args(arguments)
            .output()
            .expect("it runs")
    };
    let answer = json(&run(&["api", "orders", "--format", "json"]).stdout);
    assert_eq!(answer["pairs"].as_array().map(Vec::len), Some(1));
    let pair = &answer["pairs"][0];
    assert_eq!(
        (pair["from"].as_str(), pair["to"].as_str()),
        (Some("web:api"), Some("postgres:orders"))
    );
    assert_eq!(pair["private"], "no");
    assert_eq!(pair["wired"], true);
    assert_eq!(pair["reasons"][0]["code"], "different-region");
    assert_eq!(pair["fix"]["edits"][0]["text"], "oregon");
    let all = json(&run(&["--format", "json"]).stdout);
    assert_eq!(all["pairs"].as_array().map(Vec::len), Some(2));
    assert_eq!(all["doors"][0]["node"], "web:api");
    assert!(all["doors"][0]["hops"].is_array() && all["doors"][0]["touches"].is_array());
    assert!(all["pairs"][0].get("checklist").is_none(), "only a pair that was asked for has one");
    assert_eq!(pair["standing"], "wired-unreachable");
    let checks = pair["checklist"]["checks"].as_array().expect("a list");
    let wrong = checks.iter().find(|check| check["outcome"] == "wrong").expect("one is wrong");
    assert_eq!(wrong["question"], "The same region?");
    assert!(wrong["span"]["start"]["line"].is_number());
    assert_eq!(pair["checklist"]["commands"][1], "render logs --resources api,orders --tail");
    let table = String::from_utf8(run(&["api", "orders"]).stdout).expect("it is UTF-8");
    assert!(table.contains("\nDebug this connection\n"), "{table}");
    assert!(table.contains("wrong  The same region?"), "{table}");
    assert_eq!(run(&["api", "nobody"]).status.code(), Some(2));
    assert_eq!(run(&[]).status.code(), Some(0));
}

#[test]
fn rules_explain_themselves() {
    let output = program().args(["rules", "--format", "json"]).output().expect("it runs");
    let rules = json(&output.stdout);
    let rule = rules["rules"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|rule| rule["code"] == "cross-region-reference")
        .expect("it is listed");
    assert_eq!(rule["severity"], "error");
    assert_eq!(rule["since"], "0.1.0");
    let output = program().args(["explain", "cross-region-reference"]).output().expect("it runs");
    assert!(String::from_utf8_lossy(&output.stdout).contains("## Why it matters"));
    assert_eq!(
        program().args(["explain", "nothing"]).output().expect("it runs").status.code(),
        Some(2)
    );
}

#[test]
fn facts_are_listed_whole_by_family_and_by_id() {
    let ask = |arguments: &[&str]| {
        program().arg("facts").args(arguments).args(["--format", "json"]).output().expect("it runs")
    };
    let ids = |arguments: &[&str]| -> Vec<String> {
        let report = json(&ask(arguments).stdout);
        assert_eq!(report["version"], 1);
        let families = report["families"].as_array().expect("a list").iter();
        let facts = families.flat_map(|family| family["facts"].as_array().expect("a list").iter());
        facts.map(|fact| fact["id"].as_str().expect("an id").to_owned()).collect()
    };
    assert!(ids(&[]).len() > 400);
    assert_eq!(ids(&["n07", "R", "R01"])[..3], ["N07", "R01", "R02"]);
    assert_eq!(ids(&["z07B"]), ["Z07b"]);
    assert_eq!(ask(&["W99"]).status.code(), Some(2));
    let fact = &json(&ask(&["X03"]).stdout)["families"][0]["facts"][0];
    assert_eq!(fact["certainty"], "documented");
    assert_eq!(fact["messages"][0], "must specify IP allow list");
    assert_eq!(fact["sources"][0]["url"], "https://render.com/docs/blueprint-spec");
    assert_eq!(fact["rules"][0], "key-value-without-allow-list");
    assert!(fact["unchecked"].is_null());
    let text = program().args(["facts", "W08"]).output().expect("it runs").stdout;
    assert!(String::from_utf8_lossy(&text).contains("W08   documented"));
}

#[test]
fn facts_explain_themselves_with_their_rules_or_the_reason_for_none() {
    let explain = |id: &str| {
        let output = program().args(["explain", id]).output().expect("it runs");
        assert!(output.status.success(), "{id}");
        String::from_utf8(output.stdout).expect("it is text")
    };
    let page = explain("W08");
    assert!(page.contains("- `unsupported-property`: "), "{page}");
    assert!(page.contains("Certainty: documented. Source: [Blueprint YAML Reference]("), "{page}");
    assert!(explain("C28").contains("No rule looks for it: not in the file."));
    assert!(explain("C71").contains("Message: `repo is required for git-based services`"));
    assert!(explain("C68").contains("- `missing-path`: "));
    assert!(explain("z05").contains("What a sync does"));
    let rule = explain("unsupported-property");
    assert!(rule.contains("\n## Facts\n\n- **W08**, documented: "), "{rule}");
}

#[test]
fn the_version_says_on_which_facts() {
    let output = program().arg("--version").output().expect("it runs");
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("not affiliated with Render"), "{text}");
    assert!(text.contains(blueprint_lens_core::platform::FACTS_DATE), "{text}");
    assert!(text.contains(blueprint_lens_core::platform::SCHEMA_DATE), "{text}");
}

#[test]
fn expand_writes_the_effective_blueprint_whatever_the_findings() {
    let folder =
        folder(&[("render.yaml", BROKEN_WIRING), ("broken.yaml", "services:\n  - name: [\n")]);
    let expand = |path: &str| {
        program().current_dir(folder.path()).args(["expand", path]).output().expect("it runs")
    };
    let output = expand("render.yaml");
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
    let text = String::from_utf8(output.stdout).expect("it is text");
    assert!(text.contains("plan: 0.5c-512mb"), "{text}");
    let again =
        program().args(["expand", "-"]).write_stdin(text.clone()).output().expect("it runs");
    assert_eq!(again.status.code(), Some(0));
    assert_eq!(String::from_utf8(again.stdout).expect("it is text"), text);
    let output = expand("broken.yaml");
    assert_eq!(output.status.code(), Some(0), "a broken Blueprint is expanded as far as it goes");
    assert!(String::from_utf8_lossy(&output.stderr).contains("broken.yaml"));
    assert_eq!(expand("missing.yaml").status.code(), Some(2));
}

#[test]
fn a_picture_in_pixels_follows_the_ending() {
    let folder = folder(&[("render.yaml", BROKEN_WIRING)]);
    let run = |arguments: &[&str]| {
        let mut command = program();
        command.current_dir(folder.path()).args(arguments).output().expect("it runs")
    };
    let output = run(&["render", "render.yaml", "-o", "network.png"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let png = std::fs::read(folder.path().join("network.png")).expect("it was written");
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    assert_eq!(run(&["render", "render.yaml", "--format", "png"]).stdout, png, "same bytes");
}

#[test]
fn the_overlay_of_the_layout_is_drawn_over_every_picture_and_only_when_asked_for() {
    let folder = folder(&[("render.yaml", BROKEN_WIRING)]);
    let run = |arguments: &[&str]| {
        let mut command = program();
        command.current_dir(folder.path()).arg("render").arg("render.yaml").args(arguments);
        command.output().expect("it runs")
    };
    let text = |arguments: &[&str]| String::from_utf8_lossy(&run(arguments).stdout).into_owned();
    for format in ["svg", "html"] {
        let (plain, examined) =
            (text(&["--format", format]), text(&["--format", format, "--debug"]));
        assert!(!plain.contains("overlay"), "{format}");
        for part in ["grid", "channels", "lanes", "ports"] {
            assert!(examined.contains(&format!("data-overlay=\"{part}\"")), "{format}: {part}");
        }
        assert!(examined.contains(".overlay-tracks{"), "{format}: with its rules");
    }
    assert_ne!(
        run(&["--format", "png"]).stdout,
        run(&["--format", "png", "--debug"]).stdout,
        "pixels show it"
    );
    for format in ["json", "mermaid"] {
        let output = run(&["--format", format, "--debug"]);
        assert_eq!(output.status.code(), Some(2), "{format} is no picture");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("--debug draws over a picture"), "{said}");
    }
}

#[test]
fn a_picture_is_laid_out_for_its_room_and_fits_into_it() {
    let folder = folder(&[("render.yaml", BROKEN_WIRING)]);
    let run = |arguments: &[&str]| {
        let mut command = program();
        command.current_dir(folder.path()).arg("render").arg("render.yaml").args(arguments);
        command.output().expect("it runs")
    };
    let text = |arguments: &[&str]| String::from_utf8_lossy(&run(arguments).stdout).into_owned();
    let side = |svg: &str, name: &str| -> f64 {
        let (_, rest) = svg.split_once(&format!("{name}=\"")).expect("it has this side");
        rest.split('"').next().and_then(|side| side.parse().ok()).expect("it is a number")
    };
    for (width, height) in [(900.0, 500.0), (320.0, 1000.0), (120.0, 90.0), (3000.0, 2000.0)] {
        let svg = text(&["--fit", &format!("{width}x{height}")]);
        assert!(side(&svg, "width") <= width && side(&svg, "height") <= height, "{width}x{height}");
    }
    assert_eq!(text(&["--fit", "1280x800"]), text(&[]), "16:10 where nothing is said");
    assert_ne!(text(&["--fit", "320x1000", "--format", "json"]), text(&["--format", "json"]));
    let mermaid = run(&["--fit", "900x500", "--format", "mermaid"]);
    assert_eq!(mermaid.status.code(), Some(2), "Mermaid has a layout of its own");
    for wrong in ["900", "0x500", "900x", "wide"] {
        assert_eq!(run(&["--fit", wrong]).status.code(), Some(2), "{wrong}");
    }
}
