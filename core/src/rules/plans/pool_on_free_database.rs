//! P09: a connection pool on a free database.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::platform::{Kind, cheapest_paid_plan};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `connectionPool: pgbouncer` on a free database.
    ///
    /// ## Why it matters
    ///
    /// The pool needs a paid plan.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     plan: free
    ///     connectionPool: pgbouncer
    ///     ipAllowList: []
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     plan: basic-256mb
    ///     connectionPool: pgbouncer
    ///     ipAllowList: []
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [Render's agent skills](https://github.com/render-oss/skills), 2026-08-18
    code: "pool-on-free-database",
    summary: "a connection pool on a free database",
    severity: Warning,
    category: Validator,
    certainty: Observed,
    facts: ["P09"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for database in context.of_kinds(&[Kind::Postgres]) {
        let Some(plan) = database.free_plan() else { continue };
        let Some(pool) =
            database.connection_pool.present().filter(|pool| pool.value == "pgbouncer")
        else {
            continue;
        };
        let paid = cheapest_paid_plan(Kind::Postgres).unwrap_or_default();
        findings.push(
            Finding::new(
                pool.span,
                format!("{}.connectionPool", database.path),
                "a free database has no connection pool",
                "choose a paid plan, or remove the pool",
            )
            .related(plan.span, "the plan is free")
            .on(context, database.id)
            .fix(
                format!("use `{paid}`"),
                Safety::Unsafe,
                vec![TextEdit::replace(plan.span, paid)],
            ),
        );
    }
}
