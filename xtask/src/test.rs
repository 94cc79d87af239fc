//! `cargo xtask test`: every check of this repository, in the order in which it fails fastest.
//!
//! A failing check does not hide the ones after it; the browser tests come last.

use std::fs;
use std::time::Instant;

use crate::examples::examples;
use crate::repository::Repository;
use crate::setup::Chromium;
use crate::structure::structure;
use crate::workflows::workflows;
use crate::{Result, command, page, say, setup};

/// How a check ended when it did not fail.
pub(crate) enum Outcome {
    /// It found nothing.
    Passed,
    /// It did not run, for this reason.
    Skipped(&'static str),
}

/// Runs every check; one sentence names those that failed.
pub(crate) fn test(repository: &Repository) -> Result<()> {
    let chromium = setup::everything(repository)?;
    let mut checks = Checks::default();
    checks.run("formatting", || formatting(repository));
    checks.run("structure of the sources", || structure(repository));
    checks.run("types of the scripts", || {
        program(repository, "tsc", &["--project", "tsconfig.json"])
    });
    checks.run("lints", || {
        cargo(repository, &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])
    });
    checks.run("lints of the page, for the browser", || {
        // One by one: together, each would be compiled with the features that the other asks for.
        for package in ["blueprint-lens-app", "blueprint-lens-embed"] {
            let target = ["--target", "wasm32-unknown-unknown"];
            let clippy = ["clippy", "--package", package];
            cargo(repository, &[&clippy[..], &target, &["--", "-D", "warnings"]].concat())?;
        }
        Ok(Outcome::Passed)
    });
    checks.run("unit and property tests", || rust_tests(repository));
    checks.run("tests of the build scripts", || {
        program(
            repository,
            "node",
            &["--test", "xtask/page/poster.test.mjs", "xtask/page/guide.test.mjs"],
        )
    });
    checks.run("tests of the GitHub Action", || {
        cargo(repository, &["build", "--bin", "blueprint-lens"])?;
        program(repository, "node", &["--test", "action/run.test.mjs"])
    });
    checks.run("example sites", || examples(repository));
    checks.run("workflows", || workflows(repository));
    checks.run("documentation", || documentation(repository));
    checks.run("dependencies", || dependencies(repository));
    let built = checks.run("release page", || page::build(repository).map(|()| Outcome::Passed));
    checks.run("browser tests", || {
        if built {
            return browser_tests(repository, &chromium);
        }
        Err("there is no fresh page to test".to_owned())
    });
    match checks.failed.as_slice() {
        [] => Ok(()),
        names => Err(format!("failed: {}; search this output for FAILED", names.join(", "))),
    }
}

/// The checks of one run.
#[derive(Default)]
struct Checks {
    failed: Vec<&'static str>,
}

impl Checks {
    /// Runs one check, reports it, and tells whether it ended well.
    fn run(&mut self, name: &'static str, check: impl FnOnce() -> Result<Outcome>) -> bool {
        say::step(name);
        let start = Instant::now();
        let outcome = check();
        let seconds = start.elapsed().as_secs();
        match &outcome {
            Ok(Outcome::Passed) => say::note(&format!("{name}: passed in {seconds} s")),
            Ok(Outcome::Skipped(reason)) => say::note(&format!("{name}: skipped, {reason}")),
            Err(sentence) => {
                say::note(&format!("{name}: FAILED after {seconds} s: {sentence}"));
                self.failed.push(name);
            }
        }
        outcome.is_ok()
    }
}

fn program(repository: &Repository, name: &str, arguments: &[&str]) -> Result<Outcome> {
    command::run(repository.command(name).args(arguments)).map(|()| Outcome::Passed)
}

fn cargo(repository: &Repository, arguments: &[&str]) -> Result<Outcome> {
    command::run(repository.cargo().args(arguments)).map(|()| Outcome::Passed)
}

/// `cargo fmt` follows `mod` lines; the modules of the rules are declared by a macro, which hides them from it.
fn formatting(repository: &Repository) -> Result<Outcome> {
    cargo(repository, &["fmt", "--all", "--check"])?;
    let mut rustfmt = repository.command("rustfmt");
    rustfmt.args(["--check", "--edition", "2024"]);
    for entry in
        fs::read_dir(repository.path("core/src/rules")).map_err(|error| error.to_string())?
    {
        rustfmt.arg(entry.map_err(|error| error.to_string())?.path());
    }
    command::run(&mut rustfmt).map(|()| Outcome::Passed)
}

fn rust_tests(repository: &Repository) -> Result<Outcome> {
    if repository.find_program("cargo-nextest").is_none() {
        return cargo(repository, &["test", "--workspace"]);
    }
    cargo(repository, &["nextest", "run", "--workspace"])?;
    // nextest leaves the examples in the documentation to Cargo.
    cargo(repository, &["test", "--workspace", "--doc"])
}

fn documentation(repository: &Repository) -> Result<Outcome> {
    let mut doc = repository.cargo();
    doc.args(["doc", "--workspace", "--no-deps", "--document-private-items"]);
    doc.env("RUSTDOCFLAGS", "-D warnings");
    command::run(&mut doc).map(|()| Outcome::Passed)
}

fn dependencies(repository: &Repository) -> Result<Outcome> {
    if repository.find_program("cargo-deny").is_none() {
        return Ok(Outcome::Skipped("cargo-deny is not installed (`cargo install cargo-deny`)"));
    }
    say::note("advisories need a fresh database from the network and are not part of this check");
    cargo(repository, &["deny", "check", "bans", "licenses", "sources"])
}

fn browser_tests(repository: &Repository, chromium: &Chromium) -> Result<Outcome> {
    let mut node = repository.command("node");
    node.arg("e2e/run.mjs");
    if let Chromium::System(path) = chromium {
        node.env("CHROMIUM", path);
    }
    command::run(&mut node).map(|()| Outcome::Passed)
}
