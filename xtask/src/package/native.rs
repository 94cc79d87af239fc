//! What holds the native program: the archive for this platform, the wheel, and the files for others to build from.

use super::compiler::with_flags;
use crate::repository::Repository;
use crate::{Result, command, say, setup};

/// Builds the program once and packs it.
pub(super) fn make(repository: &Repository) -> Result<()> {
    let mut build = repository.cargo();
    with_flags(build.args(["build", "--release", "--locked", "--bin", "blueprint-lens"]), &[]);
    say::timed("building the native program", || command::run(&mut build))?;
    wheel(repository)?;
    let program = format!("blueprint-lens{}", std::env::consts::EXE_SUFFIX);
    let program = repository.target().join("release").join(program);
    say::timed("packing the archive, its checksums and the formula", || {
        command::run(repository.command("node").arg("packaging/archive.mjs").arg(program))
    })
}

/// The wheel for the Python package index.
fn wheel(repository: &Repository) -> Result<()> {
    let Some(maturin) = setup::maturin(repository) else {
        say::note("no wheel: maturin is not installed (`pip install maturin`)");
        return Ok(());
    };
    let mut build = repository.command(&maturin.to_string_lossy());
    build.args(["build", "--release", "--locked", "--manifest-path", "cli/Cargo.toml", "--out"]);
    with_flags(build.arg(repository.target().join(super::FOLDER)), &[]);
    say::timed("building the wheel", || command::run(&mut build))
}
