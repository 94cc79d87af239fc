//! The versions of a Blueprint, read once and analysed when they are asked for.

use std::cell::OnceCell;
use std::path::Path;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::directive::Assertion;
use blueprint_lens_core::redact::KnownSecrets;
use blueprint_lens_core::text::Decoded;

use super::state::{State, state};
use crate::config::Config;
use crate::git::{Commit, Content, Range, file_history};
use crate::input;
use crate::output::{self, secrets_of};

/// The versions, the oldest first.
pub(super) struct Timeline<'a> {
    /// The assertion.
    pub(super) assertion: &'a Assertion,
    /// Where the Blueprint is.
    pub(super) path: &'a Path,
    /// The settings.
    pub(super) config: &'a Config,
    versions: Vec<Version>,
}

/// One version.
pub(super) struct Version {
    /// What it goes by.
    pub(super) source: Source,
    /// Where the file is.
    pub(super) path: String,
    text: Decoded,
    is_there: bool,
    analysis: OnceCell<Analysis>,
    state: OnceCell<State>,
}

/// Where a version comes from.
pub(super) enum Source {
    /// What `GOOD` holds.
    Good,
    /// A commit.
    Commit(Commit),
    /// The file as it is now, which is not committed.
    WorkTree,
}

impl<'a> Timeline<'a> {
    /// Reads the versions from `good` to `bad`; none when the file is in no commit of them.
    ///
    /// # Errors
    /// When the history or the file cannot be read.
    pub(super) fn read(
        assertion: &'a Assertion,
        (good, bad): (Option<&str>, Option<&str>),
        path: &'a Path,
        config: &'a Config,
    ) -> anyhow::Result<Self> {
        let until = bad.unwrap_or("HEAD").to_owned();
        let found = file_history(&Range { after: good.map(ToOwned::to_owned), until }, path)?;
        if found.is_cut {
            output::note("this clone is shallow, so the history is not whole");
        }
        let name = path.display().to_string();
        let mut versions = Vec::new();
        versions.extend(found.before.map(|content| Version::new(Source::Good, &name, &content)));
        versions.extend(found.versions.into_iter().filter_map(|version| {
            let source = Source::Commit(version.commit?);
            Some(Version::new(source, &version.path, &version.content))
        }));
        if bad.is_none() && path.is_file() {
            let now = input::read(path)?;
            if versions.last().is_none_or(|last| last.text.text != now.text) {
                versions.push(Version::new(Source::WorkTree, &name, &Content::Text(now)));
            }
        }
        Ok(Self { assertion, path, config, versions })
    }

    /// How many versions there are.
    pub(super) fn len(&self) -> usize {
        self.versions.len()
    }

    /// Whether the first version is what `GOOD` holds, rather than the first one of the file.
    pub(super) fn starts_before(&self) -> bool {
        self.versions.first().is_some_and(|version| matches!(version.source, Source::Good))
    }

    /// A version.
    pub(super) fn version(&self, at: usize) -> &Version {
        &self.versions[at]
    }

    /// Its analysis.
    pub(super) fn analysis(&self, at: usize) -> &Analysis {
        let version = &self.versions[at];
        version.analysis.get_or_init(|| Analysis::with(version.text.clone(), self.config.options()))
    }

    /// The secrets of the versions that were looked at.
    pub(super) fn secrets(&self) -> KnownSecrets {
        secrets_of(self.versions.iter().filter_map(|version| version.analysis.get()))
    }

    /// What the assertion comes to in it.
    pub(super) fn state(&self, at: usize) -> &State {
        let version = &self.versions[at];
        version.state.get_or_init(|| {
            if version.is_there {
                state(self.analysis(at), self.assertion)
            } else {
                State::Unreadable
            }
        })
    }

    /// Whether it is broken in it. A version that cannot be read says what the one before it said.
    pub(super) fn is_broken(&self, at: usize) -> bool {
        let readable = self.before(at + 1);
        readable.is_some_and(|at| matches!(self.state(at), State::Broken(_)))
    }

    /// The last version before another one that can be read.
    pub(super) fn before(&self, at: usize) -> Option<usize> {
        (0..at).rev().find(|&at| *self.state(at) != State::Unreadable)
    }

    /// How many versions were analysed.
    pub(super) fn evaluated(&self) -> usize {
        self.versions.iter().filter(|version| version.state.get().is_some()).count()
    }
}

impl Version {
    fn new(source: Source, path: &str, content: &Content) -> Self {
        let is_there = matches!(content, Content::Text(_) | Content::Gone);
        Self {
            source,
            path: path.to_owned(),
            text: content.text(),
            is_there,
            analysis: OnceCell::new(),
            state: OnceCell::new(),
        }
    }

    /// The version in a few words.
    pub(super) fn words(&self) -> String {
        match &self.source {
            Source::Good => "the first version here".to_owned(),
            Source::Commit(commit) => {
                let (day, author) = (commit.day(), &commit.author);
                format!("{} ({day}, {author}: {})", commit.short(), commit.subject)
            }
            Source::WorkTree => "what is not committed yet".to_owned(),
        }
    }
}
