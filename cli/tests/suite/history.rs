//! `diff --history` against its contract: versions, what is folded, renames, merges, broken versions, secrets, size.

use std::process::Output;

use crate::program::program;
use crate::repository::Repository;

const SHOP: &str = "\
services:
  - type: web
    name: api
    runtime: docker
    plan: starter
    envVars:
      - {key: DATABASE_URL, fromDatabase: {name: orders, property: connectionString}}
      - {key: API_KEY, value: hunter2-hunter2}
databases:
  - {name: orders, plan: basic-256mb, ipAllowList: []}
";

fn open() -> String {
    SHOP.replace("ipAllowList: []", "ipAllowList: [{source: 0.0.0.0/0}]")
}

fn run(repository: &Repository, arguments: &[&str]) -> Output {
    let mut command = program();
    command.current_dir(repository.path()).args(["diff", "--history"]).args(arguments);
    command.output().expect("it runs")
}

fn page(repository: &Repository, arguments: &[&str]) -> String {
    let output = run(repository, arguments);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    String::from_utf8(output.stdout).expect("it is text")
}

/// The versions that a page lists, the oldest first.
fn versions(page: &str) -> Vec<&str> {
    let mut found: Vec<&str> = page.split("<article ").skip(1).collect();
    found.reverse();
    found
}

fn shop() -> Repository {
    let mut repository = Repository::new();
    repository.save(SHOP, "A shop");
    repository.save(&format!("# The shop\n{SHOP}"), "Say what it is");
    repository.save(&open(), "Let the office in");
    repository
}

#[test]
fn every_version_says_who_when_why_and_what() {
    let page = page(&shop(), &[]);
    let versions = versions(&page);
    assert_eq!(versions.len(), 2);
    assert!(page.contains("3 commits up to HEAD"));
    for words in ["A shop", "2026-03-01", "Ann Author", "is created, and costs from then on"] {
        assert!(versions[0].contains(words), "{words}");
    }
    // The comment means nothing, and is listed all the same.
    assert!(versions[0].contains("1 later commit: no change by meaning"));
    assert!(versions[0].contains("Say what it is"));
    for words in ["Let the office in", "opened", "every address may connect now"] {
        assert!(versions[1].contains(words), "{words}");
    }
    assert!(!page.contains("hunter2"));
    assert!(page.contains("Content-Security-Policy") && !page.contains("src=\"http"));
}

#[test]
fn subjects_and_authors_are_text() {
    let mut repository = Repository::new();
    repository.save(SHOP, "<script>alert(1)</script> & \"more\"\u{1b}[31m");
    let page = page(&repository, &[]);
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(!page.contains("<script>alert") && !page.contains('\u{1b}'));
}

#[test]
fn boxes_are_written_once_and_stay_put() {
    let page = page(&shop(), &[]);
    let boxes: Vec<&str> = page.matches("data-node=\"web:api\"").collect();
    assert_eq!(boxes.len(), 1, "the same box is written for each version");
    // The database is drawn twice: closed, and open with a mark.
    let places: Vec<[f64; 2]> =
        page.split("data-node=\"postgres:orders\"").skip(1).map(place).collect();
    let [[x, y], [other_x, other_y]] = places[..] else { panic!("{places:?}") };
    // A box may grow for a port, by less than anybody sees.
    assert!((x - other_x).abs() < 1.0 && (y - other_y).abs() < 1.0, "{places:?}");
}

/// Where the item stands whose attributes follow.
fn place(item: &str) -> [f64; 2] {
    let (_, rest) = item.split_once("transform=\"translate(").expect("it stands somewhere");
    let (numbers, _) = rest.split_once(')').expect("the numbers end");
    let (x, y) = numbers.split_once(' ').expect("there are two");
    [x, y].map(|number| number.parse().expect("it is a number"))
}

#[test]
fn a_part_of_the_history_starts_with_what_was_before() {
    let page = page(&shop(), &["HEAD~1..HEAD"]);
    let versions = versions(&page);
    assert_eq!(versions.len(), 2);
    assert!(versions[0].contains("Before the first commit here"));
    assert!(versions[1].contains("opened") && !versions[1].contains("is created"));
    assert!(page.contains("1 commit after HEAD~1 up to HEAD"));
}

#[test]
fn renames_are_followed_and_told() {
    let mut repository = shop();
    std::fs::create_dir(repository.path().join("infra")).expect("made");
    repository.git(&["mv", "render.yaml", "infra/render.yaml"]);
    repository.commit("Move");
    let page = page(&repository, &["--", "infra/render.yaml"]);
    assert_eq!(versions(&page).len(), 2);
    assert!(page.contains("moved from <code>render.yaml</code> to <code>infra/render.yaml</code>"));
    let within = program()
        .current_dir(repository.path().join("infra"))
        .args(["diff", "--history"])
        .output()
        .expect("it runs");
    assert_eq!(versions(&String::from_utf8_lossy(&within.stdout)).len(), 2);
}

