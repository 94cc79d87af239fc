//! C45: a project without environments.

use std::collections::BTreeSet;

use crate::lint::{Context, Finding};
use crate::text::Span;

rule! {
    /// ## What it does
    ///
    /// Finds projects without any environment.
    ///
    /// ## Why it matters
    ///
    /// The resources of a project are in its environments. Without one, Render creates nothing.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// projects:
    ///   - name: shop
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// projects:
    ///   - name: shop
    ///     environments:
    ///       - name: production
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: such a project has no effect.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "empty-project",
    summary: "a project without environments",
    severity: Warning,
    category: Validator,
    certainty: Documented,
    facts: ["C45"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let with_environments: BTreeSet<Span> = context
        .environments()
        .map(|(_, environment)| context.blueprint.projects[environment.project].span)
        .collect();
    for project in context.projects {
        let list = project.keys.iter().find(|key| key.name == "environments");
        // Anything other than a list is reported by another rule.
        let empty = list.is_none_or(|key| {
            key.value.slice(context.text).split_whitespace().collect::<String>() == "[]"
        });
        // So is anything other than an environment in the list.
        let beside =
            project.keys.iter().any(|key| matches!(key.name.as_str(), "services" | "databases"));
        if with_environments.contains(&project.span) || !empty || beside {
            continue;
        }
        let at = project.name.span().or(project.keys.first().map(|key| key.span));
        findings.push(Finding::new(
            at.unwrap_or(project.span),
            project.path.clone(),
            format!(
                "the project `{}` has no environment",
                project.name.text().unwrap_or("(no name)")
            ),
            "add `environments` with at least one entry",
        ));
    }
}
