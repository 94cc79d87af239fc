//! W28: a service overrides a variable of a linked group.

use crate::lint::{Context, Finding, group_links, variable};

rule! {
    /// ## What it does
    ///
    /// Finds variables of a service that one of its linked environment groups also sets.
    ///
    /// ## Why it matters
    ///
    /// The service's own entry wins, and Render ignores the group's entry for this service. A later change to the group
    /// has no effect here.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// envVarGroups:
    ///   - name: shared
    ///     envVars:
    ///       - key: LOG_LEVEL
    ///         value: info
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - fromGroup: shared
    ///       - key: LOG_LEVEL
    ///         value: debug
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// envVarGroups:
    ///   - name: shared
    ///     envVars:
    ///       - key: LOG_LEVEL
    ///         value: info
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - fromGroup: shared
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When this service is meant to differ from the others.
    ///
    /// ## References
    ///
    /// - [Environment Variables](https://render.com/docs/environment-variables), read 2026-09
    /// - [Render's agent skills](https://github.com/render-oss/skills), 2026-08-18
    code: "shadowed-group-variable",
    summary: "a service that overrides a variable of its group",
    severity: Info,
    category: Style,
    certainty: Documented,
    facts: ["W28"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.resources {
        for link in group_links(context, resource) {
            let Some(group) = link.group else { continue };
            for var in &resource.env_vars {
                let Some(key) = var.key.present() else { continue };
                // A key in a link is reported by another rule.
                if var.written("fromGroup").is_some() {
                    continue;
                }
                let Some(other) = variable(&group.env_vars, &key.value) else { continue };
                findings.push(
                    Finding::new(
                        key.span,
                        format!("{}.key", var.path),
                        format!(
                            "`{}` overrides the variable of the group `{}`",
                            key.value, link.name.value
                        ),
                        "keep it if this service is meant to differ; otherwise remove one of the two",
                    )
                    .related(other.key.span().unwrap_or(other.span), "the group sets it here")
                    .on(context, resource.id),
                );
            }
        }
    }
}
