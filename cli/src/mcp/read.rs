//! Reading what a tool is asked about.

use std::path::PathBuf;

use blueprint_lens_core::text::Decoded;

use super::ask::{Source, Sources};
use super::roots::Roots;
use crate::{git, input};

impl Source {
    /// Its name, and its text.
    ///
    /// # Errors
    /// If neither or both are given, or the file cannot be read or is not below a root.
    pub(super) fn read(&self, roots: &Roots) -> anyhow::Result<(String, Decoded)> {
        match (&self.text, &self.path, &self.revision) {
            (Some(text), None, None) => {
                let name = "render.yaml".to_owned();
                Ok((name, input::read_from(text.as_bytes(), "the text")?))
            }
            (None, Some(path), None) => {
                let file = roots.resolved(&roots.place(path)?, path)?;
                let opened = std::fs::File::open(&file);
                let opened =
                    anyhow::Context::with_context(opened, || format!("{path} cannot be read"))?;
                Ok((path.clone(), input::read_from(opened, path)?))
            }
            (None, Some(path), Some(revision)) => {
                Ok((format!("{revision}:{path}"), at_revision(roots, path, revision)?))
            }
            _ => anyhow::bail!(
                "pass the Blueprint either as `text` or as the `path` of a file, which may be one of a `revision`"
            ),
        }
    }
}

/// What a tool is asked about.
pub(super) enum Asked {
    /// One Blueprint: its name, and its text.
    One(String, Decoded),
    /// Files, in order.
    Files(Vec<PathBuf>),
}

impl Sources {
    /// What is meant.
    ///
    /// # Errors
    /// If nothing or too much is given, or a file cannot be read or is not below a root.
    pub(super) fn asked(&self, roots: &Roots) -> anyhow::Result<Asked> {
        if self.paths.is_empty() {
            return self.source.read(roots).map(|(name, decoded)| Asked::One(name, decoded));
        }
        let Source { text, path, revision } = &self.source;
        if text.is_some() || path.is_some() || revision.is_some() {
            anyhow::bail!("pass the `paths` of files alone");
        }
        let here = std::env::current_dir().and_then(|here| here.canonicalize()).ok();
        let files = self.paths.iter().map(|path| {
            let file = roots.resolved(&roots.place(path)?, path)?;
            let below = here.as_ref().and_then(|here| file.strip_prefix(here).ok());
            Ok(below.unwrap_or(&file).to_owned())
        });
        Ok(Asked::Files(files.collect::<anyhow::Result<_>>()?))
    }
}

/// The file at a revision. A path in it leads nowhere else: a link is no file to git.
fn at_revision(roots: &Roots, path: &str, revision: &str) -> anyhow::Result<Decoded> {
    let place = roots.place(path)?;
    anyhow::ensure!(!revision.contains(':'), "`{revision}` is not a revision");
    git::check_revision(&place.root, revision)?;
    let below: Vec<String> = place
        .path
        .components()
        .map(|part| part.as_os_str().to_string_lossy().into_owned())
        .collect();
    git::blob(&place.root, revision, &format!("./{}", below.join("/")))?
        .ok_or_else(|| anyhow::anyhow!("{path} does not exist at {revision}"))
}
