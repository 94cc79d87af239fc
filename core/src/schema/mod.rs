//! The tree against the language: which fields a place does not take, which it misses, which values do not fit.
//!
//! Goes in: the spanned tree. Comes out: a flat list of findings in source order. The shape of a service is chosen by
//! its `type` and by `runtime: static` first, so every finding speaks of that kind only. What the fields are is in
//! [`facts`](crate::platform); words, severities and fixes are a matter for rules.

mod service;
mod variable;
mod walk;

#[cfg(feature = "writing")]
pub(crate) use service::kind as service_kind;
pub(crate) use variable::is_excluded;

use crate::model::Key;
use crate::platform::{FieldType, Kind, SchemaNode};
use crate::sort;
use crate::syntax::{SyntaxErrorKind, SyntaxTree};
use crate::text::Span;

/// Something that does not fit the language.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    /// The place that takes the field, or does not.
    pub node: SchemaNode,
    /// Name of the field; empty for a place as a whole.
    pub field: String,
    /// What is wrong.
    pub kind: ViolationKind,
    /// The smallest text that is wrong; for what is missing, the head of what misses it.
    pub span: Span,
    /// Its place in the file's structure: of the parent, for what is missing.
    pub path: String,
    /// Whether the official schema refuses it. Where it does not, Render's validator or the reference does.
    pub refused: bool,
    /// The fields beside it as written, itself included.
    pub siblings: Vec<Key>,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq)]
pub enum ViolationKind {
    /// The place does not take it.
    Unknown,
    /// It is required and not there.
    Missing,
    /// None of these is there, one of which is required.
    MissingOneOf(&'static [&'static str]),
    /// It does not go together with that other field, which stands there.
    Excluded {
        /// Name of the other field.
        by: &'static str,
        /// Its key.
        key: Span,
    },
    /// It takes something else.
    WrongType {
        /// What it takes.
        takes: FieldType,
        /// What stands there.
        found: FoundValue,
    },
    /// It takes one of these words.
    NotInList {
        /// The words.
        known: &'static [&'static str],
        /// What stands there.
        written: String,
    },
    /// It takes numbers of another range.
    OutOfRange {
        /// The least one.
        min: i64,
        /// The greatest one, where there is one.
        max: Option<i64>,
        /// What stands there.
        written: String,
    },
    /// A resource of that kind stands in the wrong list.
    Misplaced(Kind),
}

/// What stands where something else is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FoundValue {
    /// Nothing, or `null`.
    Null,
    /// `true` or `false`, with the text as written.
    Boolean(String),
    /// A number, with the text as written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List,
    /// A mapping, with its keys.
    Mapping(Vec<Key>),
}

/// Everything in the first document that does not fit the language, in source order.
pub fn check(tree: &SyntaxTree) -> Vec<Violation> {
    let Some(root) = &tree.root else { return Vec::new() };
    let mut findings = walk::root(root);
    // What the reader had to set aside is not missing.
    let broken: Vec<Span> = tree
        .problems
        .iter()
        .filter(|problem| problem.kind != SyntaxErrorKind::DuplicateKey)
        .map(|problem| problem.span)
        .collect();
    let nothing_there = |problem: &ViolationKind| match problem {
        ViolationKind::Missing | ViolationKind::MissingOneOf(_) => true,
        ViolationKind::WrongType { found, .. } => *found == FoundValue::Null,
        _ => false,
    };
    findings.retain(|(finding, whole)| {
        !(nothing_there(&finding.kind)
            && broken.iter().any(|span| whole.contains(*span) || span.contains(*whole)))
    });
    let mut findings: Vec<Violation> = findings.into_iter().map(|(finding, _)| finding).collect();
    sort::by(&mut findings, |a, b| (a.span, &a.path).cmp(&(b.span, &b.path)));
    // An alias repeats what is wrong with its anchor.
    findings.dedup_by(|a, b| a.span == b.span && a.field == b.field && a.kind == b.kind);
    findings
}

#[cfg(test)]
mod tests;
