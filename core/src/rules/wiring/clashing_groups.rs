//! W29: two groups of one service that set the same variable.

use crate::lint::{Context, Finding, group_links, variable};

rule! {
    /// ## What it does
    ///
    /// Finds services that link two groups with the same variable, without setting it themselves.
    ///
    /// ## Why it matters
    ///
    /// Which group wins is not promised: the one that was made last, say some texts, the one that is linked last, say
    /// others. The value may change without a change of the file.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// envVarGroups:
    ///   - name: shared
    ///     envVars:
    ///       - key: LOG_LEVEL
    ///         value: info
    ///   - name: tracing
    ///     envVars:
    ///       - key: LOG_LEVEL
    ///         value: debug
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - fromGroup: shared
    ///       - fromGroup: tracing
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
    ///   - name: tracing
    ///     envVars:
    ///       - key: TRACE_LEVEL
    ///         value: debug
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - fromGroup: shared
    ///       - fromGroup: tracing
    /// ```
    ///
    /// Or let the service set it: its own entry always wins.
    ///
    /// ## When to ignore it
    ///
    /// When both groups hold the same value and always will.
    ///
    /// ## References
    ///
    /// - [Render's agent skills](https://github.com/render-oss/skills), 2026-08-18
    code: "clashing-groups",
    summary: "two linked groups with the same variable",
    severity: Warning,
    category: Validator,
    certainty: Observed,
    facts: ["W29"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in &context.blueprint.resources {
        let links: Vec<_> = group_links(context, resource).collect();
        for (at, link) in links.iter().enumerate() {
            let Some(group) = link.group else { continue };
            let clash = group.env_vars.iter().find_map(|var| {
                let key = var.key.present()?;
                if variable(&resource.env_vars, &key.value).is_some() {
                    return None;
                }
                let (other, theirs) = links[..at].iter().find_map(|other| {
                    // The same group twice agrees with itself.
                    let theirs = other.group.filter(|other| !std::ptr::eq(*other, group))?;
                    Some((other, variable(&theirs.env_vars, &key.value)?))
                })?;
                Some((key, other, theirs))
            });
            let Some((key, other, theirs)) = clash else { continue };
            findings.push(
                Finding::new(
                    link.name.span,
                    format!("{}.fromGroup", link.var.path),
                    format!(
                        "`{}` and `{}` both set `{}`: which one wins is not promised",
                        other.name.value, link.name.value, key.value
                    ),
                    "give one of them another name, or set it on the service",
                )
                .related(theirs.key.span().unwrap_or(theirs.span), "one sets it here")
                .related(key.span, "the other one here")
                .on(context, resource.id),
            );
        }
    }
}
