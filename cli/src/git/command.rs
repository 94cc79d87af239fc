//! One run of the `git` executable. Nothing is fetched, even if the repository would fetch on demand, nothing is written,
//! and the program that a repository may name in `core.fsmonitor` is not run.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use crate::host;

/// Variables by which a hook says which tree it runs in.
const OF_A_HOOK: [&str; 4] = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"];

/// What is to be run.
pub(super) struct Git {
    folder: PathBuf,
    arguments: Vec<String>,
    input: Vec<u8>,
    removed: &'static [&'static str],
}

/// Starts a command that runs in a directory.
pub(super) fn git(folder: &Path) -> Git {
    let arguments = ["-c", "core.fsmonitor=false"].map(str::to_owned).to_vec();
    Git { folder: folder.to_owned(), arguments, input: Vec::new(), removed: &[] }
}

impl Git {
    /// Adds an argument.
    pub(super) fn arg(&mut self, argument: impl AsRef<OsStr>) -> &mut Self {
        self.arguments.push(argument.as_ref().to_string_lossy().into_owned());
        self
    }

    /// Adds arguments.
    pub(super) fn args(&mut self, more: impl IntoIterator<Item = impl AsRef<OsStr>>) -> &mut Self {
        for argument in more {
            self.arg(argument);
        }
        self
    }

    /// What it reads from its standard input; nothing unless this says otherwise.
    pub(super) fn input(&mut self, input: Vec<u8>) -> &mut Self {
        self.input = input;
        self
    }

    /// Has it look at the tree around its directory, not at the one that a hook runs in.
    pub(super) fn of_its_directory(&mut self) -> &mut Self {
        self.removed = &OF_A_HOOK;
        self
    }

    /// Runs it to its end.
    ///
    /// # Errors
    /// If there is no `git`.
    pub(super) fn output(&self) -> io::Result<host::Output> {
        host::git(&host::GitRun {
            folder: &self.folder,
            arguments: &self.arguments,
            input: &self.input,
            set: &[("GIT_NO_LAZY_FETCH", "1"), ("GIT_OPTIONAL_LOCKS", "0")],
            removed: self.removed,
        })
    }
}
