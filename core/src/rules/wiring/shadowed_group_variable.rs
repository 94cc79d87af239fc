//! W28: a variable of a group that a service sets itself.

use crate::lint::{Context, Finding, group_links, variable};

rule! {
    /// ## What it does
    ///
    /// Finds variables of a service that one of its groups sets, too.
    ///
    /// ## Why it matters
    ///
    /// The service's own entry wins and the group's is ignored there. Whoever changes the group later sees no effect.
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
    /// When the service is meant to differ from the others.
    ///
    /// ## References
    ///
    /// - [Environment Variables](https://render.com/docs/environment-variables), read 2026-09
    /// - [Render's agent skills](https://github.com/render-oss/skills), 2026-08-18
    code: "shadowed-group-variable",
    summary: "a variable of a group that a service sets itself",
    severity: Info,
    category: Style,
    certainty: Documented,
    facts: ["W28"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in &context.blueprint.resources {
        for link in group_links(context, resource) {
            let Some(group) = link.group else { continue };
            for var in &resource.env_vars {
                let Some(key) = var.key.present() else { continue };
                // The key beside a link is another mistake.
                if var.written("fromGroup").is_some() {
                    continue;
                }
                let Some(other) = variable(&group.env_vars, &key.value) else { continue };
                findings.push(
                    Finding::new(
                        key.span,
                        format!("{}.key", var.path),
                        format!(
                            "`{}` takes the place of the one in the group `{}`",
                            key.value, link.name.value
                        ),
                        "fine where this service is to differ; else drop one of the two",
                    )
                    .related(other.key.span().unwrap_or(other.span), "the group sets it here")
                    .on(context, resource.id),
                );
            }
        }
    }
}
