//! Releases of a small repository that is made for the test.

use std::path::{Path, PathBuf};

use super::{Release, git};
use crate::command;
use crate::repository::{read, write};

const CHANGELOG: &str = "# Changelog\n\n## Unreleased\n\n### Added\n\n- Something.\n\n## 0.1.0 - 2026-01-01\n\n- The first.\n";

/// A repository with the files that a release touches; gone at the end of the test.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let root =
            std::env::temp_dir().join(format!("blueprint-lens-{name}-{}", std::process::id()));
        let files = [
            (
                "Cargo.toml",
                "[workspace.package]\nversion = \"0.1.0\"\n\n[dependencies]\na = \"0.1.0\"\n",
            ),
            (
                "Cargo.lock",
                "[[package]]\nname = \"a\"\nversion = \"0.1.0\"\nsource = \"registry\"\n\n[[package]]\nname = \"xtask\"\nversion = \"0.1.0\"\n",
            ),
            ("CHANGELOG.md", CHANGELOG),
            ("core/src/platform/mod.rs", "pub const FACTS_DATE: &str = \"2026-01-01\";\n"),
            ("README.md", "npx blueprint-lens@0.1.0 check\n"),
            (".pre-commit-hooks.yaml", "- additional_dependencies: [blueprint-lens@0.1.0]\n"),
            ("action/tools.mjs", "// v0.1.0\n"),
            ("docs/examples/blueprint-lens.yml", "# v0.1.0\n"),
            ("docs/pull-requests.md", "rev: v0.1.0\n"),
            ("docs/install.md", "v0.1.0\n"),
            (".gitignore", "/action/dist\n"),
        ];
        for (name, text) in files {
            write(&root.join(name), text).expect("a file is written");
        }
        let copy = Self(root);
        copy.git(&["init", "--quiet", "--initial-branch", "main"]);
        copy.git(&["config", "user.name", "Test"]);
        copy.git(&["config", "user.email", "test@example.com"]);
        copy.git(&["config", "commit.gpgsign", "false"]);
        copy.git(&["config", "tag.gpgsign", "false"]);
        copy.git(&["add", "--all"]);
        copy.git(&["commit", "--quiet", "--message", "First"]);
        copy
    }

    fn root(&self) -> &Path {
        &self.0
    }

    fn git(&self, arguments: &[&str]) -> String {
        let mut git = std::process::Command::new("git");
        command::output(git.current_dir(&self.0).args(arguments)).expect("git runs")
    }

    fn text(&self, name: &str) -> String {
        read(&self.0.join(name)).expect("a file is read")
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

const RELEASE: Release<'static> =
    Release { version: "0.2.0", today: "2026-02-03", facts: "2026-02-01" };

#[test]
fn a_release_moves_versions_changelog_and_date_and_its_tag_carries_the_engine() {
    let copy = Copy::new("release");
    RELEASE.prepare(copy.root()).expect("it is prepared");
    assert!(copy.text("Cargo.toml").contains("version = \"0.2.0\""));
    assert!(copy.text("Cargo.toml").contains("a = \"0.1.0\""), "versions of others stay");
    let lock = copy.text("Cargo.lock");
    assert!(
        lock.contains("name = \"a\"\nversion = \"0.1.0\"")
            && lock.contains("name = \"xtask\"\nversion = \"0.2.0\"")
    );
    assert!(
        copy.text("CHANGELOG.md").contains("## Unreleased\n\n## 0.2.0 - 2026-02-03\n\n### Added")
    );
    assert!(copy.text("core/src/platform/mod.rs").contains("\"2026-02-01\""));
    assert_eq!(copy.text("README.md"), "npx blueprint-lens@0.2.0 check\n");
    assert_eq!(copy.text("docs/pull-requests.md"), "rev: v0.2.0\n");
    git::commit(copy.root(), "Version 0.2.0").expect("it is committed");

    write(&copy.root().join("action/dist/program.mjs"), "// packed\n").expect("it is packed");
    RELEASE.tag(copy.root()).expect("it is tagged");
    assert_eq!(copy.git(&["show", "v0.2.0:action/dist/program.mjs"]), "// packed\n");
    assert_eq!(copy.git(&["ls-tree", "--name-only", "main", "action/"]), "action/tools.mjs\n");
    assert_eq!(copy.git(&["symbolic-ref", "--short", "HEAD"]), "main\n");
    assert_eq!(copy.git(&["merge-base", "v0.2.0", "main"]), copy.git(&["rev-parse", "main"]));
}

#[test]
fn what_cannot_be_released_is_refused_and_left_as_it_is() {
    let copy = Copy::new("refused");
    let refused = |release: Release<'_>| release.prepare(copy.root()).expect_err("it is refused");
    let with = |version| Release { version, ..RELEASE };
    assert!(refused(with("next")).contains("no version"));
    assert!(refused(with("1.2")).contains("no version"));
    assert!(refused(Release { facts: "soon", ..RELEASE }).contains("no day"));
    assert!(refused(Release { facts: "2025-01-01", ..RELEASE }).contains("later"));
    copy.git(&["tag", "v0.2.0"]);
    assert!(refused(with("0.2.0")).contains("already"));
    assert_eq!(copy.git(&["status", "--porcelain"]), "");

    write(&copy.root().join("new.txt"), "").expect("a file is written");
    assert!(refused(with("0.3.0")).contains("has changes"), "an unknown file, too");
    std::fs::remove_file(copy.root().join("new.txt")).expect("it is removed");
    write(&copy.root().join("CHANGELOG.md"), "# Changelog\n\n## Unreleased\n").expect("written");
    assert!(refused(with("0.3.0")).contains("has changes"));
    copy.git(&["commit", "--quiet", "--all", "--message", "Nothing new"]);
    assert!(refused(with("0.3.0")).contains("says nothing"));
}
