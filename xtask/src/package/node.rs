//! What runs in Node and in browsers: the npm packages, with them the engine of the Action, and the page.

use std::process::Command;

use super::compiler::with_flags;
use crate::repository::Repository;
use crate::{Result, command, page, say};

/// Hardly anything is inlined that makes the code larger.
const SMALL: &[&str] = &["-Cllvm-args=-inline-threshold=4"];

/// What compiles the command line as WebAssembly.
pub(super) fn program(repository: &Repository) -> Command {
    let mut build = repository.cargo();
    build.args(["build", "--package", "blueprint-lens", "--target", "wasm32-wasip1"]);
    with_flags(build.args(["--profile", "node"]), SMALL);
    build
}

/// The npm package `blueprint-lens`, and `action/dist/`.
pub(crate) fn npm(repository: &Repository) -> Result<()> {
    let mut build = program(repository);
    say::timed("building the command line as WebAssembly", || command::run(&mut build))?;
    let wasm = repository.target().join("wasm32-wasip1/node/blueprint-lens.wasm");
    say::timed("packing the npm package", || {
        command::run(repository.command("node").arg("packaging/npm.mjs").arg(wasm))
    })
}

/// The npm package `@blueprint-lens/element`.
pub(super) fn element(repository: &Repository) -> Result<()> {
    let engine =
        say::timed("building the engine of the element", || page::element_engine(repository))?;
    command::run(repository.command("node").arg("packaging/element.mjs").arg(engine))
}

/// The archive of the release page in `dist/`.
pub(super) fn page(repository: &Repository) -> Result<()> {
    command::run(repository.command("node").arg("packaging/page.mjs"))
}
