//! How what is handed out is compiled: without the paths of the machine that compiled it.

use std::process::Command;

use crate::repository::cargo_home;

/// Gives a build its flags, and `more`.
pub(super) fn with_flags<'a>(build: &'a mut Command, more: &[&str]) -> &'a mut Command {
    let sources = cargo_home().map(|home| home.join("registry").join("src"));
    let remapped = sources.map(|path| format!("--remap-path-prefix={}=crates", path.display()));
    let flags: Vec<String> =
        remapped.into_iter().chain(more.iter().map(|&flag| flag.to_owned())).collect();
    // Flags may hold spaces, so they are told apart by a sign that no path has.
    build.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
}
