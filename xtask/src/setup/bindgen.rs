//! The wasm-bindgen command, which must match the crate in `Cargo.lock` to the last digit.

use std::env::consts::EXE_SUFFIX;

use crate::repository::{Repository, copy};
use crate::setup::{install, tools};
use crate::{Result, command, say};

/// Our own command over the library of the official one; it takes less than half as long to build.
const OWN: &str = "wasm-bindgen-command";

/// Makes sure that the `wasm-bindgen` that Trunk will call has the version of `Cargo.lock`.
pub(super) fn wasm_bindgen(repository: &Repository) -> Result<()> {
    let wanted = repository.locked_version("wasm-bindgen")?;
    let found = command::output(repository.command("wasm-bindgen").arg("--version"));
    let version = found.as_deref().ok().and_then(command::version_in);
    match version {
        Some(version) if version == wanted => return Ok(()),
        Some(version) => {
            say::note(&format!("found wasm-bindgen {version}; Cargo.lock needs {wanted}"));
        }
        None => {}
    }
    if install::fetch(repository, "wasm-bindgen-cli", &wanted) {
        return Ok(());
    }
    say::timed(
        &format!("building wasm-bindgen {wanted} into .tools/ (about a minute, once)"),
        || {
            let built = repository.build_program(OWN)?;
            copy(&built, &tools(repository).join("bin").join(format!("wasm-bindgen{EXE_SUFFIX}")))
        },
    )
}
