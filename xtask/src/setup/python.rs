//! Programs of the Python package index, each in an environment of its own in `.tools/`, ready-made or not at all.

use std::path::{Path, PathBuf};

use crate::repository::Repository;
use crate::setup::tools;
use crate::{command, say};

/// A program of the index in one exact version.
struct Program {
    package: &'static str,
    version: &'static str,
}

/// What looks for weaknesses in workflows.
pub(crate) fn zizmor(repository: &Repository) -> Option<PathBuf> {
    program(repository, &Program { package: "zizmor", version: "1.32.0" })
}

/// What packs the native program as a wheel.
pub(crate) fn maturin(repository: &Repository) -> Option<PathBuf> {
    program(repository, &Program { package: "maturin", version: "1.16.0" })
}

/// What runs hooks before a commit.
pub(crate) fn pre_commit(repository: &Repository) -> Option<PathBuf> {
    program(repository, &Program { package: "pre-commit", version: "4.7.0" })
}

/// Python itself, with its package installer.
pub(crate) fn python(repository: &Repository) -> Option<&'static str> {
    ["python3", "python"].into_iter().find(|name| {
        command::output(repository.command(name).args(["-m", "pip", "--version"])).is_ok()
    })
}

/// A program: what set-up installed, else what is on the PATH, else what the index has. `None` without Python, or where
/// the index has nothing for this system.
fn program(repository: &Repository, wanted: &Program) -> Option<PathBuf> {
    let Program { package, version } = wanted;
    let folder = tools(repository).join(format!("{package}-{version}"));
    let scripts = folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let own = || command::find_in(std::slice::from_ref(&scripts), package);
    if let Some(found) = own().or_else(|| repository.find_program(package)) {
        return Some(found);
    }
    let python = python(repository)?;
    let step = format!("fetching {package} {version} from the Python package index, into .tools/");
    let fetched = say::timed(&step, || {
        command::run(repository.command(python).args(["-m", "venv"]).arg(&folder))?;
        install(repository, &scripts, &format!("{package}=={version}"))
    });
    if let Err(sentence) = fetched {
        say::note(&sentence);
        return None;
    }
    own()
}

fn install(repository: &Repository, scripts: &Path, wanted: &str) -> crate::Result<()> {
    let mut pip = repository.command(&scripts.join("python").to_string_lossy());
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
    // Ready-made or not at all: some sources take as long as this whole repository.
    command::run(pip.args(["--only-binary", ":all:", wanted]))
}
