//! V03: a database and its preview on plans of different families.

use crate::lint::{Context, Finding};
use crate::platform::{Kind, successor_of};

rule! {
    /// ## What it does
    ///
    /// Finds databases with a legacy `plan` and a flexible `previewPlan`, or the other way round.
    ///
    /// ## Why it matters
    ///
    /// The two families do not mix, so Render cannot create a preview of the database.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     plan: basic-1gb
    ///     previewPlan: starter
    ///     ipAllowList: []
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     plan: basic-1gb
    ///     previewPlan: basic-256mb
    ///     ipAllowList: []
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When previews work: Render's current reference no longer mentions this.
    ///
    /// ## References
    ///
    /// - [Render's agent skills](https://github.com/render-oss/skills), 2026-08-18
    code: "mixed-plan-families",
    summary: "a database and its preview on plans of different families",
    severity: Warning,
    category: Validator,
    certainty: Observed,
    facts: ["V03"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let legacy = |plan: &str| successor_of(plan).is_some();
    for database in context.of_kinds(&[Kind::Postgres]) {
        let (Some(plan), Some(preview)) =
            (database.plan.present(), database.settings.get("previewPlan"))
        else {
            continue;
        };
        let Some(written) = preview.text() else { continue };
        let free = [plan.value.as_str(), written].contains(&"free");
        if free || legacy(&plan.value) == legacy(written) {
            continue;
        }
        findings.push(
            Finding::on_setting(
                context,
                database,
                preview,
                format!("`{written}` and `{}` are plans of different families", plan.value),
                "choose flexible plans for both",
            )
            .related(plan.span, "the plan outside previews"),
        );
    }
}
