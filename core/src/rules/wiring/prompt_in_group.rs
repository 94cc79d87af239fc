//! W18: `sync: false` in an environment group, where Render never asks for it.

use crate::lint::{Context, Finding, SHOWN, and_more};

rule! {
    /// ## What it does
    ///
    /// Finds `sync: false` in an environment group.
    ///
    /// ## Why it matters
    ///
    /// Render asks for these values on services only. In a group it ignores the entry: the variable never exists, and
    /// every service that links the group lacks it.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// envVarGroups:
    ///   - name: payments
    ///     envVars:
    ///       - key: STRIPE_SECRET
    ///         sync: false
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     envVars:
    ///       - fromGroup: payments
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     envVars:
    ///       - key: STRIPE_SECRET
    ///         sync: false
    /// ```
    ///
    /// Or create the group in the Dashboard and link it by name.
    ///
    /// ## When to ignore it
    ///
    /// When the group already exists and has its value from the Dashboard.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "prompt-in-group",
    summary: "`sync: false` in an environment group, where it is ignored",
    severity: Warning,
    category: Validator,
    certainty: Documented,
    facts: ["W18"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for group in context.groups {
        // Together with a value, Render rejects it; another rule reports that.
        let asked = group.env_vars.iter().filter_map(|var| {
            let sync = var.sync.present().filter(|sync| !sync.value)?;
            let other = var.written("value").or_else(|| var.written("generateValue"));
            other.is_none().then_some((var, sync))
        });
        let asked: Vec<_> = asked.collect();
        let Some(((var, sync), others)) = asked.split_first() else { continue };
        let mut finding = Finding::new(
            sync.key.cover(sync.span),
            format!("{}.sync", var.path),
            format!(
                "Render never asks for `{}`{}: `sync: false` is ignored in a group",
                var.name(),
                and_more(others.len(), " variable"),
            ),
            "put it on each service that needs it, or enter it in the group in the Dashboard",
        );
        for (var, sync) in others.iter().take(SHOWN) {
            finding = finding.related(sync.key, format!("nor for `{}`", var.name()));
        }
        findings.push(finding);
    }
}
