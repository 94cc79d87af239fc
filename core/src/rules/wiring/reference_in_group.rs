//! W17: a reference in an environment group.

use crate::lint::{Claim, Context, Finding, NodeSet, Pattern};

rule! {
    /// ## What it does
    ///
    /// Finds `fromService`, `fromDatabase` and `fromGroup` in an environment group.
    ///
    /// ## Why it matters
    ///
    /// Groups hold only literal and generated values. Render rejects a reference there, because a group belongs to no
    /// single service for which Render could resolve it.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// envVarGroups:
    ///   - name: shared
    ///     envVars:
    ///       - key: DATABASE_URL
    ///         fromDatabase:
    ///           name: orders
    ///           property: connectionString
    /// databases:
    ///   - name: orders
    ///     ipAllowList: []
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: DATABASE_URL
    ///         fromDatabase:
    ///           name: orders
    ///           property: connectionString
    /// databases:
    ///   - name: orders
    ///     ipAllowList: []
    /// ```
    ///
    /// Put the reference on every service that needs it.
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    code: "reference-in-group",
    summary: "a reference in an environment group",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["W17"],
    fixes: false,
    since: "0.1.0",
    claims: [Claim::fields(NodeSet::GroupVariables, &["fromService", "fromDatabase", "fromGroup"], Pattern::Unknown)],
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for var in context.groups.iter().flat_map(|group| &group.env_vars) {
        let references = ["fromService", "fromDatabase", "fromGroup"];
        for key in references.iter().filter_map(|name| var.written(name)) {
            findings.push(Finding::new(
                key.span,
                format!("{}.{}", var.path, key.name),
                format!("a group cannot hold `{}`", key.name),
                "put it on each service that needs the value",
            ));
        }
    }
}
