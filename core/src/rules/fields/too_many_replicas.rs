//! C32: more read replicas than a database can have.

use crate::lint::{Context, Finding};
use crate::platform::MAX_REPLICAS;

rule! {
    /// ## What it does
    ///
    /// Finds databases with more than five read replicas.
    ///
    /// ## Why it matters
    ///
    /// Render rejects the sixth.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     plan: pro-8gb
    ///     ipAllowList: []
    ///     readReplicas:
    ///       - name: orders-1
    ///       - name: orders-2
    ///       - name: orders-3
    ///       - name: orders-4
    ///       - name: orders-5
    ///       - name: orders-6
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     plan: pro-16gb
    ///     ipAllowList: []
    ///     readReplicas:
    ///       - name: orders-1
    ///       - name: orders-2
    ///       - name: orders-3
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "too-many-replicas",
    summary: "more than five read replicas",
    severity: Error,
    category: Validator,
    certainty: Documented,
    facts: ["C32"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (primary, replicas) in context.replicas() {
        let Some(sixth) = replicas.get(MAX_REPLICAS) else { continue };
        let (database, count) = (context.blueprint.resource(primary), replicas.len());
        findings.push(Finding::on_head(
            context,
            sixth,
            format!(
                "`{}` has {count} read replicas; the maximum is {MAX_REPLICAS}",
                database.label()
            ),
            "remove some",
        ));
    }
}
