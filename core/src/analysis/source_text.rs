//! A file before it is analysed.

use std::sync::Arc;

use crate::repository::Repository;
use crate::syntax::{SyntaxError, SyntaxErrorKind, SyntaxTree, parse};
use crate::text::{Decoded, SourceFile};

/// A file to analyse.
#[derive(Clone, Debug)]
pub struct SourceText {
    /// What it is called; empty when it has no name.
    pub path: String,
    /// What it says.
    pub decoded: Decoded,
    /// The repository that tracks it, where that is known.
    pub repository: Option<Arc<Repository>>,
}

impl SourceText {
    /// A file of which no repository is known.
    pub fn new(path: String, decoded: Decoded) -> Self {
        Self { path, decoded, repository: None }
    }

    /// Reads it as a part of a longer text, in which `file` is its place.
    pub(super) fn read(&self, file: &SourceFile) -> SyntaxTree {
        let mut tree = parse(&self.decoded.text);
        tree.errors.extend(self.decoded.invalid.iter().map(|span| SyntaxError {
            kind: SyntaxErrorKind::NotUtf8,
            span: *span,
            message: "this byte is not part of any UTF-8 character".to_owned(),
            related: None,
            repair: Vec::new(),
        }));
        tree.shifted(file.span.start())
    }
}
