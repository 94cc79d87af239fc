//! `cargo xtask bench`: how long a redraw takes in the release page, beside a JavaScript stack
//! that does the same work; `cargo xtask bench-check`: how long a check of many files takes, beside
//! the schema alone in Node; `cargo xtask bench-layout`: how good drawings are, beside Graphviz and
//! ELK.

use crate::repository::Repository;
use crate::setup::Chromium;
use crate::{Result, command, page, say, setup};

/// Builds the release page and measures it; `arguments` go to `bench/draw.mjs`.
pub(crate) fn bench(repository: &Repository, arguments: &[String]) -> Result<()> {
    let chromium = setup::everything(repository)?;
    page::build(repository)?;
    say::step("measuring redraws");
    let mut node = repository.command("node");
    node.arg("bench/draw.mjs").args(arguments);
    if let Chromium::System(path) = chromium {
        node.env("CHROMIUM", path);
    }
    command::run(&mut node)
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
