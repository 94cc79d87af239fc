//! `fix` of one file and of several, which are read together as `check` reads them.

use std::path::Path;
use std::process::Output;

use crate::folder::folder;
use crate::program::program;
use crate::repository::Repository;

const SEARCH: &str = "\
services:
  - type: pserv
    name: search
    env: node
    plan: starter
    buildCommand: npm ci
    startCommand: node search.js
";

/// What the type of `search` is, only the other file says.
const MAIL: &str = "\
services:
  - type: worker
    name: mail
    runtime: node
    plan: starter
    buildCommand: npm ci
    startCommand: node mail.js
    envVars:
      - key: SEARCH
        fromService: {name: search, property: hostport}
";

const FILES: [(&str, &str); 2] = [("render.yaml", SEARCH), ("jobs/render.yaml", MAIL)];

fn fix(folder: &Path, arguments: &[&str]) -> Output {
    program().current_dir(folder).arg("fix").args(arguments).output().expect("it runs")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("it is text")
}

/// The texts of the two files.
fn texts(folder: &Path) -> [String; 2] {
    FILES.map(|(name, _)| std::fs::read_to_string(folder.join(name)).expect("it is there"))
}

#[test]
fn several_files_are_fixed_each_by_itself_or_as_a_workspace() {
    let folder = folder(&FILES);
    let path = folder.path();
    let alone = fix(path, &["render.yaml", "jobs"]);
    assert!(text(&alone.stdout).contains("+    runtime: node"), "{alone:?}");
    assert!(!text(&alone.stdout).contains("+++ b/jobs"), "what nobody knows is no fix");
    let together = fix(path, &["--together", "jobs/render.yaml", "render.yaml"]);
    let (mail, search) = ("+++ b/jobs/render.yaml", "+++ b/render.yaml");
    let said = text(&together.stdout);
    assert!(said.contains("search, type: pserv") && said.find(mail) < said.find(search), "{said}");
    assert!(together.status.success(), "there is something to do, and nobody asked for a status");
    assert_eq!(texts(path), [SEARCH, MAIL], "nothing is written");
}

#[test]
fn written_files_have_nothing_left_to_fix() {
    let folder = folder(&FILES);
    let path = folder.path();
    let check = ["--check", "--together", "."];
    assert_eq!(fix(path, &check).status.code(), Some(1));
    let written = fix(path, &["--write", "--together", "."]);
    assert!(written.status.success() && written.stdout.is_empty(), "{written:?}");
    assert_eq!(text(&written.stderr), "blueprint-lens: 2 fixes applied in 2 files\n");
    let [search, mail] = texts(path);
    assert_eq!(search, SEARCH.replace("env: node", "runtime: node"));
    assert!(mail.contains("{name: search, type: pserv, property: hostport}"), "{mail}");
    let again = fix(path, &check);
    assert!(again.status.success() && again.stdout.is_empty(), "{again:?}");
    assert!(fix(path, &["--check", "render.yaml"]).status.success());
}

#[test]
fn the_rest_of_the_tree_is_read_along_and_stays_as_it_is() {
    let repository = Repository::new();
    for (name, text) in FILES {
        repository.write(name, text);
    }
    let path = repository.path();
    let written = fix(path, &["--write", "--whole-tree", "jobs/render.yaml"]);
    assert_eq!(text(&written.stderr), "blueprint-lens: 1 fix applied\n");
    let [search, mail] = texts(path);
    assert_eq!(search, SEARCH);
    assert!(mail.contains("type: pserv"), "{mail}");
}

#[test]
fn a_file_that_cannot_be_fixed_stops_all_before_one_is_written() {
    let folder = folder(&FILES);
    let path = folder.path();
    std::fs::write(path.join("latin.yaml"), b"services: [] # caf\xe9\n").expect("it is written");
    for (other, reason) in [("missing.yaml", "cannot be read"), ("latin.yaml", "is not UTF-8")] {
        let output = fix(path, &["--write", "render.yaml", other]);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(text(&output.stderr).contains(reason), "{output:?}");
    }
    assert_eq!(texts(path), [SEARCH, MAIL]);
}

#[test]
fn standard_input_goes_to_standard_output() {
    let mut command = program();
    let output = command.args(["fix", "--write", "-"]).write_stdin(SEARCH).output();
    let output = output.expect("it runs");
    assert_eq!(text(&output.stdout), SEARCH.replace("env: node", "runtime: node"));
    let mut command = program();
    command.args(["fix", "--check", "-"]).write_stdin(SEARCH).assert().code(1);
}