#[test]
fn a_branch_counts_as_its_merge() {
    let mut repository = shop();
    repository.git(&["checkout", "--quiet", "-b", "side"]);
    let two = "services:\n  - {type: pserv, name: auth, runtime: docker}\n";
    repository.save(&open().replace("services:\n", two), "Sign-in");
    repository.save(&open().replace("services:\n", &two.replace("auth", "login")), "Call it login");
    repository.git(&["checkout", "--quiet", "main"]);
    repository.write("README.md", "A shop\n");
    repository.commit("Readme");
    repository.git(&["merge", "--quiet", "--no-ff", "-m", "Merge side", "side"]);
    let page = page(&repository, &[]);
    let versions = versions(&page);
    assert_eq!(versions.len(), 3);
    assert!(versions[2].contains("Merge side") && versions[2].contains("pserv:login"));
    assert!(!page.contains("Call it login") && !page.contains("Readme"));
}

#[test]
fn a_broken_version_is_shown_and_its_repair_compared_with_what_render_runs() {
    let mut repository = shop();
    repository.save(&format!("{}  - {{name: [\n", open()), "Half a merge");
    let mended = open().replace("name: api", "name: front");
    repository.save(&mended, "Mend it");
    std::fs::remove_file(repository.path().join("render.yaml")).expect("removed");
    repository.commit("Away with it");
    repository.save(&mended, "And back");
    let page = page(&repository, &[]);
    let versions = versions(&page);
    assert_eq!(versions.len(), 6);
    assert!(versions[2].contains("Broken: Render refuses this version for"));
    assert!(versions[2].contains("data-words=\"Version 3 of 6: 2026-03-04"));
    assert!(versions[3].contains("the last version before it that Render takes"));
    assert!(versions[3].contains("href=\"#v2\"") && versions[3].contains("web:front"));
    assert!(versions[4].contains("The file is gone in this version"));
    assert!(versions[5].contains("No change by meaning"));
}

#[test]
fn a_shallow_clone_says_so() {
    let repository = shop();
    let folder = tempfile::tempdir().expect("a folder can be made");
    let source = format!("file://{}", repository.path().display());
    let target = folder.path().join("clone").display().to_string();
    repository.git(&["clone", "--quiet", "--depth", "1", &source, &target]);
    let output = program().current_dir(&target).args(["diff", "--history"]).output().expect("runs");
    let page = String::from_utf8_lossy(&output.stdout);
    assert!(page.contains("This clone is shallow"));
    assert!(String::from_utf8_lossy(&output.stderr).contains("shallow"));
}

#[test]
fn a_long_history_stays_small() {
    let mut repository = Repository::new();
    let mut text = String::from("services:\n");
    for number in 0..20 {
        text.push_str(&format!(
            "  - {{type: pserv, name: s{number}, runtime: docker, plan: starter}}\n"
        ));
    }
    for number in 0..120 {
        let plan = ["starter", "standard", "pro"][number % 3];
        let name = format!("name: s{}, runtime: docker, plan: ", number % 20);
        let (before, after) = text.split_once(&name).expect("it is there");
        let (_, rest) = after.split_once('}').expect("the entry ends");
        text = format!("{before}{name}{plan}}}{rest}");
        repository.save(&format!("# {number}\n{text}"), &format!("Number {number}"));
    }
    let page = page(&repository, &[]);
    assert!(page.len() < 1_500_000, "{} bytes", page.len());
    assert!(page.contains("data-in=\"0-"), "the picture is there");
    assert!(!page.contains("would be too large"));
    let shown = versions(&page).len();
    assert!(shown > 90, "{shown} versions differ");
}

#[test]
fn usage() {
    let repository = shop();
    let written = repository.path().join("history.html");
    let output = run(&repository, &["-o", "history.html"]);
    assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(0), true));
    assert!(std::fs::read_to_string(written).expect("it is there").contains("Let the office in"));
    for wrong in [
        &["main", "HEAD"] as &[&str],
        &["main...HEAD"],
        &["nowhere..HEAD"],
        &["--format", "json"],
        &["--fail-on", "new-error"],
        &["--", "missing.yaml"],
        &["--", "render.yaml", "render.yaml"],
    ] {
        let output = run(&repository, wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{wrong:?}");
    }
    let one_side =
        program().current_dir(repository.path()).args(["diff", "main"]).output().expect("it runs");
    assert_eq!(one_side.status.code(), Some(2));
}
