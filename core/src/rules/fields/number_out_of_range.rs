//! C25, C36, V15: a number outside the range of its field.

use crate::diagnostics::Severity;
use crate::lint::{Claim, Context, Finding, Pattern};
use crate::platform::SchemaNode;
use crate::schema::ViolationKind;

rule! {
    /// ## What it does
    ///
    /// Finds numbers outside the range of their field: `maxShutdownDelaySeconds` is 1 to 300, the targets of `scaling`
    /// are 1 to 90, counts and sizes are at least 1.
    ///
    /// ## Why it matters
    ///
    /// Render rejects the Blueprint.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     maxShutdownDelaySeconds: 600
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     maxShutdownDelaySeconds: 300
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    code: "number-out-of-range",
    summary: "a number outside the range of its field",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["C25", "C27", "C36", "V15"],
    fixes: false,
    since: "0.1.0",
    claims: [Claim::every_field(Pattern::OutOfRange)],
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for violation in context.claimed_by(&RULE) {
        let ViolationKind::OutOfRange { min, max, written } = &violation.kind else { continue };
        let range =
            max.map_or_else(|| format!("of at least {min}"), |max| format!("from {min} to {max}"));
        let facts: &'static [&'static str] = match (violation.node, violation.field.as_str()) {
            (SchemaNode::Scaling, _) => &["C25"],
            (_, "maxShutdownDelaySeconds") => &["C36"],
            (_, "expireAfterDays" | "previewsExpireAfterDays") => &["V15"],
            (SchemaNode::Database, _) => &["C27"],
            _ => &["C25"],
        };
        let message = format!("`{}` cannot be {written}", violation.field);
        findings.push(
            Finding::of_violation(
                context,
                violation,
                Severity::Error,
                message,
                format!("use a number {range}"),
            )
            .facts(facts),
        );
    }
}
