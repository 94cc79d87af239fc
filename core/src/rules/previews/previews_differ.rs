//! V08, V12, V13: settings that work differently in previews.

use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Notes, in a file with preview environments, autoscaling, workflows, and services with their own
    /// `previews.generation`.
    ///
    /// ## Why it matters
    ///
    /// Previews do not scale and run `minInstances`. Workflows are not part of preview environments. A service's own
    /// `previews.generation` does not exclude it from them.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// previews:
    ///   generation: automatic
    ///   expireAfterDays: 3
    /// services:
    ///   - type: workflow
    ///     name: flow
    ///     repo: https://github.com/acme/jobs
    ///     buildCommand: npm ci
    ///     region: oregon
    ///     runtime: node
    ///     startCommand: node flow.js
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: workflow
    ///     name: flow
    ///     repo: https://github.com/acme/jobs
    ///     buildCommand: npm ci
    ///     region: oregon
    ///     runtime: node
    ///     startCommand: node flow.js
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When you know this.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [Preview Environments](https://render.com/docs/preview-environments), read 2026-09
    /// - Changelog "Added Blueprint support for Render Workflows", 2026-09-16
    code: "previews-differ",
    summary: "a setting that works differently in previews",
    severity: Info,
    category: Style,
    certainty: Documented,
    facts: ["V08", "V12", "V13"],
    fixes: false,
    since: "0.1.0",
    on_by_default: false,
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    if context.previews_on().is_none() {
        return;
    }
    for resource in context.resources {
        let label = resource.label();
        if resource.kind.kind() == Some(Kind::Workflow) {
            let message = format!("preview environments have no `{label}`");
            let help = "make sure that its callers work without it";
            findings.push(Finding::on_head(context, resource, message, help).facts(&["V12"]));
        }
        if let Some(setting) = resource.settings.filled("scaling") {
            let message =
                format!("`{label}` does not scale in previews: Render runs `minInstances`");
            let help = "set `previews.numInstances` for another number";
            findings.push(
                Finding::on_setting(context, resource, setting, message, help).facts(&["V08"]),
            );
        }
        if let Some(setting) = resource.settings.filled("previews.generation") {
            let message = format!("`{label}` is part of preview environments despite this setting");
            let help = "it affects only previews of this one service";
            findings.push(
                Finding::on_setting(context, resource, setting, message, help).facts(&["V13"]),
            );
        }
    }
}
