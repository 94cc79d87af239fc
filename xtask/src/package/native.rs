//! What holds the native program: the archive and the wheel for a system, and what is filled in from their checksums.

use std::env::consts::EXE_SUFFIX;
use std::process::Command;

use super::compiler::with_flags;
use crate::repository::{Repository, make_folder};
use crate::{Result, command, say, setup};

/// Without names of functions, which take a quarter of the program; a panic names its file and line all the same.
const STRIPPED: &[&str] = &["-Cstrip=symbols"];

/// Builds the program for another system, and packs it.
pub(crate) fn for_target(repository: &Repository, target: &str) -> Result<()> {
    setup::native(repository, target)?;
    make(repository, Some(target))
}

/// What compiles the program, for this system or another one.
pub(super) fn program(repository: &Repository, target: Option<&str>) -> Command {
    let mut build = repository.cargo();
    build.args(["build", "--release", "--locked", "--package", "blueprint-lens"]);
    aimed_at(target, with_flags(&mut build, STRIPPED));
    build
}

/// Aims a build at another system, if one is asked for.
fn aimed_at(target: Option<&str>, build: &mut Command) {
    build.args(target.iter().flat_map(|target| ["--target", target]));
}

/// Builds the program once, for this system or another one, and packs it.
pub(super) fn make(repository: &Repository, target: Option<&str>) -> Result<()> {
    make_folder(&repository.target().join(super::FOLDER))?;
    let mut build = program(repository, target);
    say::timed("building the native program", || command::run(&mut build))?;
    wheel(repository, target)?;

    let folder =
        target.map_or_else(|| repository.target(), |target| repository.target().join(target));
    let program = folder.join("release").join(format!("blueprint-lens{EXE_SUFFIX}"));
    let name = target.map_or_else(|| setup::host(repository), |target| Ok(target.to_owned()))?;
    say::timed("packing the archive, its checksums and the formula", || {
        let mut archive = repository.command("node");
        command::run(archive.arg("packaging/archive.mjs").arg(program).arg(name))?;
        command::run(repository.command("node").arg("packaging/release.mjs"))
    })
}

/// The wheel for the Python package index.
fn wheel(repository: &Repository, target: Option<&str>) -> Result<()> {
    let Some(maturin) = setup::maturin(repository) else {
        say::note("no wheel: maturin is not installed (`pip install maturin`)");
        return Ok(());
    };
    let mut build = repository.command(&maturin.to_string_lossy());
    build.args(["build", "--release", "--locked", "--manifest-path", "cli/Cargo.toml", "--out"]);
    aimed_at(target, with_flags(build.arg(repository.target().join(super::FOLDER)), STRIPPED));
    say::timed("building the wheel", || command::run(&mut build))
}
