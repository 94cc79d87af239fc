//! One mistake, one finding: cascading errors are dropped, because another finding names the cause.

use super::context::Context;
use super::finding::Finding;
use super::meant_field::meant_field_of;
use crate::model::Key;
use crate::text::Span;

/// Whether a finding about an absent field is about a resource of which a part could not be read: the field may be in
/// that part.
pub(super) fn is_cascading_error(context: &Context<'_>, finding: &Finding) -> bool {
    let errors = &context.reading_errors;
    context.resource_at(finding.report.span).is_some_and(|resource| {
        errors.leave_unparsed(resource.span)
            || errors.is_right_below(context.text, resource.span.start())
    })
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
        self.reading_errors.run_on(span)
    }
}
