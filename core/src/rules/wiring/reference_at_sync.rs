//! W26: when references get their values.

use crate::lint::{Context, Finding, and_more};

rule! {
    /// ## What it does
    ///
    /// Notes, once per file, that Render fills in references at a sync.
    ///
    /// ## Why it matters
    ///
    /// A reference is a copy, not a link. When the target changes later (a new password, a new public name), the
    /// services that read it keep the old value until the next sync.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///     envVars:
    ///       - key: API_HOSTPORT
    ///         fromService:
    ///           name: api
    ///           type: pserv
    ///           property: hostport
    ///   - type: pserv
    ///     name: api
    ///     runtime: docker
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: shop
    ///     runtime: docker
    ///   - type: pserv
    ///     name: api
    ///     runtime: docker
    /// ```
    ///
    /// There is nothing to fix: sync the Blueprint after such a change.
    ///
    /// ## When to ignore it
    ///
    /// When your team knows this. The rule is off by default.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "reference-at-sync",
    summary: "when references get their values",
    severity: Info,
    category: Style,
    certainty: Documented,
    facts: ["W26"],
    fixes: false,
    since: "0.1.0",
    on_by_default: false,
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(first) = context.references().next() else { return };
    let others = and_more(context.references().count() - 1, " reference");
    let verb = if others.is_empty() { "gets its value" } else { "get their values" };
    findings.push(
        Finding::new(
            first.key_span(),
            first.path(),
            format!("`{}`{others} {verb} at a sync, and not later", first.var.name()),
            "sync the Blueprint after a target changes",
        )
        .on_reference(context, &first),
    );
}
