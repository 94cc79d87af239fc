//! C18: a schedule that is not a cron expression.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::platform::{Kind, schedule_problem, spelled_out};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `schedule` values that do not have the five fields of a cron expression, or that are out of range.
    ///
    /// ## Why it matters
    ///
    /// The job never runs, or Render rejects the Blueprint. Times are in UTC.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: cron
    ///     name: nightly
    ///     runtime: docker
    ///     schedule: "@daily"
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: cron
    ///     name: nightly
    ///     runtime: docker
    ///     schedule: "0 0 * * *"
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When Render has accepted the schedule and the job runs.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [Render's agent skills](https://github.com/render-oss/skills), 2026-08-18
    code: "invalid-schedule",
    summary: "a schedule that is not a cron expression",
    severity: Warning,
    category: Validator,
    certainty: Observed,
    facts: ["C18"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for job in context.of_kinds(&[Kind::Cron]) {
        let Some(schedule) = job.settings.get("schedule") else { continue };
        let Some(problem) = schedule.text().and_then(schedule_problem) else { continue };
        let finding = Finding::on_setting(
            context,
            job,
            schedule,
            format!("this schedule is not a cron expression: {problem}"),
            "write five fields, in UTC: minute, hour, day of the month, month, day of the week",
        );
        let meant = schedule.text().and_then(|text| spelled_out(text.trim()));
        let edit = meant.map(|meant| TextEdit::replace(schedule.span(), format!("\"{meant}\"")));
        findings.push(finding.fix(
            format!("write `{}`", meant.unwrap_or_default()),
            Safety::Unsafe,
            edit.into_iter().collect(),
        ));
    }
}
