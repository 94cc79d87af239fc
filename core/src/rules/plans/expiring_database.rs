//! P07: a free database, which expires.

use crate::lint::{Context, Finding};
use crate::platform::{FREE_DATABASE_DAYS, Kind};

rule! {
    /// ## What it does
    ///
    /// Finds databases with the plan `free`.
    ///
    /// ## Why it matters
    ///
    /// A free database expires 30 days after it is created, with its data.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     plan: free
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
    /// For experiments.
    ///
    /// ## References
    ///
    /// - [Deploy for Free](https://render.com/docs/free), read 2026-09
    code: "expiring-database",
    summary: "a free database, which expires",
    severity: Warning,
    category: Style,
    certainty: Documented,
    facts: ["P07"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for database in context.of_kinds(&[Kind::Postgres]) {
        let Some(plan) = database.free_plan() else { continue };
        // A pool on it is rejected, and reported first.
        if database.connection_pool.text() == Some("pgbouncer") {
            continue;
        }
        findings.push(
            Finding::new(
                plan.span,
                format!("{}.plan", database.path),
                format!("a free database expires after {FREE_DATABASE_DAYS} days"),
                "choose a paid plan for data that you want to keep",
            )
            .on(context, database.id),
        );
    }
}
