//! D12: a legacy plan, which new databases cannot use.

use crate::lint::{Context, Finding};
use crate::platform::{Kind, successor_of};

rule! {
    /// ## What it does
    ///
    /// Finds databases with the plans `starter`, `standard`, `pro` and `pro plus`.
    ///
    /// ## Why it matters
    ///
    /// Render rejects them for new databases: `Legacy Postgres plans, including 'starter', are no longer supported for
    /// new databases`. An existing database keeps its plan; the file does not show whether the database exists.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     plan: starter
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
    /// When the database exists with that plan. You cannot return to a legacy plan.
    ///
    /// ## References
    ///
    /// - reports of Render's validator in public repositories, 2021 to 2026
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "legacy-database-plan",
    summary: "a legacy plan, which new databases cannot use",
    severity: Warning,
    category: Deprecated,
    certainty: Observed,
    facts: ["D12"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for database in context.of_kinds(&[Kind::Postgres]) {
        let Some(plan) = database.plan.present() else { continue };
        if let Some(successor) = successor_of(&plan.value) {
            findings.push(
                Finding::new(
                    plan.span,
                    format!("{}.plan", database.path),
                    format!("a new database cannot use the legacy plan `{}`", plan.value),
                    format!("choose `{successor}`, which is of the same size, unless the database already exists"),
                )
                .on(context, database.id),
            );
        }
    }
}
