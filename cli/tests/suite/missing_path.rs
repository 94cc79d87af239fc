//! Paths of a Blueprint beside what the git work tree around it holds.

use std::path::Path;

use crate::folder::folder;
use crate::program::program;
use crate::repository::Repository;

const SERVICE: &str = "services:\n  - type: web\n    name: api\n    runtime: node\n    plan: starter\n    rootDir: ROOT\n    buildCommand: npm ci\n    startCommand: npm start\n";

fn blueprint(root: &str) -> String {
    SERVICE.replace("ROOT", root)
}

/// How often `check` finds a path missing in a folder.
fn missing(folder: &Path, arguments: &[&str]) -> usize {
    let mut command = program();
    command.current_dir(folder).arg("check").args(arguments);
    let output = command.args(["--fail-on", "never"]).output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).matches("[missing-path]").count()
}

#[test]
fn a_path_that_is_nowhere_is_found_with_the_one_that_is_meant() {
    let tree =
        Repository::tracking(&[("render.yaml", &blueprint("bakend")), ("backend/index.js", "")]);
    let output = program().current_dir(tree.path()).arg("check").output().expect("it runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("the repository has no `bakend`"), "{text}");
    assert!(text.contains("did you mean `backend`?"), "{text}");
    assert_eq!(output.status.code(), Some(0), "a warning fails nothing by itself");
    assert_eq!(missing(tree.path(), &["--separate"]), 1);
}

#[test]
fn what_is_there_is_silent_tracked_or_not() {
    let tree = Repository::tracking(&[
        ("render.yaml", &blueprint("backend")),
        ("infra/render.yaml", &blueprint("./backend/")),
        ("backend/index.js", ""),
    ]);
    assert_eq!(missing(tree.path(), &["."]), 0);
    assert_eq!(
        missing(&tree.path().join("infra"), &["render.yaml"]),
        0,
        "paths count from the root"
    );
    let tree = Repository::tracking(&[("render.yaml", &blueprint("later/app"))]);
    assert_eq!(missing(tree.path(), &[]), 1);
    std::fs::create_dir_all(tree.path().join("later/app")).expect("a folder can be made");
    std::fs::write(tree.path().join("later/app/x"), "").expect("a file can be written");
    assert_eq!(missing(tree.path(), &[]), 0, "not tracked yet, but there");
}

#[test]
fn without_a_tree_that_tracks_the_file_nothing_is_said() {
    let outside = folder(&[("render.yaml", &blueprint("bakend"))]);
    assert_eq!(missing(outside.path(), &[]), 0);
    let tree = Repository::tracking(&[("README.md", "")]);
    std::fs::write(tree.path().join("render.yaml"), blueprint("bakend")).expect("it is written");
    assert_eq!(missing(tree.path(), &[]), 0, "git does not track it");
    let mut command = program();
    let command = command.current_dir(tree.path()).args(["check", "-", "--fail-on", "never"]);
    let output = command.write_stdin(blueprint("bakend")).output().expect("it runs");
    assert!(!String::from_utf8_lossy(&output.stdout).contains("missing-path"), "standard input");
}

#[test]
fn a_sparse_checkout_and_a_submodule_hide_what_they_hold() {
    let tree =
        Repository::tracking(&[("render.yaml", &blueprint("bakend")), ("backend/index.js", "")]);
    tree.git(&["config", "core.sparseCheckout", "true"]);
    assert_eq!(missing(tree.path(), &[]), 0);

    let module = Repository::tracking(&[("app/index.js", "")]);
    module.git(&["commit", "--quiet", "--message", "first"]);
    let tree = Repository::tracking(&[("render.yaml", &blueprint("vendor/nowhere"))]);
    let path = module.path().to_str().expect("it is text");
    tree.git(&["submodule", "--quiet", "add", path, "vendor"]);
    assert_eq!(missing(tree.path(), &[]), 0);
}

#[test]
fn filters_are_compared_with_the_files() {
    let with = |pattern: &str| {
        format!("{}    buildFilter:\n      paths:\n        - {pattern}\n", blueprint("."))
    };
    let tree = Repository::tracking(&[
        ("render.yaml", &with("\"src/**/*.js\"")),
        ("render.other.yaml", &with("\"lib/**\"")),
        ("src/a/b.js", ""),
    ]);
    assert_eq!(missing(tree.path(), &["render.yaml"]), 0);
    assert_eq!(missing(tree.path(), &["render.other.yaml"]), 1);
}

#[cfg(unix)]
#[test]
fn what_a_link_leads_to_is_not_guessed() {
    let tree = Repository::tracking(&[("render.yaml", &blueprint("link/app")), ("real/app/x", "")]);
    std::os::unix::fs::symlink("real", tree.path().join("link")).expect("a link can be made");
    tree.git(&["add", "--all"]);
    assert_eq!(missing(tree.path(), &[]), 0);
}
