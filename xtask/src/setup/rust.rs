//! The parts of the Rust toolchain: the WebAssembly target, the formatter and the linter.

use std::path::Path;

use crate::repository::Repository;
use crate::{Result, command, say};

const TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that the toolchain can compile for the browser.
pub(super) fn target(repository: &Repository) -> Result<()> {
    let sysroot = command::output(repository.command("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    say::timed(&format!("adding the Rust target {TARGET}, which the page is compiled for"), || {
        rustup(repository, &["target", "add", TARGET])
    })
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
