//! Installing a Rust program into `.tools/`: ready-made where `cargo binstall` can fetch it,
//! built from source otherwise.

use std::process::Command;

use crate::repository::Repository;
use crate::setup::tools;
use crate::{Result, command, say};

/// A program of the crate registry in one exact version.
pub(super) struct Program {
    /// The package on the crate registry.
    pub(super) package: &'static str,
    /// The version to fetch.
    pub(super) version: String,
    /// What its build takes beside the version.
    pub(super) options: &'static [&'static str],
    /// How long it takes to build, for the message.
    pub(super) minutes: u8,
}

/// Fetches or builds a program.
pub(super) fn install(repository: &Repository, program: &Program) -> Result<()> {
    let Program { package, version, options, minutes } = program;
    if repository.find_program("cargo-binstall").is_some() {
        say::step(&format!("fetching {package} {version} with cargo binstall, into .tools/"));
        let mut fetch = cargo_tool(repository, "binstall");
        fetch.args(["--no-confirm", "--root"]).arg(tools(repository));
        fetch.arg(format!("{package}@{version}"));
        match command::run(&mut fetch) {
            Ok(()) => return Ok(()),
            Err(sentence) => say::note(&sentence),
        }
    }
    say::step(&format!(
        "building {package} {version} into .tools/ (about {minutes} minutes, once)"
    ));
    let build = |locked: bool| {
        let mut build = cargo_tool(repository, "install");
        build.arg(package).args(["--version", version, "--root"]).arg(tools(repository));
        build.args(*options);
        if locked {
            build.arg("--locked");
        }
        command::run(&mut build)
    };
    build(true)
        .or_else(|sentence| {
            // A version that the package locked may have left the registry since.
            say::note(&format!("{sentence}; trying again with the versions available today"));
            build(false)
        })
        .map_err(|sentence| {
            format!(
                "{package} {version} could not be installed ({sentence}); install it by hand with \
                 `cargo install {package} --version {version}` and run this command again"
            )
        })
}

/// Cargo without the target folder of this workspace, which is no place for foreign builds.
fn cargo_tool(repository: &Repository, subcommand: &str) -> Command {
    let mut cargo = repository.cargo();
    cargo.env_remove("CARGO_TARGET_DIR").arg(subcommand);
    cargo
}
