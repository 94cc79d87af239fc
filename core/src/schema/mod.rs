//! The tree against the language: which fields a place does not take, which it misses, which values do not fit.
//!
//! Goes in: the spanned tree. Comes out: a flat list of findings in source order. The shape of a service is chosen by
//! its `type` and by `runtime: static` first, so every finding speaks of that kind only. What the fields are is in
//! [`facts`](crate::platform); words, severities and fixes are a matter for rules.

mod service;
mod variable;
mod violation;
mod walk;

#[cfg(feature = "writing")]
pub(crate) use service::kind as service_kind;
pub(crate) use variable::is_excluded;
pub use violation::{FoundValue, Violation, ViolationKind};

use crate::sort;
use crate::syntax::{SyntaxErrorKind, SyntaxTree};
use crate::text::Span;

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
