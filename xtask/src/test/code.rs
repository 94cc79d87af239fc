//! Checks of the sources: format, types, lints, tests, documentation, dependencies.

use super::{Outcome, Run};
use crate::{Result, command, fuzz, say};

pub(super) fn formatting(run: &Run<'_>) -> Result<Outcome> {
    cargo(run, &["fmt", "--all", "--check"])
}

pub(super) fn script_types(run: &Run<'_>) -> Result<Outcome> {
    // Pages and workers have different globals.
    program(run, "tsc", &["--project", "tsconfig.json"])?;
    program(run, "tsc", &["--project", "app/worker/tsconfig.json"])
}

pub(super) fn build_scripts(run: &Run<'_>) -> Result<Outcome> {
    let tests = ["poster", "guide", "offline", "split"];
    let files = tests.map(|name| format!("xtask/page/{name}.test.mjs"));
    program(run, "node", &[&["--test"][..], &files.each_ref().map(String::as_str)].concat())
}

pub(super) fn lints(run: &Run<'_>) -> Result<Outcome> {
    cargo(run, &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])
}

pub(super) fn browser_lints(run: &Run<'_>) -> Result<Outcome> {
    // One by one: together, each would be compiled with the features that the other asks for.
    for package in ["blueprint-lens-app", "blueprint-lens-embed"] {
        let target = ["--target", "wasm32-unknown-unknown"];
        let clippy = ["clippy", "--package", package];
        cargo(run, &[&clippy[..], &target, &["--", "-D", "warnings"]].concat())?;
    }
    Ok(Outcome::Passed)
}

/// Builds the programs of this workspace, too: the checks after this one run them.
pub(super) fn unit_tests(run: &Run<'_>) -> Result<Outcome> {
    if run.repository.find_program("cargo-nextest").is_none() {
        return cargo(run, &["test", "--workspace"]);
    }
    cargo(run, &["nextest", "run", "--workspace"])?;
    // nextest leaves the examples in the documentation to Cargo.
    cargo(run, &["test", "--workspace", "--doc"])
}

pub(super) fn action(run: &Run<'_>) -> Result<Outcome> {
    let mut node = run.repository.command("node");
    node.args(["--test", "action/run.test.mjs"]);
    node.env("BLUEPRINT_LENS", run.repository.program("blueprint-lens"));
    command::run(&mut node).map(|()| Outcome::Passed)
}

pub(super) fn documentation(run: &Run<'_>) -> Result<Outcome> {
    let mut doc = run.repository.cargo();
    doc.args(["doc", "--workspace", "--no-deps", "--document-private-items"]);
    doc.env("RUSTDOCFLAGS", "-D warnings");
    command::run(&mut doc).map(|()| Outcome::Passed)
}

pub(super) fn dependencies(run: &Run<'_>) -> Result<Outcome> {
    if run.repository.find_program("cargo-deny").is_none() {
        return Ok(Outcome::Skipped("cargo-deny is not installed (`cargo install cargo-deny`)"));
    }
    say::note("advisories need a fresh database from the network and are not part of this check");
    cargo(run, &["deny", "check", "bans", "licenses", "sources"])
}

/// How long the fuzzer looks in a run of the checks, in seconds.
const FUZZING: u64 = 60;
/// It looks at the same inputs in every run, so that a check fails by what was changed, not by chance.
const FIRST_SEED: u32 = 1;

pub(super) fn fuzzing(run: &Run<'_>) -> Result<Outcome> {
    match fuzz::missing(run.repository) {
        Some(what) => Ok(Outcome::Skipped(what)),
        None => fuzz::run(run.repository, FUZZING, Some(FIRST_SEED)).map(|()| Outcome::Passed),
    }
}

fn program(run: &Run<'_>, name: &str, arguments: &[&str]) -> Result<Outcome> {
    command::run(run.repository.command(name).args(arguments)).map(|()| Outcome::Passed)
}

fn cargo(run: &Run<'_>, arguments: &[&str]) -> Result<Outcome> {
    command::run(run.repository.cargo().args(arguments)).map(|()| Outcome::Passed)
}
