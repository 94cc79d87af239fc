//! What the program takes from the machine beyond the standard library: other programs, of which it runs `git` alone. As
//! WebAssembly it cannot start any, so there the host that runs it does.

#[cfg(not(target_os = "wasi"))]
mod native;
#[cfg(target_os = "wasi")]
mod wasi;

use std::path::Path;

#[cfg(not(target_os = "wasi"))]
pub(crate) use native::{enter, git};
#[cfg(target_os = "wasi")]
pub(crate) use wasi::{enter, git, has_input_within};

/// A run of `git`.
pub(crate) struct GitRun<'a> {
    /// The directory to run in.
    pub(crate) folder: &'a Path,
    /// Its arguments.
    pub(crate) arguments: &'a [String],
    /// Its standard input.
    pub(crate) input: &'a [u8],
    /// Variables to set.
    pub(crate) set: &'a [(&'static str, &'static str)],
    /// Variables to remove.
    pub(crate) removed: &'a [&'static str],
}

/// What came of it.
pub(crate) struct Output {
    /// Whether it ended with 0.
    pub(crate) success: bool,
    /// Its standard output.
    pub(crate) stdout: Vec<u8>,
    /// Its standard error.
    pub(crate) stderr: Vec<u8>,
}
