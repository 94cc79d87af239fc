//! Getting a Rust program into `.tools/`: ready-made where `cargo binstall` can fetch it, built from source otherwise.

use std::process::Command;

use crate::repository::Repository;
use crate::setup::tools;
use crate::{Result, command, say};

/// What makes a release build light. These programs run for moments; building them is what takes long.
const LIGHT: [(&str, &str); 5] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_PANIC", "abort"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
];

/// A program of the crate registry in one exact version.
pub(super) struct Program {
    /// The package on the crate registry.
    pub(super) package: &'static str,
    /// The version to fetch.
    pub(super) version: &'static str,
    /// What its build takes beside the version.
    pub(super) options: &'static [&'static str],
    /// How long its build takes on two cores, for the message.
    pub(super) minutes: u8,
}

/// Fetches or builds a program.
pub(super) fn install(repository: &Repository, program: &Program) -> Result<()> {
    let Program { package, version, minutes, .. } = program;
    if fetch(repository, package, version) {
        return Ok(());
    }
    let step = format!("building {package} {version} into .tools/ (about {minutes} minutes, once)");
    say::timed(&step, || build(repository, program)).map_err(|sentence| {
        format!(
            "{package} {version} could not be installed ({sentence}); install it by hand with \
             `cargo install {package} --version {version}` and run this command again"
        )
    })
}

/// Fetches a program ready-made, where cargo-binstall is installed and finds it; tells whether it is there now.
pub(super) fn fetch(repository: &Repository, package: &str, version: &str) -> bool {
    if repository.find_program("cargo-binstall").is_none() {
        return false;
    }
    let step = format!("fetching {package} {version} with cargo binstall, into .tools/");
    let fetched = say::timed(&step, || {
        let mut fetch = cargo_tool(repository, "binstall");
        // What it would compile itself, it would compile with full optimisation.
        fetch.args(["--no-confirm", "--disable-strategies", "compile", "--root"]);
        command::run(fetch.arg(tools(repository)).arg(format!("{package}@{version}")))
    });
    match fetched {
        Ok(()) => true,
        Err(sentence) => {
            say::note(&sentence);
            false
        }
    }
}

fn build(repository: &Repository, program: &Program) -> Result<()> {
    let build = |locked: bool| {
        let mut build = cargo_tool(repository, "install");
        build.arg(program.package).args(["--version", program.version, "--root"]);
        build.arg(tools(repository)).args(program.options).envs(LIGHT);
        if locked {
            build.arg("--locked");
        }
        command::run(&mut build)
    };
    build(true).or_else(|sentence| {
        // A version that the package locked may have left the registry since.
        say::note(&format!("{sentence}; trying again with the versions available today"));
        build(false)
    })
}

/// Cargo without the target folder of this workspace, which is no place for foreign builds.
fn cargo_tool(repository: &Repository, subcommand: &str) -> Command {
    let mut cargo = repository.cargo();
    cargo.env_remove("CARGO_TARGET_DIR").arg(subcommand);
    cargo
}
