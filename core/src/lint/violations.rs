//! Violations of the schema, as the rules that claim them see them.

use super::claims::claimant;
use super::context::Context;
use super::finding::Finding;
use super::rule::Rule;
use crate::diagnostics::{Category, Severity};
use crate::model::Resource;
use crate::schema::{Violation, ViolationKind};
use crate::text::Span;

/// For each violation of a context, the code of the rule that reports it, and whether that rule claims the field by name.
pub(super) struct Claimed(Vec<Option<(&'static str, bool)>>);

impl Claimed {
    pub(super) fn new(rules: &[&'static Rule], violations: &[Violation]) -> Self {
        let code =
            |violation| claimant(rules, violation).map(|(rule, specific)| (rule.code, specific));
        Self(violations.iter().map(code).collect())
    }
}

impl<'a> Context<'a> {
    /// The violations that `rule` reports.
    pub(crate) fn claimed_by(
        &self,
        rule: &Rule,
    ) -> impl Iterator<Item = &'a Violation> + use<'a, '_> {
        let code = rule.code;
        let pairs = self.violations.iter().zip(&self.claimed.0);
        pairs
            .filter(move |(_, claim)| claim.is_some_and(|(claimant, _)| claimant == code))
            .map(|(violation, _)| violation)
    }

    /// Fields that Render does not know at their node and that no rule claims by name.
    pub(crate) fn unknown_fields(&self) -> impl Iterator<Item = &'a Violation> + use<'a, '_> {
        let pairs = self.violations.iter().zip(&self.claimed.0);
        pairs
            .filter(|(violation, claim)| {
                violation.kind == ViolationKind::Unknown
                    && claim.is_some_and(|(_, by_name)| !by_name)
            })
            .map(|(violation, _)| violation)
    }

    /// Who refuses the text at `span`: the official schema, or only Render's validator.
    pub(crate) fn refused_by(&self, span: Span) -> Category {
        let refused = |violation: &Violation| violation.span == span && violation.refused;
        if self.violations.iter().any(refused) { Category::Schema } else { Category::Validator }
    }

    /// The service, database or replica that holds the text at `span`: the innermost one.
    pub(crate) fn resource_at(&self, span: Span) -> Option<&'a Resource> {
        self.blueprint
            .resources
            .iter()
            .filter(|resource| resource.span.contains(span))
            .max_by_key(|resource| resource.span.start)
    }
}

impl Finding {
    /// What a rule has to say of a violation of the schema.
    pub(crate) fn of_violation(
        context: &Context<'_>,
        violation: &Violation,
        severity: Severity,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        let category = if violation.refused { Category::Schema } else { Category::Validator };
        let finding = Self::new(violation.span, violation.path.clone(), message, help)
            .severity(severity)
            .category(category);
        match context.resource_at(violation.span) {
            Some(resource) => finding.on(context, resource.id),
            None => finding,
        }
    }
}
