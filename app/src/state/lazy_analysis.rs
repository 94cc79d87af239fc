//! An analysis that is made where it is needed: what was analysed in the worker is analysed here once more, when a visitor
//! asks for something that only the whole analysis knows.

use std::ops::Deref;
use std::sync::OnceLock;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::text::Files;

use crate::engine::bundle;

/// An analysis, sooner or later.
pub(crate) struct LazyAnalysis {
    /// The text, or the bundle of several files; empty where the analysis holds it.
    bundle: String,
    joined: OnceLock<(String, Files)>,
    made: OnceLock<Analysis>,
}

impl LazyAnalysis {
    /// That of a text or a bundle, when it is needed.
    pub(super) fn later(bundle: String) -> Self {
        Self { bundle, joined: OnceLock::new(), made: OnceLock::new() }
    }

    /// The text of all files, without the rest.
    pub(crate) fn text(&self) -> &str {
        self.made.get().map_or_else(|| self.joined().0.as_str(), Analysis::text)
    }

    /// The files in that text, without the rest.
    pub(crate) fn files(&self) -> &Files {
        self.made.get().map_or_else(|| &self.joined().1, Analysis::files)
    }

    /// The text, or the bundle of several files.
    pub(crate) fn bundle(&self) -> String {
        bundle::of(self.files(), self.text())
    }

    /// The analysis, if it has been made.
    pub(crate) fn made(&self) -> Option<&Analysis> {
        self.made.get()
    }

    fn joined(&self) -> &(String, Files) {
        self.joined.get_or_init(|| Files::join(&bundle::split(&self.bundle)))
    }
}

impl From<Analysis> for LazyAnalysis {
    fn from(analysis: Analysis) -> Self {
        Self { bundle: String::new(), joined: OnceLock::new(), made: OnceLock::from(analysis) }
    }
}

impl Deref for LazyAnalysis {
    type Target = Analysis;

    fn deref(&self) -> &Analysis {
        self.made.get_or_init(|| bundle::analyse(&self.bundle))
    }
}
