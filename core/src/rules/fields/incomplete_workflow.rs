//! C71, C72: a workflow without what Render's validator asks for.

use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds workflows without `repo`, and those without `buildCommand` whose runtime is not `docker`.
    ///
    /// ## Why it matters
    ///
    /// Render's validator refuses them, although the schema lets both be left out: `repo is required for git-based
    /// services` and `buildCommand is required for non-docker workflows`.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: workflow
    ///     name: nightly
    ///     runtime: python
    ///     region: oregon
    ///     startCommand: python main.py
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: workflow
    ///     name: nightly
    ///     runtime: python
    ///     region: oregon
    ///     repo: https://github.com/acme/nightly
    ///     buildCommand: pip install -r requirements.txt
    ///     startCommand: python main.py
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [Render's agent skills](https://github.com/render-oss/skills), tried against the validator, 2026-09-18
    code: "incomplete-workflow",
    summary: "a workflow without `repo` or `buildCommand`",
    severity: Error,
    category: Validator,
    certainty: Documented,
    facts: ["C71", "C72"],
    fixes: false,
    since: "0.1.0",
    concludes_from_absence: true,
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for workflow in context.of_kinds(&[Kind::Workflow]) {
        let name = workflow.label();
        if workflow.settings.filled("repo").is_none() {
            let message = format!(
                "the workflow `{name}` has no `repo`: \"repo is required for git-based services\""
            );
            let help = "add `repo` with the address of its repository";
            findings.push(Finding::on_head(context, workflow, message, help).facts(&["C71"]));
        }
        let builds = workflow.runtime.text() != Some("docker");
        if builds && workflow.settings.filled("buildCommand").is_none() {
            let message = format!(
                "the workflow `{name}` has no `buildCommand`: \"buildCommand is required for non-docker workflows\""
            );
            let help = "add the command that installs what it needs";
            findings.push(Finding::on_head(context, workflow, message, help).facts(&["C72"]));
        }
    }
}
