//! The git work tree around a file: where its root is, and what it holds. Without git, or outside of a work tree, nothing
//! is known.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use blueprint_lens_core::repository::Repository;

use super::command::git;
use crate::input;

/// The root of the work tree that holds `path`, by the folders above it; `None` outside of one. No `git` is run.
pub(crate) fn root_of(path: &Path) -> Option<PathBuf> {
    let path = std::path::absolute(path).ok()?;
    let folder = path.parent()?;
    // Links are followed once, so that one tree has one root.
    let folder = folder.canonicalize().ok()?;
    folder.ancestors().find(|folder| folder.join(".git").exists()).map(Path::to_owned)
}

/// What git knows of the work trees of some files, asked once for each tree.
#[derive(Default)]
pub(crate) struct WorkTrees {
    known: BTreeMap<PathBuf, Option<WorkTree>>,
}

impl WorkTrees {
    /// Asks git about the trees of `paths`.
    pub(crate) fn around<'a>(paths: impl IntoIterator<Item = &'a Path>) -> Self {
        let mut trees = Self::default();
        for path in paths.into_iter().filter(|path| !input::is_stdin(path)) {
            if let Some(root) = root_of(path) {
                trees.known.entry(root).or_insert_with_key(|root| WorkTree::read(root));
            }
        }
        trees
    }

    /// The repository that tracks a file.
    pub(crate) fn tracking(&self, path: &Path) -> Option<Arc<Repository>> {
        if input::is_stdin(path) {
            return None;
        }
        self.known.get(&root_of(path)?)?.as_ref()?.tracking(path)
    }
}

/// A work tree and what git says that it holds.
struct WorkTree {
    root: PathBuf,
    repository: Arc<Repository>,
}

impl WorkTree {
    /// Asks git for the work tree at `root`. `None` when there is no git to ask, or in a sparse checkout, where what is
    /// missing may only be left out.
    fn read(root: &Path) -> Option<Self> {
        let sparse = printed(root, &["config", "--bool", "core.sparseCheckout"]);
        if sparse.is_some_and(|word| word.trim_ascii() == b"true") {
            return None;
        }
        let index = printed(root, &["ls-files", "-z", "--stage"])?;
        // What is not tracked may be there all the same; whole folders of that sort are one path.
        let others = printed(root, &["ls-files", "-z", "--others", "--directory"])?;
        let (mut files, mut opaque) = (Vec::new(), texts(&others));
        for entry in texts(&index) {
            let Some((about, path)) = entry.split_once('\t') else { continue };
            match about.split(' ').next() {
                // Symbolic links and submodules: what is behind them, the index does not say.
                Some("120000" | "160000") => opaque.push(path.to_owned()),
                _ => files.push(path.to_owned()),
            }
        }
        let branch = printed(root, &["symbolic-ref", "--quiet", "--short", "HEAD"]);
        let branch = branch.and_then(|name| Some(String::from_utf8(name).ok()?.trim().to_owned()));
        let repository = Arc::new(Repository::new(files, opaque, branch));
        Some(Self { root: root.to_owned(), repository })
    }

    /// What it holds, for a file that git tracks; `None` for another one.
    fn tracking(&self, path: &Path) -> Option<Arc<Repository>> {
        let path = path.canonicalize().ok()?;
        let inside = path.strip_prefix(&self.root).ok()?;
        let inside = inside.iter().map(|part| part.to_str()).collect::<Option<Vec<_>>>()?.join("/");
        self.repository.tracks(&inside).then(|| Arc::clone(&self.repository))
    }
}

/// What git prints in a folder; `None` when it fails.
fn printed(folder: &Path, arguments: &[&str]) -> Option<Vec<u8>> {
    let mut command = git(folder);
    let output = command.of_its_directory().args(arguments).output().ok()?;
    output.success.then_some(output.stdout)
}

/// Texts that end with a zero byte each; those that are not UTF-8 are left out.
fn texts(bytes: &[u8]) -> Vec<String> {
    let parts = bytes.split(|byte| *byte == 0).filter(|part| !part.is_empty());
    parts.filter_map(|part| String::from_utf8(part.to_vec()).ok()).collect()
}
