//! A git repository whose commits are the same at every run: authors, dates and so ids are fixed.

use std::path::Path;
use std::process::Command;

use crate::folder::folder;

/// A repository in a temporary folder.
pub(crate) struct Repository {
    folder: tempfile::TempDir,
    commits: u32,
}

impl Repository {
    /// An empty one on the branch `main`.
    pub(crate) fn new() -> Self {
        Self::tracking(&[])
    }

    /// One that tracks these files on the branch `main`, without a commit.
    pub(crate) fn tracking(files: &[(&str, &str)]) -> Self {
        let repository = Self { folder: folder(files), commits: 0 };
        repository.git(&["init", "--quiet", "--initial-branch", "main"]);
        repository.git(&["add", "--all"]);
        repository
    }

    /// Its folder.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file, without a commit.
    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().expect("it is in the folder")).expect("made");
        std::fs::write(path, text).expect("written");
    }

    /// Commits all that there is, a day after the commit before it.
    pub(crate) fn commit(&mut self, subject: &str) {
        self.commits += 1;
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "-m", subject]);
    }

    /// Writes `render.yaml` and commits it.
    pub(crate) fn save(&mut self, text: &str, subject: &str) {
        self.write("render.yaml", text);
        self.commit(subject);
    }

    /// Runs git; what it prints.
    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        let day = format!("2026-03-{:02}T10:00:00+01:00", self.commits.clamp(1, 31));
        let done = Command::new("git")
            .current_dir(self.path())
            .args(["-c", "user.name=Ann Author", "-c", "user.email=ann@example.com"])
            .args(["-c", "commit.gpgsign=false", "-c", "core.autocrlf=false"])
            .args(["-c", "protocol.file.allow=always"])
            .args(arguments)
            .env("GIT_AUTHOR_DATE", &day)
            .env("GIT_COMMITTER_DATE", &day)
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .output()
            .expect("git runs");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8_lossy(&done.stdout).trim().to_owned()
    }
}
