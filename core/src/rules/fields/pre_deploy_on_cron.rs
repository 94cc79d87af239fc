//! C67: a pre-deploy command on a cron job.

use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds `preDeployCommand` on cron jobs.
    ///
    /// ## Why it matters
    ///
    /// Render's sources disagree: the schema takes it there, but Render's own list of the services with a pre-deploy
    /// command does not name cron jobs. The command may never run.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: cron
    ///     name: report
    ///     runtime: docker
    ///     schedule: "0 6 * * *"
    ///     preDeployCommand: ./migrate
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: cron
    ///     name: report
    ///     runtime: docker
    ///     schedule: "0 6 * * *"
    ///     dockerCommand: sh -c './migrate && ./report'
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When a deploy has shown that the command runs.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [Render's plug-in for assistants](https://github.com/render-oss/render-plugin-claude-code), 2026-10-08
    code: "pre-deploy-on-cron",
    summary: "a pre-deploy command on a cron job",
    severity: Info,
    category: Style,
    certainty: Inferred,
    facts: ["C67"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for job in context.of_kinds(&[Kind::Cron]) {
        let Some(command) = job.settings.filled("preDeployCommand") else { continue };
        findings.push(Finding::on_setting(
            context,
            job,
            command,
            "a cron job may not run its pre-deploy command: Render's sources disagree",
            "put it in front of the command that the job runs",
        ));
    }
}
