//! One mistake, one finding: cascading errors are dropped, because another finding names the cause.

use super::context::Context;
use super::finding::Finding;
use super::meant_field::meant_field_of;
use crate::model::{Key, Resource};
use crate::syntax::{SyntaxError, SyntaxErrorKind as Kind};
use crate::text::Span;

/// Whether a finding about an absent field is about a resource of which a part could not be read: the field may be in
/// that part.
pub(super) fn is_cascading_error(context: &Context<'_>, finding: &Finding) -> bool {
    context.resource_at(finding.report.span).is_some_and(|resource| {
        context.reading_errors.iter().filter(|error| leaves_text_unparsed(error)).any(|error| {
            resource.span.contains(error.span) || is_right_above(context, error, resource)
        })
    })
}

/// Whether an error leaves the line right above a resource unparsed, which most likely is its first.
fn is_right_above(context: &Context<'_>, error: &SyntaxError, resource: &Resource) -> bool {
    let between = Span::new(error.span.end(), resource.span.start().max(error.span.end()));
    error.kind == Kind::MissingSpace
        && error.span.end <= resource.span.start
        && between.slice(context.text).trim().is_empty()
}

/// Whether text around an error is read as if it were not there.
fn leaves_text_unparsed(error: &SyntaxError) -> bool {
    !matches!(
        error.kind,
        Kind::ColonInValue
            | Kind::ReservedStart
            | Kind::UnquotedSchedule
            | Kind::TabIndentation
            | Kind::DuplicateKey
            | Kind::MergeConflict
    )
}

impl Context<'_> {
    /// Whether `name` is among `keys` under a misspelt name, which is reported as an unknown field.
    pub(crate) fn is_misspelt(&self, keys: &[Key], name: &str) -> bool {
        keys.iter()
            .flat_map(|key| self.unknown_fields_at(key.span))
            .any(|violation| meant_field_of(self, violation).is_some_and(|row| row.name == name))
    }

    /// Whether the value at `span` is a run-on value: it took in the text after it, so nobody meant it to be what it is.
    pub(crate) fn is_run_on_value(&self, span: Span) -> bool {
        self.reading_errors.iter().any(|error| {
            matches!(error.kind, Kind::ColonInValue | Kind::UnbalancedFlow)
                && (span.contains(error.span) || error.span.contains(span))
        })
    }
}
