//! `.blueprint-lens.yaml`: a team's settings for rules, paths and its workspace.
//!
//! ```yaml
//! rules:
//!   open-database: off        # off, on, info, warning or error
//! ignore:                     # as in .gitignore, for directories that are searched
//!   - examples/
//! workspacePlan: pro          # hobby, pro, scale or enterprise
//! together:                   # files that are one workspace
//!   - render.yaml
//!   - jobs/render.yaml
//! ```
//!
//! The file is looked for in the working directory and its parents, up to the root of the git repository.

mod read;
#[cfg(test)]
mod read_promise;

use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use blueprint_lens_core::analysis::Options;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::output::shown;

/// Largest file of settings, in bytes.
const MAX_BYTES: u64 = 256 * 1024;

/// Name of the file.
const NAME: &str = ".blueprint-lens.yaml";

/// The content of the file, ready for use.
pub(crate) struct Config {
    options: Options,
    ignored: Gitignore,
    together: Vec<String>,
    /// The folder that paths in the settings are relative to.
    folder: PathBuf,
}

impl Config {
    /// Reads the given file, or else the nearest one, or else none.
    ///
    /// # Errors
    /// If it cannot be read or contains a mistake: every position, with what to do.
    pub(crate) fn load(asked: Option<&Path>) -> anyhow::Result<Self> {
        let folder = std::env::current_dir().context("the working directory is unknown")?;
        let path = match asked {
            Some(path) => Some(folder.join(path)),
            None => nearest(&folder),
        };
        let Some(path) = path else {
            return Ok(Self {
                options: Options::default(),
                ignored: Gitignore::empty(),
                together: Vec::new(),
                folder,
            });
        };
        let shown = shown(path.strip_prefix(&folder).unwrap_or(&path));
        let file = std::fs::File::open(&path).with_context(|| format!("{shown} cannot be read"))?;
        let mut bytes = Vec::new();
        file.take(MAX_BYTES + 1)
            .read_to_end(&mut bytes)
            .with_context(|| format!("{shown} cannot be read"))?;
        if bytes.len() as u64 > MAX_BYTES {
            bail!("{shown} is larger than 256 KiB, so it is most likely not a file of settings");
        }
        let Ok(text) = String::from_utf8(bytes) else {
            bail!("{shown} is not UTF-8; save it as UTF-8");
        };
        let read = read::read(&text)
            .map_err(|problems| anyhow::anyhow!(read::list(&shown, &text, &problems)))?;
        let folder = path.parent().map_or(folder, Path::to_path_buf);
        let mut ignored = GitignoreBuilder::new(&folder);
        for (span, pattern) in &read.ignore {
            ignored.add_line(None, pattern).map_err(|error| {
                let problem = (*span, format!("this pattern cannot be read: {error}"));
                anyhow::anyhow!(read::list(&shown, &text, &[problem]))
            })?;
        }
        let ignored = ignored.build().with_context(|| format!("{shown}: `ignore`"))?;
        Ok(Self { options: read.options, ignored, together: read.together, folder })
    }

    /// Which rules run. What is printed is read by more people than the file, so findings repeat no secrets.
    pub(crate) fn options(&self) -> Options {
        Options { hide_secrets: true, ..self.options.clone() }
    }

    /// The files that the settings say are one workspace, as paths from the working directory where they are below it.
    pub(crate) fn together(&self) -> impl Iterator<Item = PathBuf> {
        let here = std::env::current_dir().unwrap_or_default();
        self.together.iter().map(move |path| {
            let path = self.folder.join(path);
            path.strip_prefix(&here).map_or(path.clone(), Path::to_path_buf)
        })
    }

    /// Whether a file found by a search is excluded.
    pub(crate) fn ignores(&self, path: &Path) -> bool {
        let Ok(path) = std::path::absolute(path) else { return false };
        path.strip_prefix(&self.folder)
            .is_ok_and(|inside| self.ignored.matched_path_or_any_parents(inside, false).is_ignore())
    }
}

/// The nearest file of that name within the git repository.
fn nearest(folder: &Path) -> Option<PathBuf> {
    for folder in folder.ancestors() {
        let path = folder.join(NAME);
        if path.is_file() {
            return Some(path);
        }
        if folder.join(".git").exists() {
            return None;
        }
    }
    None
}
