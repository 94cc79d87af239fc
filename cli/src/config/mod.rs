//! `.blueprint-lens.yaml`: what a team decided about rules, paths and its workspace.
//!
//! ```yaml
//! rules:
//!   open-database: off        # off, on, info, warning or error
//! ignore:                     # as in .gitignore, for directories that are searched
//!   - examples/
//! workspacePlan: pro          # hobby, pro, scale or enterprise
//! ```
//!
//! The file is looked for in the working directory and in those above it, up to the root of the git repository.

mod read;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use blueprint_lens_core::analysis::Options;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// Name of the file.
const NAME: &str = ".blueprint-lens.yaml";

/// What the file says, ready for use.
pub(crate) struct Config {
    options: Options,
    ignored: Gitignore,
    /// The folder that ignored paths are relative to.
    folder: PathBuf,
}

impl Config {
    /// Reads the file that was asked for, else the nearest one, else none.
    ///
    /// # Errors
    /// When it cannot be read, or says something that is not understood: with every place and what to do.
    pub(crate) fn load(asked: Option<&Path>) -> anyhow::Result<Self> {
        let folder = std::env::current_dir().context("the working directory is not known")?;
        let path = match asked {
            Some(path) => Some(folder.join(path)),
            None => nearest(&folder),
        };
        let Some(path) = path else {
            return Ok(Self { options: Options::default(), ignored: Gitignore::empty(), folder });
        };
        let shown = path.strip_prefix(&folder).unwrap_or(&path).display().to_string();
        let bytes = std::fs::read(&path).with_context(|| format!("{shown} cannot be read"))?;
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
        Ok(Self { options: read.options, ignored, folder })
    }

    /// Which rules run.
    pub(crate) fn options(&self) -> Options {
        self.options.clone()
    }

    /// Whether a file that was found by searching is left out.
    pub(crate) fn ignores(&self, path: &Path) -> bool {
        let Ok(path) = std::path::absolute(path) else { return false };
        path.strip_prefix(&self.folder)
            .is_ok_and(|inside| self.ignored.matched_path_or_any_parents(inside, false).is_ignore())
    }
}

/// The nearest file of that name, not looked for outside the git repository.
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
