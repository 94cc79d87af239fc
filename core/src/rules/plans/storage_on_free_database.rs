//! C65: storage settings on a free database.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds `diskSizeGB` other than 1 and `storageAutoscalingEnabled: true` on a database with `plan: free`.
    ///
    /// ## Why it matters
    ///
    /// A free database has 1 GB, whatever the file says. It stops taking data when that is full.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     plan: free
    ///     diskSizeGB: 5
    ///     ipAllowList: []
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     plan: basic-256mb
    ///     diskSizeGB: 5
    ///     ipAllowList: []
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When you keep it for the day you choose a paid plan.
    ///
    /// ## References
    ///
    /// - [Deploy for Free](https://render.com/docs/free), read 2026-09
    code: "storage-on-free-database",
    summary: "storage settings on a free database",
    severity: Warning,
    category: Validator,
    certainty: Documented,
    facts: ["C65"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for database in context.of_kinds(&[Kind::Postgres]) {
        let Some(plan) = database.free_plan() else { continue };
        for name in ["diskSizeGB", "storageAutoscalingEnabled"] {
            let Some(setting) = database.settings.get(name) else { continue };
            let idle = setting.number() == Some(1)
                || (setting.text().is_some() && database.settings.boolean(name) == Some(false));
            if idle {
                continue;
            }
            findings.push(
                Finding::on_setting(
                    context,
                    database,
                    setting,
                    format!("a free database has 1 GB: `{name}` has no effect"),
                    "choose a paid plan, or remove it",
                )
                .related(plan.span, "the plan is free")
                .fix(
                    format!("remove `{name}`"),
                    Safety::Safe,
                    context.drop_setting(database, name),
                ),
            );
        }
    }
}
