//! Keys that are written twice: which of the two counts is for somebody to say, and until then no fix beside them is safe.

use super::context::Context;
use crate::diagnostics::{Category, Diagnostic, Safety};
use crate::sort;
use crate::syntax::SyntaxErrorKind;
use crate::text::Span;

/// Has the fixes confirmed that edit a resource or a group in which a key is written twice. Takes n log n.
pub(super) fn have_confirmed(context: &Context<'_>, found: &mut [Diagnostic]) {
    let twice = context.syntax_errors.iter();
    let mut twice: Vec<usize> = twice
        .filter(|error| error.kind == SyntaxErrorKind::DuplicateKey)
        .map(|error| error.span.start())
        .collect();
    if twice.is_empty() {
        return;
    }
    sort::ascending(&mut twice);
    let resources = context.resources.iter().map(|resource| resource.span);
    let mut doubtful: Vec<Span> = Vec::new();
    let mut holders: Vec<Span> =
        resources.chain(context.groups.iter().map(|group| group.span)).collect();
    sort::ascending(&mut holders);
    for holder in holders {
        let first = twice.partition_point(|at| *at < holder.start());
        let holds = twice.get(first).is_some_and(|at| *at < holder.end());
        // A replica is inside its database.
        if holds && doubtful.last().is_none_or(|last| last.end() <= holder.start()) {
            doubtful.push(holder);
        }
    }
    let is_doubtful = |span: Span| {
        let before = doubtful.partition_point(|holder| holder.start() <= span.start());
        before.checked_sub(1).is_some_and(|at| span.start() < doubtful[at].end())
    };
    for one in found.iter_mut().filter(|one| one.category != Category::Syntax) {
        for fix in &mut one.fixes {
            if fix.edits.iter().any(|edit| is_doubtful(edit.span)) {
                fix.safety = Safety::Unsafe;
            }
        }
    }
}
