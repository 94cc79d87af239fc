//! W29: two groups linked to one service set the same variable.

use crate::lint::{Context, Finding, group_links, variable};

rule! {
    /// ## What it does
    ///
    /// Finds services that link two environment groups with the same variable and do not set it themselves.
    ///
    /// ## Why it matters
    ///
    /// Render does not promise which group wins: some texts say the group that was created last, others the one that
    /// was linked last. The value may change although the file does not.
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
    /// Or set it on the service: the service's own entry always wins.
    ///
    /// ## When to ignore it
    ///
    /// When both groups hold the same value and always will.
    ///
    /// ## References
    ///
    /// - [Render's agent skills](https://github.com/render-oss/skills), 2026-08-18
    code: "clashing-groups",
    summary: "two linked groups that set the same variable",
    severity: Warning,
    category: Validator,
    certainty: Observed,
    facts: ["W29"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.resources {
        let links: Vec<_> = group_links(context, resource).collect();
        for (at, link) in links.iter().enumerate() {
            let Some(group) = link.group else { continue };
            let clash = group.env_vars.iter().find_map(|var| {
                let key = var.key.present()?;
                if variable(&resource.env_vars, &key.value).is_some() {
                    return None;
                }
                let (other, theirs) = links[..at].iter().find_map(|other| {
                    // A group that is linked twice does not contradict itself.
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
                        "`{}` and `{}` both set `{}`: Render does not promise which one wins",
                        other.name.value, link.name.value, key.value
                    ),
                    "rename one of the two, or set the variable on the service",
                )
                .related(theirs.key.span().unwrap_or(theirs.span), "one sets it here")
                .related(key.span, "the other one sets it here")
                .on(context, resource.id),
            );
        }
    }
}
