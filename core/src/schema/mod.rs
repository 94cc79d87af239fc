//! The tree against the language: which fields a node does not take, which it misses, which values do not fit.
//!
//! Goes in: the spanned tree. Comes out: a flat list of violations in source order. The node of a service is chosen by
//! its `type` and by `runtime: static` first, so every violation is about that kind only. What the fields are is in
//! [`platform`](crate::platform); words, severities and fixes are a matter for rules.

mod service;
mod siblings;
mod variable;
mod violation;
mod walk;

#[cfg(feature = "writing")]
pub(crate) use service::kind as service_kind;
pub use siblings::Siblings;
pub(crate) use variable::is_excluded;
pub use violation::{FoundValue, Violation, ViolationKind};

use crate::sort;
use crate::syntax::{SyntaxErrorKind, SyntaxTree};
use crate::text::SpanIndex;

/// Everything in the first document that does not fit the language, in source order.
pub fn check(tree: &SyntaxTree) -> Vec<Violation> {
    let Some(root) = &tree.root else { return Vec::new() };
    let mut violations = walk::root(root);
    // What the reader had to set aside is not missing.
    let broken = tree.errors.iter().filter(|error| error.kind != SyntaxErrorKind::DuplicateKey);
    let broken = SpanIndex::new(broken.map(|error| error.span));
    let nothing_there = |kind: &ViolationKind| match kind {
        ViolationKind::Missing | ViolationKind::MissingOneOf(_) => true,
        ViolationKind::WrongType { found, .. } => *found == FoundValue::Null,
        _ => false,
    };
    violations.retain(|(violation, whole)| {
        !(nothing_there(&violation.kind)
            && (broken.any_inside(*whole) || broken.any_around(*whole)))
    });
    let mut violations: Vec<Violation> =
        violations.into_iter().map(|(violation, _)| violation).collect();
    sort::by(&mut violations, |a, b| (a.span, &a.path).cmp(&(b.span, &b.path)));
    // An alias repeats what is wrong with its anchor.
    violations.dedup_by(|a, b| a.span == b.span && a.field == b.field && a.kind == b.kind);
    violations
}

#[cfg(test)]
mod tests;
