//! W31: when Render asks for a value.

use crate::lint::{Context, Finding};

rule! {
    /// ## What it does
    ///
    /// Notes every `sync: false`.
    ///
    /// ## Why it matters
    ///
    /// Render asks for such values once: when the Blueprint is made. An entry that is added to the file later is asked
    /// for by nobody, and the service starts without it.
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
    /// What Render can make needs no prompt. Enter the others in the Dashboard.
    ///
    /// ## When to ignore it
    ///
    /// Before the Blueprint is made. It is off unless asked for.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "prompt-asked-once",
    summary: "`sync: false`, which is asked for only once",
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
                format!("`{}` is asked for only when the Blueprint is made", var.name()),
                "for a Blueprint that exists, enter the value in the Dashboard",
            )
            .on(context, resource.id),
        );
    }
}
