//! C20, C61: a database in `services`, or a service in `databases`.

use crate::diagnostics::Severity;
use crate::lint::{Claim, Context, Finding, Pattern};
use crate::platform::KEY_VALUE_FIELDS;
use crate::schema::ViolationKind;

rule! {
    /// ## What it does
    ///
    /// Finds Postgres databases in a `services` list, and services in a `databases` list: by their `type`, or by a field that
    /// only a Key Value instance has.
    ///
    /// ## Why it matters
    ///
    /// Render rejects the Blueprint: `unknown type "postgres"`. Postgres databases belong in `databases`, without a
    /// type. Everything else, including Key Value, belongs in `services`.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: postgres
    ///     name: orders
    ///     plan: basic-256mb
    ///     ipAllowList: []
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     plan: basic-256mb
    ///     ipAllowList: []
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - reports of Render's validator in public repositories, 2021 to 2026
    code: "misplaced-resource",
    summary: "a database in `services`, or a service in `databases`",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["C04", "C20", "C61"],
    fixes: false,
    since: "0.1.0",
    claims: [Claim::every_field(Pattern::Misplaced)],
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for violation in context.claimed_by(&RULE) {
        let ViolationKind::Misplaced(kind) = violation.kind else { continue };
        let written = violation.span.slice(context.text);
        let (message, help) = if kind.is_database() {
            (
                format!("unknown type `{written}`: a database is not a service"),
                "move it to the list `databases` and remove `type`",
            )
        } else if KEY_VALUE_FIELDS.contains(&written) {
            (
                format!(
                    "`{written}` makes this {}, which does not belong in `databases`",
                    kind.a_words()
                ),
                "move it to the list `services`, with `type: keyvalue`",
            )
        } else {
            (
                format!("{} does not belong in `databases`", kind.a_words()),
                "move it to the list `services`",
            )
        };
        findings.push(Finding::of_violation(context, violation, Severity::Error, message, help));
    }
}
