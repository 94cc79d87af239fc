//! W31: when Render asks for a value.

use crate::lint::{Context, Finding};

rule! {
    /// ## What it does
    ///
    /// Notes every `sync: false`.
    ///
    /// ## Why it matters
    ///
    /// Render asks for these values only once, when you create the Blueprint. It does not ask for an entry that you add
    /// later, and the service starts without the value.
    ///
    /// ## Example
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
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     envVars:
    ///       - key: SESSION_SECRET
    ///         generateValue: true
    /// ```
    ///
    /// Let Render generate what it can, and enter the other values in the Dashboard.
    ///
    /// ## When to ignore it
    ///
    /// Before you create the Blueprint. This rule is off by default.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "prompt-asked-once",
    summary: "`sync: false`, which Render asks for only once",
    severity: Info,
    category: Secret,
    certainty: Observed,
    facts: ["W31"],
    fixes: false,
    since: "0.1.0",
    on_by_default: false,
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (resource, var) in context.variables() {
        let Some(sync) = var.sync.present().filter(|sync| !sync.value) else { continue };
        findings.push(
            Finding::new(
                sync.key.cover(sync.span),
                format!("{}.sync", var.path),
                format!("Render asks for `{}` only when you create the Blueprint", var.name()),
                "if the Blueprint already exists, enter the value in the Dashboard",
            )
            .on(context, resource.id),
        );
    }
}
