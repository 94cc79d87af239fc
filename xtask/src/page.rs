//! The page: what Trunk is told, and what the page needs from the programs of this workspace.
//!
//! Trunk's hooks do the rest: `app/editor/build.mjs` bundles scripts and styles before the build,
//! `xtask/page/finish.mjs` adds the first picture and the rule pages after it and, for a release,
//! the content-security policy and the compressed twins.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::repository::Repository;
use crate::setup::Chromium;
use crate::{Result, command, say, setup};

/// The program that draws the first picture and writes the pages of the rules.
pub(crate) const PRERENDER: &str = "prerender";

/// What the page and the element are compiled for.
const TARGET: &str = "wasm32-unknown-unknown";

/// How the release page and the engine of the element are compiled. Hardly anything is inlined that makes the code larger:
/// the page becomes some 30,000 bytes smaller, and no slower. Functions have names that say what a generic one is made for:
/// `xtask/page/profile.txt` goes by them. The linker notes what it has put where, so that constants can be moved
/// (`xtask/page/linked.mjs`).
const COMPILER: (&str, &str) = (
    "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
    "-Cllvm-args=-inline-threshold=4 -Csymbol-mangling-version=v0 -Clink-arg=--emit-relocs",
);

/// Builds the release page into `dist/`.
pub(crate) fn build(repository: &Repository) -> Result<()> {
    setup::page(repository)?;
    let prerender = prerender(repository)?;
    build_with(repository, &prerender)
}

/// Builds the release page with a `prerender` that is there already.
pub(crate) fn build_with(repository: &Repository, prerender: &Path) -> Result<()> {
    let engine = say::timed("building the engine of the element for other pages", || {
        element_engine(repository)
    })?;
    say::timed("building the release page into dist/", || {
        command::run(release(repository, prerender).env("BLUEPRINT_LENS_EMBED", engine))
    })?;
    say::note("dist/ holds the page; any static host can serve it, from any path");
    Ok(())
}

/// Notes which functions of the page a first visit needs, in `xtask/page/profile.txt`.
pub(crate) fn record(repository: &Repository) -> Result<()> {
    let chromium = setup::everything(repository)?;
    let prerender = prerender(repository)?;
    say::timed("building a page that says what runs into dist/", || {
        command::run(release(repository, &prerender).env("BLUEPRINT_LENS_RECORD", "1"))
    })?;
    let mut node = repository.command("node");
    node.arg("xtask/page/record.mjs");
    if let Chromium::System(path) = chromium {
        node.env("CHROMIUM", path);
    }
    command::run(&mut node)?;
    say::note("dist/ holds a page for recording only; build it anew");
    Ok(())
}

/// A Trunk command that builds the release page into `dist/`.
fn release(repository: &Repository, prerender: &Path) -> Command {
    let mut trunk = trunk(repository, "build", prerender);
    let (variable, flags) = COMPILER;
    trunk.arg("--release").env(variable, flags);
    // What Trunk has wasm-bindgen work on.
    trunk.env("BLUEPRINT_LENS_LINKED", linked(repository));
    trunk
}

/// Builds the program that draws what the page shows before its WebAssembly has loaded.
pub(crate) fn prerender(repository: &Repository) -> Result<PathBuf> {
    say::timed("building what draws the first picture and the pages of the rules", || {
        repository.build_program(PRERENDER)
    })
}

/// Compiles the engine of the element for other pages; the file that the hook after the build makes small.
pub(crate) fn element_engine(repository: &Repository) -> Result<PathBuf> {
    let mut cargo = repository.cargo();
    cargo.args(["build", "--package", "blueprint-lens-embed", "--target", TARGET]);
    let (variable, flags) = COMPILER;
    command::run(cargo.args(["--profile", "element"]).env(variable, flags))?;
    Ok(repository.target().join(TARGET).join("element/blueprint_lens_embed.wasm"))
}

/// The WebAssembly of the release page as the linker has made it.
pub(crate) fn linked(repository: &Repository) -> PathBuf {
    repository.target().join(TARGET).join("web/blueprint-lens-app.wasm")
}

/// A Trunk command whose hooks know where `prerender` is.
pub(crate) fn trunk(repository: &Repository, subcommand: &str, prerender: &Path) -> Command {
    let mut trunk = repository.command("trunk");
    // Trunk reads a set NO_COLOR as the value of its own flag and takes nothing but true or false;
    // its backtraces bury the message of a hook that failed.
    trunk.env_remove("NO_COLOR").env("RUST_BACKTRACE", "0");
    trunk.env("BLUEPRINT_LENS_PRERENDER", prerender).arg(subcommand);
    trunk
}
