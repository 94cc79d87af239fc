//! npm packages: the editor, its bundler, `wasm-opt`, and what the browser tests use.

use crate::repository::{Repository, read, write};
use crate::{Result, command, say};

const OLDEST_NODE: u32 = 20;
/// A copy of the lock file that `node_modules/` was installed from.
const INSTALLED: &str = "node_modules/.installed-from.json";

/// Makes sure that `node_modules/` holds what `package-lock.json` names.
pub(super) fn packages(repository: &Repository) -> Result<()> {
    node(repository)?;
    let wanted = read(&repository.path("package-lock.json"))?;
    if read(&repository.path(INSTALLED)).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    say::timed("installing the npm packages: editor, bundler, wasm-opt, browser driver", || {
        command::run(repository.command("npm").args(["ci", "--no-audit", "--no-fund"]))
    })
    .map_err(|sentence| {
        format!(
            "{sentence}; if the registry could not be reached, check the network or the \
             `registry` setting of npm and run this command again"
        )
    })?;
    write(&repository.path(INSTALLED), &wanted)
}

fn node(repository: &Repository) -> Result<()> {
    let remedy = format!("install Node {OLDEST_NODE} or newer from https://nodejs.org");
    let answer = command::output(repository.command("node").arg("--version"))
        .map_err(|_| format!("Node is not on the PATH; {remedy}"))?;
    let major = command::version_in(&answer)
        .and_then(|version| version.split('.').next())
        .and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => Err(format!("Node {} is too old; {remedy}", answer.trim())),
    }
}
