//! Trunk, which compiles the app, runs wasm-bindgen and wasm-opt and puts the page together.

use crate::repository::Repository;
use crate::setup::install::{Program, install};
use crate::{Result, command, say};

/// Any release of this line will do; 0.22 needs a newer Rust than this repository pins.
const LINE: &str = "0.21.";
const VERSION: &str = "0.21.14";

/// Makes sure that a fitting Trunk is there.
pub(super) fn trunk(repository: &Repository) -> Result<()> {
    let found = command::output(repository.command("trunk").arg("--version"));
    let version = found.as_deref().ok().and_then(command::version_in);
    match version {
        Some(version) if version.starts_with(LINE) => return Ok(()),
        Some(version) => say::note(&format!("found Trunk {version}; this page needs {LINE}x")),
        None => {}
    }
    // Without its features, which are a look for newer versions of itself and TLS for its downloads: set-up brings
    // everything that Trunk would download.
    let options = &["--no-default-features"];
    install(repository, &Program { package: "trunk", version: VERSION, options, minutes: 4 })
}
