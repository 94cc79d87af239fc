//! One file of several: what was found in it, as if it stood alone.

use super::{Analysis, Summary};
use crate::diagnostics::Diagnostic;
use crate::graph::EdgeClass;
use crate::model::Resource;
use crate::text::{FileId, LineIndex, Position, SourceFile, Span};

/// What one file yields. Its offsets count from its own start.
#[derive(Clone, Debug)]
pub struct FileView<'a> {
    /// The file itself.
    pub source: SourceView<'a>,
    /// What is wrong with it, in source order. Related places may lie in other files, and count from their start then.
    pub diagnostics: Vec<Diagnostic>,
    /// Counts of what it holds.
    pub summary: Summary,
}

/// A file as it came.
#[derive(Clone, Copy, Debug)]
pub struct SourceView<'a> {
    /// What it is called; empty when it has no name.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
    /// Its lines.
    pub lines: &'a LineIndex,
}

impl SourceView<'_> {
    /// Line and column of a byte offset of the file.
    pub fn position(&self, offset: usize) -> Position {
        self.lines.position(offset, self.text)
    }
}

impl<'a> FileView<'a> {
    pub(super) fn new(analysis: &'a Analysis, file: FileId) -> Self {
        let source = analysis.files().get(file);
        let found = analysis.diagnostics_of(file);
        let diagnostics = found.iter().map(|one| local(analysis, file, one)).collect();
        let own = |resource: &&Resource| {
            let start = resource.span.start;
            (source.span.start..=source.span.end).contains(&start)
        };
        let resources: Vec<&Resource> = analysis.blueprint().resources.iter().filter(own).collect();
        let network = analysis.network();
        let edges = resources
            .iter()
            .filter_map(|resource| network.of_resource(resource.id))
            .flat_map(|node| network.outgoing(node))
            .filter(|(edge, _)| network.edge(*edge).class != EdgeClass::Ingress);
        Self {
            source: analysis.source(file),
            summary: Summary {
                edges: edges.count(),
                resources: resources.len(),
                ..Summary::of(found)
            },
            diagnostics,
        }
    }
}

/// A finding with the offsets of its file.
fn local(analysis: &Analysis, file: FileId, found: &Diagnostic) -> Diagnostic {
    let source: &SourceFile = analysis.files().get(file);
    let mut found = found.clone();
    found.span = source.local(found.span);
    for edit in found.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
        edit.span = source.local(edit.span);
    }
    for related in &mut found.related {
        let holder = analysis.files().of(related.span.start());
        related.file = (holder != file).then_some(holder);
        related.span = analysis.files().get(holder).local(related.span);
    }
    found
}

impl Analysis {
    /// One of the files, as it came.
    pub fn source(&self, file: FileId) -> SourceView<'_> {
        let source = self.files.get(file);
        let text = source.span.slice(&self.text);
        SourceView { path: &source.path, text, lines: &source.lines }
    }

    /// Where a span of the whole text lies: the file, and the span counted from its start.
    pub fn locate(&self, span: Span) -> (FileId, Span) {
        let file = self.files.of(span.start());
        (file, self.files.get(file).local(span))
    }
}
