//! The wasm-bindgen command, which must match the crate in `Cargo.lock` to the last digit.

use crate::repository::Repository;
use crate::setup::install::{Program, install};
use crate::{Result, command, say};

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
    install(
        repository,
        &Program { package: "wasm-bindgen-cli", version: wanted, options: &[], minutes: 2 },
    )
}
