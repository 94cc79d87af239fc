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
    joined: OnceLock<Joined>,
    made: OnceLock<Analysis>,
}

/// The files of a bundle.
struct Joined {
    /// The text of all of them, where that is not the bundle itself.
    text: Option<String>,
    files: Files,
}

impl LazyAnalysis {
    /// That of a text or a bundle, when it is needed.
    pub(super) fn later(bundle: String) -> Self {
        Self { bundle, joined: OnceLock::new(), made: OnceLock::new() }
    }

    /// The text of all files, without the rest.
    pub(crate) fn text(&self) -> &str {
        let joined = || self.joined().text.as_ref().unwrap_or(&self.bundle).as_str();
        self.made.get().map_or_else(joined, Analysis::text)
    }

    /// The files in that text, without the rest.
    pub(crate) fn files(&self) -> &Files {
        self.made.get().map_or_else(|| &self.joined().files, Analysis::files)
    }

    /// The text, or the bundle of several files.
    pub(crate) fn bundle(&self) -> String {
        bundle::of(self.files(), self.text())
    }

    /// The analysis, if it has been made.
    pub(crate) fn made(&self) -> Option<&Analysis> {
        self.made.get()
    }

    fn joined(&self) -> &Joined {
        self.joined.get_or_init(|| {
            let parts = bundle::split(&self.bundle);
            let is_one = parts.len() == 1;
            let (text, files) = Files::join(&parts);
            Joined { text: (!is_one).then_some(text), files }
        })
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
