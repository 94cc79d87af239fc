//! One mistake, one finding: what a rule must not conclude, because another finding says it better.

use super::Context;
use super::unknown_field::meant;
use crate::diagnostics::Diagnostic;
use crate::model::{Key, Resource};
use crate::syntax::{SyntaxProblem, SyntaxProblemKind as Kind};
use crate::text::Span;

/// Rules that conclude from a field that is not there.
const ABOUT_ABSENCE: [&str; 8] = [
    "incomplete-scaling",
    "key-value-without-allow-list",
    "missing-command",
    "missing-field",
    "missing-image",
    "missing-publish-path",
    "reference-without-property",
    "workflow-without-region",
];

/// Whether a finding about a missing field speaks of a resource of which a part could not be read: the field may stand
/// in that part.
pub(super) fn is_echo_of_torn_text(context: &Context<'_>, found: &Diagnostic) -> bool {
    ABOUT_ABSENCE.contains(&found.rule)
        && context.resource_at(found.span).is_some_and(|resource| {
            context.problems.iter().filter(|problem| hides_text(problem)).any(|problem| {
                resource.span.contains(problem.span) || stands_above(context, problem, resource)
            })
        })
}

/// Whether a problem hides the line right above a resource, which most likely is its first.
fn stands_above(context: &Context<'_>, problem: &SyntaxProblem, resource: &Resource) -> bool {
    let between = Span::new(problem.span.end(), resource.span.start().max(problem.span.end()));
    problem.kind == Kind::MissingSpace
        && problem.span.end <= resource.span.start
        && between.slice(context.text).trim().is_empty()
}

/// Whether text around a problem is read as if it were not there.
fn hides_text(problem: &SyntaxProblem) -> bool {
    !matches!(
        problem.kind,
        Kind::ColonInValue
            | Kind::ReservedStart
            | Kind::UnquotedSchedule
            | Kind::TabIndentation
            | Kind::DuplicateKey
            | Kind::MergeConflict
    )
}

impl Context<'_> {
    /// Whether `name` is there among `keys` under a name that Render refuses, of which `unknown-field` speaks.
    pub(super) fn misspelt(&self, keys: &[Key], name: &str) -> bool {
        self.shape_of("unknown-field").any(|shape| {
            keys.iter().any(|key| key.span == shape.span)
                && meant(self, shape).is_some_and(|row| row.name == name)
        })
    }

    /// Whether `name` stands in a field that Render does not know, which is not read.
    pub(super) fn in_unread_field(&self, name: &str) -> bool {
        let unread = ["unknown-field", "reference-in-group", "wrong-value-type"];
        unread.into_iter().flat_map(|rule| self.shape_of(rule)).any(|shape| {
            let mut keys = shape.siblings.iter();
            let key = keys.find(|key| key.span == shape.span || key.value == shape.span);
            key.is_some_and(|key| {
                let mut words = key
                    .value
                    .slice(self.text)
                    .split(|c: char| c.is_whitespace() || "\"',[]{}".contains(c));
                words.any(|word| word == name)
            })
        })
    }

    /// Whether the value at `span` ran on by mistake, as YAML sees it: nobody meant it to be what it is.
    pub(super) fn ran_on(&self, span: Span) -> bool {
        self.problems.iter().any(|problem| {
            matches!(problem.kind, Kind::ColonInValue | Kind::UnbalancedFlow)
                && (span.contains(problem.span) || problem.span.contains(span))
        })
    }
}
