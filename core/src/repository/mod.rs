//! What a repository holds, as far as somebody said so: the engine itself reads no disk. In: lists of paths. Out: whether
//! a path or a pattern means anything there, or that nobody can tell.

mod glob;

use std::collections::BTreeSet;
use std::ops::Bound;

use glob::{literal_start, matches};

/// The paths of a repository, all of them relative to its root and with `/` between their parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repository {
    files: BTreeSet<String>,
    folders: BTreeSet<String>,
    /// Paths below which nobody knows what there is: symbolic links, submodules, folders that are not tracked.
    opaque: BTreeSet<String>,
    branch: Option<String>,
}

/// Whether something is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It is.
    There,
    /// It is not.
    Missing,
    /// Nobody can tell: it is outside, or below something that was not listed.
    Unknown,
}

impl Repository {
    /// A repository that holds `files`, and at the paths `opaque` something that was not looked into. `branch` is the one
    /// that is checked out, when that is known.
    pub fn new(
        files: impl IntoIterator<Item = String>,
        opaque: impl IntoIterator<Item = String>,
        branch: Option<String>,
    ) -> Self {
        let files: BTreeSet<String> = files.into_iter().collect();
        let opaque: BTreeSet<String> =
            opaque.into_iter().map(|path| path.trim_end_matches('/').to_owned()).collect();
        let mut folders = BTreeSet::new();
        for path in files.iter().chain(&opaque) {
            // What holds a known folder is known, too.
            let above = path.match_indices('/').rev().map(|(at, _)| &path[..at]);
            for folder in above {
                if !folders.insert(folder.to_owned()) {
                    break;
                }
            }
        }
        Self { files, folders, opaque, branch }
    }

    /// The branch that is checked out, when that is known.
    pub fn branch(&self) -> Option<&str> {
        self.branch.as_deref()
    }

    /// Whether it holds that very file.
    pub fn tracks(&self, path: &str) -> bool {
        self.files.contains(path)
    }

    /// Whether a file or a folder is at `path`, counted from the folder `base`.
    pub fn presence(&self, base: &str, path: &str) -> Presence {
        let Some(path) = resolved(base, path) else { return Presence::Unknown };
        if path.is_empty() || self.files.contains(&path) || self.folders.contains(&path) {
            return Presence::There;
        }
        let around = path.match_indices('/').map(|(at, _)| &path[..at]);
        if around.chain([path.as_str()]).any(|one| self.opaque.contains(one)) {
            return Presence::Unknown;
        }
        Presence::Missing
    }

    /// Whether a glob, counted from the root, matches any file. A pattern without wildcards may also be a folder.
    pub fn matches(&self, pattern: &str) -> Presence {
        if literal_start(pattern).is_none() {
            return self.presence("", pattern);
        }
        let Some(pattern) = resolved("", pattern) else { return Presence::Unknown };
        let start = literal_start(&pattern).unwrap_or_default();
        let candidates = self.files.range::<str, _>((Bound::Included(start), Bound::Unbounded));
        let mut candidates = candidates.take_while(|file| file.starts_with(start));
        if candidates.any(|file| matches(&pattern, file)) {
            return Presence::There;
        }
        // What was not listed may match when it lies below the fixed start of the pattern, or the other way round.
        let may = |one: &String| one.starts_with(start) || start.starts_with(&format!("{one}/"));
        if self.opaque.iter().any(may) { Presence::Unknown } else { Presence::Missing }
    }

    /// Every file, in the order of the alphabet.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(String::as_str)
    }

    /// Every folder that holds a file, in the order of the alphabet.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.folders.iter().map(String::as_str)
    }
}

/// A path from the root without `.` and `..`; `None` for one that leaves the repository or is no plain path.
fn resolved(base: &str, path: &str) -> Option<String> {
    if path.contains(['$', '\\', '~', '\n']) {
        return None;
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in base.split('/').chain(path.trim().split('/')) {
        match part.trim() {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repository() -> Repository {
        let files = ["backend/app/main.py", "backend/requirements.txt", "web/package.json"];
        let opaque = ["vendor", "web/node_modules/"];
        Repository::new(
            files.map(str::to_owned),
            opaque.map(str::to_owned),
            Some("main".to_owned()),
        )
    }

    #[test]
    fn files_and_folders_are_there_and_others_are_not() {
        let repository = repository();
        for path in ["backend", "./backend/", "/backend/app", "backend/app/main.py", ".", "web/.."]
        {
            assert_eq!(repository.presence("", path), Presence::There, "{path}");
        }
        for path in ["back", "Backend", "backend/app/main", "backend/node_modules"] {
            assert_eq!(repository.presence("", path), Presence::Missing, "{path}");
        }
        assert_eq!(repository.presence("backend", "app"), Presence::There);
        assert_eq!(repository.presence("web", "../backend/app"), Presence::There);
    }

    #[test]
    fn what_nobody_listed_is_unknown() {
        for path in ["vendor", "vendor/lib/x", "web/node_modules/a", "../other", "$DIR/x"] {
            assert_eq!(repository().presence("", path), Presence::Unknown, "{path}");
        }
    }

    #[test]
    fn globs_match_files() {
        let repository = repository();
        for pattern in ["backend/**", "**/*.py", "*/package.json", "backend", "./web/**/*.json"] {
            assert_eq!(repository.matches(pattern), Presence::There, "{pattern}");
        }
        for pattern in ["backend/*.py", "backend/src/**", "app/**"] {
            assert_eq!(repository.matches(pattern), Presence::Missing, "{pattern}");
        }
        for pattern in ["**/*.rb", "vendor/**", "web/node_modules/a/**"] {
            assert_eq!(repository.matches(pattern), Presence::Unknown, "{pattern}");
        }
    }
}
