//! `cargo xtask bench`: how long a redraw takes in the release page, beside a JavaScript stack
//! that does the same work; `cargo xtask bench-check`: how long a check of many files takes, beside
//! the schema alone in Node; `cargo xtask bench-layout`: how good drawings are, beside Graphviz and
//! ELK; `cargo xtask bench-size`: where the bytes of the page are.

use std::process::Command;

use crate::repository::Repository;
use crate::setup::Chromium;
use crate::{Result, command, page, say, setup};

/// Builds the release page and measures it; `arguments` go to `bench/draw.mjs`.
pub(crate) fn bench(repository: &Repository, arguments: &[String]) -> Result<()> {
    let mut node = on_page(repository)?;
    say::step("measuring redraws");
    command::run(node.arg("bench/draw.mjs").args(arguments))
}

/// Builds the release page and says where its bytes are.
pub(crate) fn bench_size(repository: &Repository) -> Result<()> {
    let mut node = on_page(repository)?;
    say::step("measuring sizes");
    command::run(node.arg("bench/size.mjs").arg(page::linked(repository)))
}

/// Builds the release page; a Node that finds the browser.
fn on_page(repository: &Repository) -> Result<Command> {
    let chromium = setup::everything(repository)?;
    page::build(repository)?;
    let mut node = repository.command("node");
    if let Chromium::System(path) = chromium {
        node.env("CHROMIUM", path);
    }
    Ok(node)
}

/// Measures checks of many files; `arguments` go to `bench/check.mjs`.
pub(crate) fn bench_check(repository: &Repository, arguments: &[String]) -> Result<()> {
    with_program(repository, "measuring checks", "bench/check.mjs", arguments)
}

/// Compares drawings; `arguments` go to `bench/layout.mjs`.
pub(crate) fn bench_layout(repository: &Repository, arguments: &[String]) -> Result<()> {
    let typing = ["build", "--release", "--package", "blueprint-lens-core", "--example", "typing"];
    command::run(repository.cargo().args(typing))?;
    with_program(repository, "comparing drawings", "bench/layout.mjs", arguments)
}

/// Builds the command line as it is released and hands it to a script.
fn with_program(
    repository: &Repository,
    step: &str,
    script: &str,
    arguments: &[String],
) -> Result<()> {
    setup::packages(repository)?;
    let build = ["build", "--release", "--package", "blueprint-lens"];
    command::run(repository.cargo().args(build))?;
    say::step(step);
    let program = repository.target().join("release/blueprint-lens");
    let mut node = repository.command("node");
    command::run(node.arg(script).arg(program).args(arguments))
}
