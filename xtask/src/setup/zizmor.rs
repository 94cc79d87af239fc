//! zizmor, which looks for weaknesses in workflows; ready-made from the Python package index.

use std::env::consts::EXE_SUFFIX;
use std::path::PathBuf;

use crate::repository::Repository;
use crate::setup::tools;
use crate::{command, say};

const VERSION: &str = "1.32.0";

/// A zizmor: what is installed, else the package of the version above in `.tools/`. `None` without Python, or where its
/// index has no program for this system.
pub(crate) fn zizmor(repository: &Repository) -> Option<PathBuf> {
    let folder = tools(repository).join(format!("zizmor-{VERSION}"));
    let own = folder.join("bin").join(format!("zizmor{EXE_SUFFIX}"));
    if own.is_file() {
        return Some(own);
    }
    if let Some(found) = repository.find_program("zizmor") {
        return Some(found);
    }
    let python = ["python3", "python"].into_iter().find(|name| {
        command::output(repository.command(name).args(["-m", "pip", "--version"])).is_ok()
    })?;
    let mut install = repository.command(python);
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]);
    // Ready-made or not at all: its source takes as long as this whole repository.
    install.args(["--only-binary", ":all:", "--root-user-action", "ignore"]);
    install.arg("--target").arg(folder).arg(format!("zizmor=={VERSION}"));
    let step = format!("fetching zizmor {VERSION} from the Python package index, into .tools/");
    match say::timed(&step, || command::run(&mut install)) {
        Ok(()) => Some(own).filter(|program| program.is_file()),
        Err(sentence) => {
            say::note(&sentence);
            None
        }
    }
}
