//! An analysis that is made where it is needed: what was analysed in the worker is analysed here once more, when a visitor
//! asks for something that only the whole analysis knows.

use std::ops::Deref;
use std::sync::OnceLock;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::text::LineIndex;

/// An analysis, sooner or later.
pub(crate) struct LazyAnalysis {
    /// Empty where the analysis holds it.
    text: String,
    lines: OnceLock<LineIndex>,
    made: OnceLock<Analysis>,
}

impl LazyAnalysis {
    /// That of `text`, when it is needed.
    pub(super) fn later(text: String) -> Self {
        Self { text, lines: OnceLock::new(), made: OnceLock::new() }
    }

    /// The text, without the rest.
    pub(crate) fn text(&self) -> &str {
        self.made.get().map_or(&self.text, Analysis::text)
    }

    /// Its lines, without the rest.
    pub(crate) fn lines(&self) -> &LineIndex {
        let own = || self.lines.get_or_init(|| LineIndex::new(&self.text));
        self.made.get().map_or_else(own, Analysis::lines)
    }

    /// The analysis, if it has been made.
    pub(crate) fn made(&self) -> Option<&Analysis> {
        self.made.get()
    }
}

impl From<Analysis> for LazyAnalysis {
    fn from(analysis: Analysis) -> Self {
        Self { text: String::new(), lines: OnceLock::new(), made: OnceLock::from(analysis) }
    }
}

impl Deref for LazyAnalysis {
    type Target = Analysis;

    fn deref(&self) -> &Analysis {
        self.made.get_or_init(|| Analysis::new(&self.text))
    }
}
