//! `bisect` against its contract: the commit and the lines that broke an assertion, exit statuses, histories with
//! breaks and repairs.

use std::process::Output;

use crate::program::program;
use crate::repository::Repository;

const CLOSED: &str = "\
services:
  - {type: web, name: api, runtime: docker, envVars: [{key: DB, fromDatabase: {name: db, property: host}}]}
databases:
  - name: db
    ipAllowList: []
";

fn open() -> String {
    CLOSED.replace("ipAllowList: []", "ipAllowList:\n      - source: 0.0.0.0/0")
}

fn bisect(repository: &Repository, arguments: &[&str]) -> Output {
    let mut command = program();
    command.current_dir(repository.path()).arg("bisect").args(arguments);
    command.output().expect("it runs")
}

/// The status and the text, of standard output or else of standard error.
fn said(repository: &Repository, arguments: &[&str]) -> (Option<i32>, String) {
    let Output { status, stdout, stderr } = bisect(repository, arguments);
    let text = if stdout.is_empty() { stderr } else { stdout };
    (status.code(), String::from_utf8(text).expect("it is text"))
}

/// Eight versions, of which the fourth opens the database.
fn opened_once() -> Repository {
    let mut repository = Repository::new();
    repository.save(CLOSED, "A shop");
    repository.save(&CLOSED.replace("name: api", "name: front"), "Rename");
    repository.save(CLOSED, "Rename back");
    repository.save(&open(), "Let the office in");
    for plan in ["basic-256mb", "basic-1gb", "basic-4gb", "pro-4gb"] {
        let planned = format!("  - name: db\n    plan: {plan}\n");
        repository.save(&open().replace("  - name: db\n", &planned), plan);
    }
    repository
}

#[test]
fn names_commit_date_subject_lines_and_causes() {
    let repository = opened_once();
    let (status, text) = said(&repository, &["internet -/> db"]);
    let commit = repository.git(&["rev-parse", "HEAD~4"]);
    assert_eq!(status, Some(0), "{text}");
    let wanted = format!(
        "\
`internet -/> db` was broken by {commit}
2026-03-04T10:00:00+01:00, Ann Author: Let the office in

the internet reaches `db`
  `db`: its allow list contains 0.0.0.0/0, which is every address
  + render.yaml:6: - source: 0.0.0.0/0

before:
  `db`: it has no public address
  - render.yaml:5: ipAllowList: []

Evaluated 8 of 8 versions.
"
    );
    assert_eq!(text, wanted);
}

#[test]
fn good_and_bad_are_revisions() {
    let repository = opened_once();
    let (status, text) = said(&repository, &["internet -/> db", "HEAD~6", "HEAD~2"]);
    assert_eq!(status, Some(0), "{text}");
    assert!(text.contains(": Let the office in\n") && text.contains("of 5 versions"), "{text}");
    // Before it was broken, nothing is found; after it, `GOOD` is none.
    let (status, text) = said(&repository, &["internet -/> db", "HEAD~6", "HEAD~5"]);
    assert_eq!(
        (status, text.contains("was never broken in 2 versions")),
        (Some(1), true),
        "{text}"
    );
    let (status, text) = said(&repository, &["internet -/> db", "HEAD~3"]);
    assert_eq!(
        (status, text.contains("does not hold in HEAD~3 either")),
        (Some(2), true),
        "{text}"
    );
}

#[test]
fn what_is_not_committed_counts_unless_a_revision_is_named() {
    let mut repository = Repository::new();
    repository.save(CLOSED, "A shop");
    repository.write("render.yaml", &open());
    let (status, text) = said(&repository, &["internet -/> db"]);
    assert_eq!(status, Some(0), "{text}");
    assert!(text.contains("is broken by what is not committed yet"), "{text}");
    assert!(text.contains("  + render.yaml:6: - source: 0.0.0.0/0"), "{text}");
    let first = repository.git(&["rev-parse", "HEAD"]);
    let (status, text) = said(&repository, &["internet -/> db", &first, "HEAD"]);
    assert_eq!(status, Some(1), "{text}");
}

#[test]
fn the_last_of_several_breaks_is_named_and_the_others_are_told() {
    let mut repository = Repository::new();
    for (number, is_open) in [false, true, false, false, true, true].into_iter().enumerate() {
        let text = if is_open { open() } else { CLOSED.to_owned() };
        repository.save(&format!("# {number}\n{text}"), &format!("Number {number}"));
    }
    let (status, text) = said(&repository, &["internet -/> db"]);
    assert_eq!(status, Some(0), "{text}");
    assert!(text.contains(": Number 4\n"), "{text}");

    // The search meets the first break in the middle, and the looks from the end meet the repair.
    let mut repository = Repository::new();
    for (number, is_open) in [false, true, true, true, false, true].into_iter().enumerate() {
        let text = if is_open { open() } else { CLOSED.to_owned() };
        repository.save(&format!("# {number}\n{text}"), &format!("Number {number}"));
    }
    let (status, text) = said(&repository, &["internet -/> db"]);
    assert_eq!(status, Some(0), "{text}");
    assert!(text.contains(": Number 5\n"), "{text}");
    assert!(text.contains("broken, mended and broken again: the last break is this one"), "{text}");
    assert!(text.contains("(2026-03-02, Ann Author: Number 1)"), "{text}");

    repository.save(CLOSED, "Closed for good");
    let (status, text) = said(&repository, &["internet -/> db"]);
    assert_eq!(status, Some(0), "{text}");
    assert!(text.contains(": Number 5\n"), "{text}");
    assert!(text.contains("it was mended by") && text.contains("Closed for good"), "{text}");
}

