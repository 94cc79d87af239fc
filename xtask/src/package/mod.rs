//! `cargo xtask package`: every package that this machine can make, into `target/packages/`, each installed from its file
//! into an empty place and run. `packaging/` lays them out.

mod compiler;
mod native;
mod node;
mod tests;

use crate::repository::Repository;
use crate::setup::Chromium;
use crate::{Result, command, page, say, setup};

pub(crate) use native::for_target as native;
pub(crate) use node::npm;

/// Where packages are, below the target folder.
const FOLDER: &str = "packages";

/// Makes all of them and tests them.
pub(crate) fn package(repository: &Repository) -> Result<()> {
    let chromium = setup::everything(repository)?;
    page::build(repository)?;
    package_with(repository, &chromium)
}

/// The same with a browser and a release page that are there already.
pub(crate) fn package_with(repository: &Repository, chromium: &Chromium) -> Result<()> {
    make(repository)?;
    say::timed("trying the packages, each in an empty place", || tests::run(repository, chromium))
}

/// Does some work while the programs of the packages are compiled: each of the two keeps one core busy for minutes.
/// What goes wrong with a program is said when the packages are made.
pub(crate) fn compiled_beside<T>(repository: &Repository, work: impl FnOnce() -> T) -> T {
    std::thread::scope(|scope| {
        scope.spawn(|| -> Result<()> {
            setup::packaging(repository)?;
            command::output(&mut node::program(repository))?;
            command::output(&mut native::program(repository, None)).map(drop)
        });
        work()
    })
}

/// Makes all of them.
fn make(repository: &Repository) -> Result<()> {
    setup::packaging(repository)?;
    clear(repository)?;
    node::npm(repository)?;
    node::element(repository)?;
    node::page(repository)?;
    native::make(repository, None)
}

/// Empties the folder, so that no package of another version is in it.
fn clear(repository: &Repository) -> Result<()> {
    let folder = repository.target().join(FOLDER);
    match std::fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("{} cannot be removed: {error}", folder.display()))
        }
        _ => Ok(()),
    }
}
