//! What the commands need, each part looked for before anything is installed.
//!
//! Rust tools that have to be built go to `.tools/` in the repository, never over what the reader
//! has installed for other projects; npm packages go to `node_modules/`.

mod bindgen;
mod chromium;
mod install;
mod mdbook;
mod npm;
mod python;
mod rust;
mod trunk;

use std::path::PathBuf;

use crate::Result;
use crate::repository::Repository;

pub(crate) use chromium::Chromium;
pub(crate) use mdbook::mdbook;
pub(crate) use python::{maturin, pre_commit, python, zizmor};
pub(crate) use rust::host;

/// Everything that building and serving the page takes.
pub(crate) fn page(repository: &Repository) -> Result<()> {
    rust::target(repository, rust::BROWSER)?;
    npm::packages(repository)?;
    trunk::trunk(repository)?;
    bindgen::wasm_bindgen(repository)
}

/// The npm packages alone: for what runs in Node.
pub(crate) fn packages(repository: &Repository) -> Result<()> {
    npm::packages(repository)
}

/// What a native program for another system takes.
pub(crate) fn native(repository: &Repository, target: &str) -> Result<()> {
    rust::target(repository, target)?;
    npm::packages(repository)
}

/// What the packages take beside a page's tools.
pub(crate) fn packaging(repository: &Repository) -> Result<()> {
    rust::target(repository, rust::NODE)?;
    page(repository)
}

/// What the checks take that need no page: `cargo xtask test --fast`.
pub(crate) fn checks(repository: &Repository) -> Result<()> {
    rust::components(repository)?;
    rust::target(repository, rust::BROWSER)?;
    npm::packages(repository)
}

/// Everything that any command takes; the browser that was found is returned.
pub(crate) fn everything(repository: &Repository) -> Result<Chromium> {
    rust::components(repository)?;
    page(repository)?;
    chromium::chromium(repository)
}

/// The folder of the tools that set-up builds for this repository alone.
fn tools(repository: &Repository) -> PathBuf {
    repository.path(".tools")
}
