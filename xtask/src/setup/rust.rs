//! The parts of the Rust toolchain: the WebAssembly target, the formatter and the linter.

use std::path::Path;

use crate::repository::Repository;
use crate::{Result, command, say};

/// What the page is compiled for.
pub(super) const BROWSER: &str = "wasm32-unknown-unknown";
/// What the command line of the npm package is compiled for.
pub(super) const NODE: &str = "wasm32-wasip1";

/// Makes sure that the toolchain can compile for a target.
pub(super) fn target(repository: &Repository, target: &str) -> Result<()> {
    let sysroot = command::output(repository.command("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(target).is_dir() {
        return Ok(());
    }
    say::timed(&format!("adding the Rust target {target}"), || {
        rustup(repository, &["target", "add", target])
    })
}

/// The system that this toolchain runs on, as Rust calls it.
pub(crate) fn host(repository: &Repository) -> Result<String> {
    let answer = command::output(repository.command("rustc").arg("-vV"))?;
    let host = answer.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "rustc does not say what it runs on".to_owned())
}

/// Makes sure that `cargo fmt` and `cargo clippy` are there.
pub(super) fn components(repository: &Repository) -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if command::output(repository.cargo().args([subcommand, "--version"])).is_err() {
            say::timed(
                &format!("adding the Rust component {component}, which the checks use"),
                || rustup(repository, &["component", "add", component]),
            )?;
        }
    }
    Ok(())
}

fn rustup(repository: &Repository, arguments: &[&str]) -> Result<()> {
    if repository.find_program("rustup").is_none() {
        return Err(format!(
            "rustup is not on the PATH; install it from https://rustup.rs, or do by hand what \
             `rustup {}` does",
            arguments.join(" ")
        ));
    }
    command::run(repository.command("rustup").args(arguments))
}
