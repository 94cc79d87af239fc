//! The page: what Trunk is told, and what the page needs from the command line of this workspace.
//!
//! Trunk's hooks do the rest: `app/editor/build.mjs` bundles scripts and styles before the build,
//! `xtask/page/finish.mjs` adds the first picture and the rule pages after it and, for a release,
//! the content-security policy and the compressed twins.

use std::env::consts::EXE_SUFFIX;
use std::path::PathBuf;
use std::process::Command;

use crate::repository::Repository;
use crate::{Result, command, say, setup};

/// Builds the release page into `dist/`.
pub(crate) fn build(repository: &Repository) -> Result<()> {
    setup::page(repository)?;
    say::step("building the release page into dist/");
    let engine = element_engine(repository)?;
    command::run(trunk(repository, "build")?.arg("--release").env("BLUEPRINT_LENS_EMBED", engine))?;
    say::note("dist/ holds the page; any static host can serve it, from any path");
    Ok(())
}

/// Compiles the engine of the element for other pages; the file that the hook after the build makes small.
fn element_engine(repository: &Repository) -> Result<PathBuf> {
    say::step("building the engine of the element for other pages");
    let target = "wasm32-unknown-unknown";
    command::run(repository.cargo().args([
        "build",
        "--package",
        "blueprint-lens-embed",
        "--target",
        target,
        "--profile",
        "element",
    ]))?;
    Ok(repository.target().join(target).join("element").join("blueprint_lens_embed.wasm"))
}

/// A Trunk command whose hooks know where the command line is.
///
/// Builds the command line first: it draws the picture that the page shows before its WebAssembly
/// has loaded, and it prints the rule pages.
pub(crate) fn trunk(repository: &Repository, subcommand: &str) -> Result<Command> {
    say::step("building the command line, which draws the page's first picture");
    command::run(repository.cargo().args(["build", "--package", "blueprint-lens"]))?;
    let program = repository.target().join("debug").join(format!("blueprint-lens{EXE_SUFFIX}"));
    let mut trunk = repository.command("trunk");
    // Trunk reads a set NO_COLOR as the value of its own flag and takes nothing but true or false;
    // its backtraces bury the message of a hook that failed.
    trunk.env_remove("NO_COLOR").env("RUST_BACKTRACE", "0");
    trunk.env("BLUEPRINT_LENS_CLI", program).arg(subcommand);
    Ok(trunk)
}
