//! The program in a terminal: readers that go away, colours, the width of tables, endings of files.

use std::process::{Command, Stdio};

use crate::folder::folder;
use crate::program::program;
use crate::repository::Repository;

const BLUEPRINT: &str = "\
services:
  - type: web
    name: api
    runtime: docker
    region: oregon
    envVars:
      - key: AUTH
        fromService: {type: pserv, name: auth, property: hostport}
  - {type: pserv, name: auth, runtime: docker, region: ohio}
  - {type: worker, name: mail, runtime: docker, region: ohio}
databases:
  - {name: db, region: ohio}
";

#[test]
fn a_reader_that_goes_away_changes_nothing() {
    let mut repository = Repository::new();
    repository.save(BLUEPRINT, "first");
    repository.save(&BLUEPRINT.replace("ohio", "oregon"), "second");
    repository.save(BLUEPRINT, "third");
    for line in [
        "check --format text --color always",
        "check --format json",
        "check --format sarif",
        "check --format github",
        "check --format render",
        "render render.yaml",
        "render render.yaml --format png",
        "render render.yaml --format html",
        "reach render.yaml",
        "reach render.yaml --format json",
        "diff HEAD~1 HEAD",
        "diff HEAD~1 HEAD --format html --fail-on new-error",
        "diff --history main",
        "plan HEAD~1 HEAD --format json",
        "checklist render.yaml",
        "bisect internet-/>auth",
        "expand render.yaml",
        "fix render.yaml",
        "rules",
        "fields",
        "facts --format json",
        "explain cross-region-reference",
        "completions bash",
        "man",
        "--help",
        "check --help",
        "--version",
        "check --nonsense",
    ] {
        let arguments = || line.split(' ').map(|word| word.replace("-/>", " -/> "));
        let whole =
            program().current_dir(repository.path()).args(arguments()).output().expect("it runs");
        let (output, writer) = std::io::pipe().expect("there is a pipe");
        let (errors, error_writer) = std::io::pipe().expect("there is a pipe");
        drop((output, errors));
        let code = Command::new(program().get_program())
            .current_dir(repository.path())
            .args(arguments())
            .stdin(Stdio::null())
            .stdout(writer)
            .stderr(error_writer)
            .status()
            .expect("it runs")
            .code();
        assert_eq!(code, whole.status.code(), "{line}: the status stays, and nothing panics");
        let (output, writer) = std::io::pipe().expect("there is a pipe");
        drop(output);
        let said = Command::new(program().get_program())
            .current_dir(repository.path())
            .args(arguments())
            .stdin(Stdio::null())
            .stdout(writer)
            .stderr(Stdio::piped())
            .output()
            .expect("it runs");
        assert_eq!(
            String::from_utf8_lossy(&said.stderr),
            String::from_utf8_lossy(&whole.stderr),
            "{line}: nothing is said about it"
        );
    }
}

#[test]
fn colours_are_as_asked_for_in_every_command() {
    let folder = folder(&[("render.yaml", BLUEPRINT)]);
    let run = |arguments: &[&str]| {
        let mut command = Command::new(program().get_program());
        command.current_dir(folder.path()).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
        let output = command.args(arguments).output().expect("it runs");
        (String::from_utf8_lossy(&output.stdout).contains('\u{1b}'), output.status.code())
    };
    assert_eq!(run(&["check"]), (false, Some(1)), "no terminal");
    assert_eq!(run(&["check", "--color", "always"]), (true, Some(1)));
    assert_eq!(run(&["--color=always", "check"]), (true, Some(1)));
    assert_eq!(run(&["check", "--color", "never"]), (false, Some(1)));
    assert_eq!(run(&["check", "--color", "sometimes"]), (false, Some(2)));
    assert!(run(&["--help", "--color", "always"]).0 && !run(&["--help", "--color", "never"]).0);
    for command in ["render", "reach", "expand", "checklist", "fix"] {
        for when in ["auto", "always", "never"] {
            assert_eq!(run(&[command, "render.yaml", "--color", when]).1, Some(0), "{command}");
        }
    }
}

