//! One file of several: what was found in it, as if it stood alone.

use super::summary::Summary;
use crate::diagnostics::Diagnostic;
use crate::graph::{EdgeClass, Network};
use crate::model::{Blueprint, Resource};
use crate::text::{FileId, Files, LineIndex, Position};

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
    pub(super) fn new(
        source: SourceView<'a>,
        (files, file): (&Files, FileId),
        blueprint: &Blueprint,
        network: &Network,
        found: &[Diagnostic],
    ) -> Self {
        let own = blueprint.resources.iter().filter(|one| blueprint.file_of(one.scope) == file);
        let own: Vec<&Resource> = own.collect();
        let edges = own
            .iter()
            .filter_map(|resource| network.of_resource(resource.id))
            .flat_map(|node| network.outgoing(node))
            .filter(|(edge, _)| network.edge(*edge).class != EdgeClass::Ingress);
        Self {
            source,
            summary: Summary { edges: edges.count(), resources: own.len(), ..Summary::of(found) },
            diagnostics: found.iter().map(|one| local(files, file, one)).collect(),
        }
    }
}

/// A finding with the offsets of its file.
fn local(files: &Files, file: FileId, found: &Diagnostic) -> Diagnostic {
    let source = files.get(file);
    let mut found = found.clone();
    found.span = source.local(found.span);
    for edit in found.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
        edit.span = source.local(edit.span);
    }
    for related in &mut found.related {
        let holder = files.of(related.span.start());
        related.file = (holder != file).then_some(holder);
        related.span = files.get(holder).local(related.span);
    }
    found
}
