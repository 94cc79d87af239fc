//! The tests of the packages: `packaging/*.test.mjs`.

use std::fs;

use crate::repository::Repository;
use crate::setup::Chromium;
use crate::{Result, command, setup};

/// Runs them on what is in the folder of packages, beside the native program that the other tests use.
pub(super) fn run(repository: &Repository, chromium: &Chromium) -> Result<()> {
    let program = repository.build_program("blueprint-lens")?;
    let mut node = repository.command("node");
    node.arg("--test").args(files(repository)?).env("BLUEPRINT_LENS", program);
    if let Some(python) = setup::python(repository) {
        node.env("BLUEPRINT_LENS_PYTHON", python);
    }
    if let Some(hooks) = setup::pre_commit(repository) {
        node.env("BLUEPRINT_LENS_PRE_COMMIT", hooks);
    }
    if let Chromium::System(path) = chromium {
        node.env("CHROMIUM", path);
    }
    command::run(&mut node)?;
    // With the packed engine, too, now that there is one.
    let mut action = repository.command("node");
    action.args(["--test", "action/run.test.mjs"]).env("BLUEPRINT_LENS_PACKED", "1");
    command::run(action.env("BLUEPRINT_LENS", repository.program("blueprint-lens")))
}

fn files(repository: &Repository) -> Result<Vec<String>> {
    let folder = repository.path("packaging");
    let entries = fs::read_dir(&folder)
        .map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".test.mjs"))
        .map(|name| format!("packaging/{name}"))
        .collect();
    names.sort();
    Ok(names)
}