#[test]
fn colours_bring_nobodys_signs_with_them() {
    let acts = "\\e[2J\\e]0;t\\a\\n::error::z";
    let text = format!(
        "services:\n  - {{type: pserv, name: \"a{acts}\", runtime: docker, region: \"ohioo{acts}\"}}\n"
    );
    let output = program()
        .args(["check", "-", "--color", "always", "--stdin-filename", "x\u{1b}[2J\n::error::y"])
        .write_stdin(text)
        .output()
        .expect("it runs");
    let said = String::from_utf8(output.stdout).expect("it is text");
    for piece in said.split("\u{1b}[").skip(1) {
        let end = piece.find(|c: char| !c.is_ascii_digit() && c != ';').unwrap_or(0);
        assert!(piece[end..].starts_with('m'), "only colours: {piece:?}");
    }
    let rest = said.replace("\u{1b}[", "");
    assert!(!rest.contains(|c: char| c.is_control() && c != '\n'), "{said:?}");
    assert!(!said.lines().any(|line| line.starts_with("::")), "{said}");
}

#[test]
fn a_wrong_argument_is_a_text() {
    let output = program().arg("check").arg("--x\u{1b}[2J\n::error::y").output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).expect("it is text");
    assert!(!said.contains('\u{1b}') && !said.lines().any(|line| line.starts_with("::")), "{said}");
}

#[test]
fn the_matrix_fits_and_details_come_on_request() {
    let folder = folder(&[("render.yaml", BLUEPRINT)]);
    let run = |arguments: &[&str]| {
        let mut command = program();
        command.current_dir(folder.path()).env("COLUMNS", "60").args(["reach", "render.yaml"]);
        let output = command.args(arguments).output().expect("it runs");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).expect("it is text")
    };
    let matrix = run(&[]);
    let table: Vec<&str> = matrix.lines().take_while(|line| !line.starts_with("Wired")).collect();
    assert!(table.iter().all(|line| line.chars().count() <= 60), "{matrix}");
    assert!(table.contains(&"1 web:api        ! . ."), "{matrix}");
    assert!(table.contains(&"3 worker:mail  . +   +"), "{matrix}");
    assert!(matrix.contains("\nWired, but cannot\nweb:api  ->  pserv:auth  no"), "{matrix}");
    assert!(matrix.contains("\nExposure\nweb:api  public"), "{matrix}");
    let rows = |arguments: &[&str]| {
        let said = run(arguments);
        let rows = said.lines().filter(|line| line.contains("  ->  "));
        let both = rows.map(|line| {
            let (from, rest) = line.split_once("  ->  ").expect("a pair");
            (from.trim().to_owned(), rest.split(' ').next().unwrap_or_default().to_owned())
        });
        both.collect::<Vec<_>>()
    };
    let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    assert_eq!(rows(&["--details"]).len(), 12);
    let about = rows(&["auth"]);
    assert_eq!(about.len(), 6, "both directions");
    assert!(about.contains(&pair("pserv:auth", "postgres:db")));
    assert!(about.contains(&pair("worker:mail", "pserv:auth")));
    assert_eq!(rows(&["--from", "api", "--only", "wired"]), [pair("web:api", "pserv:auth")]);
    assert_eq!(rows(&["--to", "db"]).len(), 3);
    assert_eq!(rows(&["--only", "no", "--from", "api"]).len(), 3);
    let public = run(&["--only", "public"]);
    assert!(public.starts_with("Exposure\nweb:api  public"), "{public}");
    assert!(!run(&["--from", "mail"]).contains("Exposure"));
}

#[test]
fn an_ending_counts_in_any_case() {
    let folder = folder(&[("render.yaml", BLUEPRINT)]);
    for (name, start) in [
        ("x.PNG", &b"\x89PNG"[..]),
        ("x.Svg", b"<svg"),
        ("x.HTML", b"<!doctype html>"),
        ("x.Json", b"{"),
        ("x.MMD", b"flowchart"),
    ] {
        let output = program()
            .current_dir(folder.path())
            .args(["render", "render.yaml", "-o", name])
            .output()
            .expect("it runs");
        assert_eq!(output.status.code(), Some(0), "{name}: {output:?}");
        let bytes = std::fs::read(folder.path().join(name)).expect("it is written");
        let begins = bytes.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(40)]);
        assert!(begins, "{name}: {shown}");
    }
}
