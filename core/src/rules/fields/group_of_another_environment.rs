//! C60: a link to an environment group of another environment.

use crate::lint::{Context, Finding};
use crate::model::Scope;

rule! {
    /// ## What it does
    ///
    /// Finds `fromGroup` with the name of a group that is declared only in another environment.
    ///
    /// ## Why it matters
    ///
    /// Only the services of an environment can use the groups declared in it.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// projects:
    ///   - name: shop
    ///     environments:
    ///       - name: production
    ///         envVarGroups:
    ///           - name: shared
    ///             envVars:
    ///               - key: LEVEL
    ///                 value: info
    ///       - name: staging
    ///         services:
    ///           - type: worker
    ///             name: jobs
    ///             runtime: docker
    ///             envVars:
    ///               - fromGroup: shared
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// envVarGroups:
    ///   - name: shared
    ///     envVars:
    ///       - key: LEVEL
    ///         value: info
    /// projects:
    ///   - name: shop
    ///     environments:
    ///       - name: staging
    ///         services:
    ///           - type: worker
    ///             name: jobs
    ///             runtime: docker
    ///             envVars:
    ///               - fromGroup: shared
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the workspace has a group of that name with a wider scope.
    ///
    /// ## References
    ///
    /// - Render Tutorials, advanced Blueprint patterns, 2026
    code: "group-of-another-environment",
    summary: "a link to an environment group of another environment",
    severity: Warning,
    category: Validator,
    certainty: Observed,
    facts: ["C60"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let blueprint = context.blueprint;
    for (resource, var) in context.variables() {
        let Some(link) = var.from_group.present() else { continue };
        let Some(group) = blueprint.find_group(&link.value, resource.scope) else { continue };
        let group = &blueprint.groups[group.0];
        if group.scope == resource.scope || !matches!(group.scope, Scope::Environment(_)) {
            continue;
        }
        findings.push(
            Finding::new(
                link.span,
                format!("{}.fromGroup", var.path),
                format!(
                    "the group `{}` belongs to {}",
                    link.value,
                    blueprint.scope_label(group.scope)
                ),
                "declare the group at the root, or again in this environment",
            )
            .related(group.name.span().unwrap_or(group.span), "the group is declared here")
            .on(context, resource.id),
        );
    }
}
