//! W14: a variable with a reference and another source.

use crate::lint::{Claim, Context, Finding, NodeSet, Pattern};

rule! {
    /// ## What it does
    ///
    /// Finds `value`, `generateValue` or `sync` together with `fromService` or `fromDatabase`, and both references in
    /// one entry.
    ///
    /// ## Why it matters
    ///
    /// A variable has one source. Render rejects the entry.
    ///
    /// ## Example
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
    ///         value: postgres
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
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    code: "several-sources",
    summary: "a variable with several sources",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["W14"],
    fixes: false,
    since: "0.1.0",
    claims: [Claim::fields(NodeSet::Variables, &["value", "generateValue", "sync", "fromService"], Pattern::ExcludedBy(&["fromDatabase", "fromService"]))],
    check: check,
}

const SOURCES: [&str; 5] = ["fromDatabase", "fromService", "value", "generateValue", "sync"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (resource, var) in context.variables() {
        let mut present = SOURCES.iter().filter_map(|name| var.written(name));
        let Some(reference) = present.next().filter(|key| key.name.starts_with("from")) else {
            continue;
        };
        for other in present {
            findings.push(
                Finding::new(
                    other.span,
                    format!("{}.{}", var.path, other.name),
                    format!(
                        "`{}` and `{}` in one entry: a variable has one source",
                        other.name, reference.name
                    ),
                    "keep the one you want",
                )
                .related(reference.span, "the other source")
                .on(context, resource.id),
            );
        }
    }
}
