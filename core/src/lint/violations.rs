//! Violations of the schema, as the rules that claim them see them.

use super::context::Context;
use super::finding::Finding;
use super::rule::Rule;
use super::violation_index::is_unknown_field;
use crate::diagnostics::{Category, Severity};
use crate::model::{Declaration, Resource};
use crate::schema::Violation;
use crate::text::Span;

impl<'a> Context<'a> {
    /// The violations that `rule` reports.
    pub(crate) fn claimed_by(
        &self,
        rule: &Rule,
    ) -> impl Iterator<Item = &'a Violation> + use<'a, '_> {
        let code = rule.code;
        let pairs = self.violations.iter().zip(&self.claimants);
        pairs
            .filter(move |(_, claimant)| claimant.is_some_and(|claimant| claimant.code == code))
            .map(|(violation, _)| violation)
    }

    /// Fields that Render does not know at their node and that no rule claims by name.
    pub(crate) fn unknown_fields(&self) -> impl Iterator<Item = &'a Violation> + use<'a, '_> {
        let pairs = self.violations.iter().zip(&self.claimants);
        pairs
            .filter(|(violation, claimant)| is_unknown_field(violation, claimant.as_ref()))
            .map(|(violation, _)| violation)
    }

    /// Those of them at `span`: several where mappings share a text.
    pub(super) fn unknown_fields_at(&self, span: Span) -> &[&'a Violation] {
        self.lookup.unknown_at(span)
    }

    /// The report that the mapping of `violation` lacks a field of that name.
    pub(crate) fn missing_beside(
        &self,
        violation: &Violation,
        name: &str,
    ) -> Option<&'a Violation> {
        self.lookup.missing(&violation.siblings, name)
    }

    /// Who refuses the text at `span`: the official schema, or only Render's validator.
    pub(crate) fn refused_by(&self, span: Span) -> Category {
        if self.refused.contains(&span) { Category::Schema } else { Category::Validator }
    }

    /// The resource that a violation is in, wherever its text is written.
    fn resource_of(&self, violation: &Violation) -> Option<&'a Resource> {
        let path = &violation.path;
        let ends = path.match_indices(']').map(|(at, _)| at + 1).rev();
        let mut holders = ends.filter_map(|end| self.by_path.get(&path[..end]));
        let holder = holders.next().map(|id| self.blueprint.resource(*id));
        holder.or_else(|| self.resource_at(violation.span))
    }

    /// The service, database or replica that holds the text at `span`: the innermost one.
    pub(crate) fn resource_at(&self, span: Span) -> Option<&'a Resource> {
        // In source order, only replicas are inside of others, behind their primary.
        let end = self.resources.partition_point(|resource| resource.span.start <= span.start);
        let mut before = self.resources[..end].iter().rev();
        let near = before.next()?;
        let outer =
            |resource: &&Resource| !matches!(resource.declaration, Declaration::Replica { .. });
        let holds = |resource: &&Resource| resource.span.contains(span);
        Some(near).filter(holds).or_else(|| {
            let primary = Some(near).filter(outer).or_else(|| before.find(outer));
            primary.filter(holds)
        })
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
        match context.resource_of(violation) {
            Some(resource) => finding.on(context, resource.id),
            None => finding,
        }
    }
}
