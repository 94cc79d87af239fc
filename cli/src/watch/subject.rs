//! What is watched: files, as they are at present, and the revision that they are compared with.

use std::path::{Path, PathBuf};

use anyhow::bail;
use blueprint_lens_core::analysis::{Analysis, SourceText};
use blueprint_lens_core::plan::Mode;
use blueprint_lens_core::text::Decoded;

use crate::config::Config;
use crate::diff::{Compared, compare, read_both};
use crate::{find, input, output};

/// What is watched.
pub(super) struct Subject {
    paths: Vec<PathBuf>,
    revision: Option<String>,
    config: Config,
}

/// The texts of one moment.
#[derive(PartialEq)]
pub(super) struct Texts {
    /// The files by path.
    files: Vec<(PathBuf, Decoded)>,
    /// The text that they are compared with.
    base: Option<Decoded>,
}

/// What they say.
pub(super) enum Content {
    /// Of files alone.
    Alone(Box<Analysis>),
    /// Of a file and what it was at the revision.
    Compared(Box<Compared>),
}

impl Content {
    /// The present files.
    pub(super) fn analysis(&self) -> &Analysis {
        match self {
            Self::Alone(analysis) => analysis,
            Self::Compared(compared) => &compared.head,
        }
    }
}

impl Subject {
    /// What is to be watched.
    ///
    /// # Errors
    /// If there is nothing to watch, or not exactly one Blueprint to compare with a revision.
    pub(super) fn new(
        paths: &[PathBuf],
        revision: Option<&str>,
        config: Config,
    ) -> anyhow::Result<Self> {
        if paths.iter().any(|path| input::is_stdin(path)) {
            bail!("standard input cannot be watched: name a file");
        }
        let revision = revision.map(str::to_owned);
        let subject = Self { paths: paths.to_vec(), revision, config };
        match (subject.files()?.len(), &subject.revision) {
            (0, _) => bail!("no Blueprint found below {}", subject.names()),
            (1, _) | (_, None) => Ok(subject),
            (count, Some(_)) => {
                bail!("--diff compares one Blueprint, and {count} are watched: name one")
            }
        }
    }

    /// What was named, in words.
    pub(super) fn names(&self) -> String {
        let names = self.paths.iter().map(|path| output::reported(path));
        names
            .map(|name| if name.is_empty() { ".".to_owned() } else { name })
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// What was named.
    pub(super) fn paths(&self) -> &[PathBuf] {
        &self.paths
    }

    /// Whether something is compared with a revision.
    pub(super) fn has_revision(&self) -> bool {
        self.revision.is_some()
    }

    /// The files that there are at present.
    ///
    /// # Errors
    /// If a directory cannot be searched.
    pub(super) fn files(&self) -> anyhow::Result<Vec<PathBuf>> {
        let mut files = find::blueprints(&self.paths, &self.config)?;
        files.dedup();
        Ok(files)
    }

    /// The texts as they are now.
    ///
    /// # Errors
    /// If one of them cannot be read, or there is none.
    pub(super) fn read(&self) -> anyhow::Result<Texts> {
        let paths = self.files()?;
        if paths.is_empty() {
            bail!("no Blueprint found below {}", self.names());
        }
        if let (Some(revision), [path]) = (&self.revision, paths.as_slice()) {
            let (base, head) = read_both(revision, &path.display().to_string())?;
            return Ok(Texts { files: vec![(path.clone(), head)], base: Some(base) });
        }
        let files = paths.into_iter().map(|path| {
            let decoded = input::read(&path)?;
            Ok((path, decoded))
        });
        Ok(Texts { files: files.collect::<anyhow::Result<_>>()?, base: None })
    }

    /// What the texts say.
    pub(super) fn analyse(&self, texts: &Texts) -> Content {
        if let (Some(base), Some(revision), [(path, head)]) =
            (&texts.base, &self.revision, texts.files.as_slice())
        {
            let (base, head) = ((revision.clone(), base.clone()), (name(path), head.clone()));
            return Content::Compared(Box::new(compare(base, head, Mode::Later, &self.config)));
        }
        let trees =
            crate::git::WorkTrees::around(texts.files.iter().map(|(path, _)| path.as_path()));
        let sources = texts.files.iter().map(|(path, decoded)| SourceText {
            path: name(path),
            decoded: decoded.clone(),
            repository: trees.tracking(path),
        });
        Content::Alone(Box::new(Analysis::together(sources.collect(), self.config.options())))
    }
}

/// What a file is called on the page.
fn name(path: &Path) -> String {
    output::reported(path)
}
