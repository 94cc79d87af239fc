//! The example sites: a book of mdBook and a site of Docusaurus, built as their readers would build them.
//!
//! What comes out stays in their folders, where the browser tests look at it.

use std::path::Path;
use std::process::Command;

use crate::repository::{Repository, read, write};
use crate::{Result, command, setup};

const SITE: &str = "docs/examples/docusaurus";

/// Builds both with this build of the command line, found on the PATH as any installed program is.
pub(crate) fn examples(repository: &Repository, program: &Path) -> Result<()> {
    setup::mdbook(repository)?;
    let folder = program.parent().unwrap_or(program);
    let mut book = with_folder(folder, repository, "mdbook")?;
    command::run(book.args(["build", "docs/examples/mdbook"]))?;
    packages(repository)?;
    let mut site = with_folder(folder, repository, "npm")?;
    site.current_dir(repository.path(SITE)).env("NO_UPDATE_NOTIFIER", "1");
    command::run(site.args(["run", "build"]))
}

/// Installs what the site's own lock file names, unless it is there.
fn packages(repository: &Repository) -> Result<()> {
    let site = repository.path(SITE);
    let wanted = read(&site.join("package-lock.json"))?;
    let installed = site.join("node_modules/.installed-from.json");
    if read(&installed).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let mut npm = repository.command("npm");
    npm.current_dir(&site).args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
    command::run(&mut npm)?;
    write(&installed, &wanted)
}

/// A command whose PATH begins with a folder.
fn with_folder(folder: &Path, repository: &Repository, name: &str) -> Result<Command> {
    let mut command = repository.command(name);
    let path = command.get_envs().find(|(name, _)| *name == "PATH").and_then(|(_, path)| path);
    let folders = path.map(std::env::split_paths).into_iter().flatten();
    let folders = std::iter::once(folder.to_path_buf()).chain(folders);
    let path = std::env::join_paths(folders)
        .map_err(|error| format!("the PATH cannot be extended: {error}"))?;
    command.env("PATH", path);
    Ok(command)
}
