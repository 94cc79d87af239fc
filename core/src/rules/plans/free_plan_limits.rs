//! P04: a field that a free web service cannot have.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::platform::{Kind, NOT_ON_FREE_PLAN, cheapest_paid_plan};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `disk`, `scaling`, `numInstances` above 1, `preDeployCommand` and `maintenanceMode` on a free web service.
    ///
    /// ## Why it matters
    ///
    /// Render rejects them: `disks are not supported for free tier services`.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     plan: free
    ///     preDeployCommand: npm run migrate
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     plan: 0.5c-512mb
    ///     preDeployCommand: npm run migrate
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [Deploy for Free](https://render.com/docs/free), read 2026-09
    /// - reports of Render's validator in public repositories, 2021 to 2026
    code: "free-plan-limits",
    summary: "a field that a free web service cannot have",
    severity: Error,
    category: Validator,
    certainty: Documented,
    facts: ["P04"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web]) {
        let Some(plan) = resource.free_plan() else { continue };
        for (name, what) in NOT_ON_FREE_PLAN {
            let Some(setting) = resource.settings.filled(name) else { continue };
            if name == "numInstances" && setting.number().is_none_or(|count| count <= 1) {
                continue;
            }
            let paid = cheapest_paid_plan(Kind::Web).unwrap_or_default();
            findings.push(
                Finding::new(
                    setting.key.span,
                    format!("{}.{name}", resource.path),
                    format!("{what} not supported for free tier services"),
                    "choose a paid plan, or remove it",
                )
                .related(plan.span, "the plan is free")
                .on(context, resource.id)
                .fix(
                    format!("use `{paid}`"),
                    Safety::Unsafe,
                    vec![TextEdit::replace(plan.span, paid)],
                ),
            );
        }
    }
}
