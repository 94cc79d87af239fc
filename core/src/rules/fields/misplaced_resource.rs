//! C20: a database among the services, or a service among the databases.

use crate::diagnostics::Severity;
use crate::lint::{Claim, Context, Finding, Pattern};
use crate::schema::ViolationKind;

rule! {
    /// ## What it does
    ///
    /// Finds Postgres databases in a list of `services`, and services in a list of `databases`.
    ///
    /// ## Why it matters
    ///
    /// Render refuses the Blueprint: `unknown type "postgres"`. Postgres stands in `databases`, without a type;
    /// everything else, Key Value included, stands in `services`.
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
    /// Never: Render refuses it.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - reports of Render's validator in public repositories, 2021 to 2026
    code: "misplaced-resource",
    summary: "a database among the services, or the other way round",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["C04", "C20"],
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
                format!("unknown type `{written}`: a database is no service"),
                "move it to the list `databases` and drop `type`",
            )
        } else {
            (
                format!("{} does not stand in `databases`", kind.a_words()),
                "move it to the list `services`",
            )
        };
        findings.push(Finding::of_violation(context, violation, Severity::Error, message, help));
    }
}
