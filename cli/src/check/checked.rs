//! What the forms of a report are made from.

use blueprint_lens_core::analysis::{Analysis, FileView, SourceView};
use blueprint_lens_core::diagnostics::Related;
use blueprint_lens_core::text::FileId;

/// A file that was checked.
pub(super) struct Checked<'a> {
    /// Its path as reported.
    pub(super) path: String,
    /// Which of the files that were analysed together it is.
    pub(super) file: FileId,
    /// What was found in it.
    pub(super) view: FileView<'a>,
    /// All files that were analysed together.
    pub(super) analysis: &'a Analysis,
    /// Their text as it may be shown, for the format that shows it.
    pub(super) shown: &'a str,
}

impl<'a> Checked<'a> {
    /// A file of an analysis.
    pub(super) fn new(
        path: String,
        (analysis, shown): (&'a Analysis, &'a str),
        file: FileId,
    ) -> Self {
        Self { path, file, view: analysis.file(file), analysis, shown }
    }

    /// One of the files that were analysed together, with its text as it may be shown.
    pub(super) fn shown(&self, file: FileId) -> SourceView<'a> {
        let span = self.analysis.files().get(file).span;
        SourceView { text: span.slice(self.shown), ..self.analysis.source(file) }
    }

    /// The file that a related place is in, with its path as reported.
    pub(super) fn holder(&self, related: &Related) -> (&str, SourceView<'a>) {
        match related.file {
            Some(other) => {
                let source = self.analysis.source(other);
                (source.path, source)
            }
            None => (&self.path, self.view.source),
        }
    }
}