#[test]
fn a_version_that_cannot_be_read_breaks_and_mends_nothing() {
    let mut repository = Repository::new();
    repository.save(CLOSED, "A shop");
    repository.save(&open(), "Let the office in");
    repository.save("services: [\n", "Half a merge");
    repository.save(&format!("{}# done\n", open()), "The other half");
    let (status, text) = said(&repository, &["internet -/> db"]);
    assert_eq!(status, Some(0), "{text}");
    assert!(text.contains(": Let the office in\n") && !text.contains("mended"), "{text}");
}

#[test]
fn a_file_that_is_broken_from_the_start_is_found_in_its_first_commit() {
    let mut repository = Repository::new();
    repository.save(&open(), "A shop");
    repository.save(&format!("# more\n{}", open()), "Comment");
    let (status, text) = said(&repository, &["internet -/> db"]);
    assert_eq!(status, Some(0), "{text}");
    assert!(text.contains(": A shop\nThat is the first version of the file.\n"), "{text}");
}

#[test]
fn good_may_be_older_than_the_file() {
    let mut repository = Repository::new();
    repository.write("README.md", "A shop\n");
    repository.commit("Begin");
    repository.save(&open(), "A shop");
    let (status, text) = said(&repository, &["internet -/> db", "HEAD~1"]);
    assert_eq!(status, Some(0), "{text}");
    assert!(text.contains(": A shop\nThat is the first version of the file.\n"), "{text}");
}

#[test]
fn a_merge_names_the_commit_of_its_branch() {
    let mut repository = Repository::new();
    repository.save(CLOSED, "A shop");
    let branch = |repository: &Repository, name: &str| {
        repository.git(&["checkout", "--quiet", "-b", name]);
    };
    let merge = |repository: &mut Repository, into: &str, name: &str| {
        repository.git(&["checkout", "--quiet", into]);
        repository.write(&format!("{into}.md"), "Meanwhile\n");
        repository.commit("Meanwhile");
        repository.git(&["merge", "--quiet", "--no-ff", "-m", &format!("Merge {name}"), name]);
    };
    branch(&repository, "office");
    repository.save(&format!("# Ours\n{CLOSED}"), "Say whose it is");
    branch(&repository, "inner");
    repository.save(&format!("# Ours\n{}", open()), "Let the office in");
    repository.save(&format!("# Ours\n{}# For a while\n", open()), "Say for how long");
    merge(&mut repository, "office", "inner");
    merge(&mut repository, "main", "office");
    let (status, text) = said(&repository, &["internet -/> db"]);
    assert_eq!(status, Some(0), "{text}");
    let merged = repository.git(&["rev-parse", "main"]);
    let inner = repository.git(&["rev-parse", "--short=7", "inner~1"]);
    assert!(text.starts_with(&format!("`internet -/> db` was broken by {merged}\n")), "{text}");
    let line = format!(
        "Ann Author: Merge office\nThat is a merge; in the merged branch, it was broken by {inner} (2026-03-03, Ann Author: Let the office in)\n"
    );
    assert!(text.contains(&line), "{text}");
    assert!(text.contains("  + render.yaml:7: - source: 0.0.0.0/0"), "{text}");
}

#[test]
fn a_merge_that_breaks_what_its_branch_kept_is_named_alone() {
    let mut repository = Repository::new();
    repository.save(CLOSED, "A shop");
    repository.git(&["checkout", "--quiet", "-b", "side"]);
    repository.save(&format!("# Ours\n{CLOSED}"), "Say whose it is");
    repository.git(&["checkout", "--quiet", "main"]);
    repository.git(&["merge", "--quiet", "--no-ff", "--no-commit", "side"]);
    repository.save(&open(), "Merge side");
    let (status, text) = said(&repository, &["internet -/> db"]);
    assert_eq!(status, Some(0), "{text}");
    assert!(text.contains("Ann Author: Merge side\n\nthe internet reaches `db`"), "{text}");
}

#[test]
fn renames_are_followed_and_secrets_hidden() {
    let mut repository = Repository::new();
    let secret = "envVars: [{key: API_KEY, value: hunter2-hunter2}, {key: DB";
    let text = CLOSED.replace("envVars: [{key: DB", secret);
    repository.save(&text, "A shop");
    let elsewhere = text.replace("name: db\n", "name: db\n    region: frankfurt\n");
    repository.save(&elsewhere, "Move the database");
    repository.git(&["mv", "render.yaml", "blueprint.yaml"]);
    repository.commit("Move the file");
    let (status, text) = said(&repository, &["api -> db", "--", "blueprint.yaml"]);
    assert_eq!(status, Some(0), "{text}");
    assert!(text.contains(": Move the database\n"), "{text}");
    assert!(text.contains("two private networks"), "{text}");
    assert!(text.contains("  + render.yaml:5: region: frankfurt"), "{text}");
    assert!(!text.contains("hunter2"), "{text}");
}

#[test]
fn wrong_usage_is_two() {
    let repository = opened_once();
    for (arguments, words) in [
        (&["internet db"] as &[&str], "needs an arrow"),
        (&["internet -/> nothing"], "nothing is called `nothing` in any version"),
        (&["internet -/> db", "nowhere"], "nowhere"),
        (&["internet -/> db", "HEAD", "HEAD~1"], "is not in the history of"),
        (&["internet -/> db", "--", "missing.yaml"], "missing.yaml is in no commit"),
    ] {
        let (status, text) = said(&repository, arguments);
        assert_eq!(status, Some(2), "{arguments:?}: {text}");
        assert!(text.contains(words), "{arguments:?}: {text}");
    }
    // A name that went later is no mistake.
    let (status, text) = said(&repository, &["front -> db", "HEAD~6"]);
    assert_eq!(status, Some(1), "{text}");
    assert!(text.contains("; `front` is not in the last one"), "{text}");
}
