//! Where things are: the root, the folders that hold tools, and what `Cargo.lock` pins.

use std::env;
use std::env::consts::EXE_SUFFIX;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Result, command};

/// This checkout, and the search path that its commands run with.
pub(crate) struct Repository {
    root: PathBuf,
    folders: Vec<PathBuf>,
}

impl Repository {
    /// The checkout that this program was built from.
    pub(crate) fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .filter(|root| root.join("Cargo.lock").is_file())
            .ok_or("the repository of this program has moved; run it through `cargo xtask`")?
            .to_path_buf();
        let mut folders = vec![root.join("node_modules").join(".bin"), root.join(".tools/bin")];
        folders.extend(cargo_home().map(|home| home.join("bin")));
        folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
        Ok(Self { root, folders })
    }

    /// A path inside the repository.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// Where Cargo puts what it builds.
    pub(crate) fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| self.root.join("target"), |folder| self.root.join(folder))
    }

    /// Looks for a program: npm packages, `.tools`, Cargo's own folder, then the `PATH`.
    pub(crate) fn find_program(&self, name: &str) -> Option<PathBuf> {
        command::find_in(&self.folders, name)
    }

    /// A command that runs in the root and finds every tool of this repository.
    pub(crate) fn command(&self, name: &str) -> Command {
        let program = self.find_program(name).map_or_else(|| OsString::from(name), OsString::from);
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        if let Ok(path) = env::join_paths(&self.folders) {
            command.env("PATH", path);
        }
        command
    }

    /// Cargo, in the version that runs this program.
    pub(crate) fn cargo(&self) -> Command {
        let name = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        self.command(&name)
    }

    /// Where Cargo puts the program of a package of this workspace, as the tests and the page use it.
    pub(crate) fn program(&self, package: &str) -> PathBuf {
        self.target().join("debug").join(format!("{package}{EXE_SUFFIX}"))
    }

    /// Builds such a program and says where it is.
    pub(crate) fn build_program(&self, package: &str) -> Result<PathBuf> {
        command::run(self.cargo().args(["build", "--package", package]))?;
        Ok(self.program(package))
    }

    /// The version of a crate in `Cargo.lock`.
    pub(crate) fn locked_version(&self, name: &str) -> Result<String> {
        let lock = read(&self.path("Cargo.lock"))?;
        locked_version(&lock, name)
            .map(str::to_owned)
            .ok_or_else(|| format!("Cargo.lock names no version of {name}; run `cargo update`"))
    }
}

/// A text file, or a sentence that names it.
pub(crate) fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path)
        .map_err(|error| format!("{} cannot be read: {error}", path.display()))
}

/// Writes a text file and the folders above it.
pub(crate) fn write(path: &Path, text: &str) -> Result<()> {
    path.parent()
        .map_or(Ok(()), std::fs::create_dir_all)
        .and_then(|()| std::fs::write(path, text))
        .map_err(|error| format!("{} cannot be written: {error}", path.display()))
}

/// Makes a folder and those above it, where they are missing.
pub(crate) fn make_folder(path: &Path) -> Result<()> {
    std::fs::create_dir_all(path)
        .map_err(|error| format!("{} cannot be made: {error}", path.display()))
}

/// Copies a file and makes the folders above its new place.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    to.parent()
        .map_or(Ok(()), std::fs::create_dir_all)
        .and_then(|()| std::fs::copy(from, to))
        .map(drop)
        .map_err(|error| {
            format!("{} cannot be copied to {}: {error}", from.display(), to.display())
        })
}

/// The folder of Cargo: its programs, and the sources of the crates.
pub(crate) fn cargo_home() -> Option<PathBuf> {
    let home = || env::home_dir().map(|home| home.join(".cargo"));
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(home)
}

fn locked_version<'lock>(lock: &'lock str, name: &str) -> Option<&'lock str> {
    let wanted = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| *line != wanted);
    lines.next()?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::{Repository, locked_version};

    #[test]
    fn the_lock_file_names_the_version_of_exactly_that_crate() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.60\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "leptos"), None);
    }

    #[test]
    fn the_wasm_bindgen_command_has_the_version_of_the_crate_in_the_page() {
        let repository = Repository::find().expect("this checkout");
        let of = |name| repository.locked_version(name).expect("a locked version");
        assert_eq!(of("wasm-bindgen-cli-support"), of("wasm-bindgen"));
    }
}
