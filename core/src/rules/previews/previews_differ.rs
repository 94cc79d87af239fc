//! V08, V12, V13: what is other in previews.

use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Points out, in a file with preview environments, automatic scaling, workflows, and services with a
    /// `previews.generation` of their own.
    ///
    /// ## Why it matters
    ///
    /// Previews do not scale and run `minInstances`; workflows are left out of preview environments; a service's own
    /// `previews.generation` does not take it out of them.
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
    ///     region: oregon
    ///     runtime: node
    ///     startCommand: node flow.js
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When you know.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [Preview Environments](https://render.com/docs/preview-environments), read 2026-09
    /// - Changelog "Added Blueprint support for Render Workflows", 2026-09-16
    code: "previews-differ",
    summary: "what is other in previews",
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
    for resource in &context.blueprint.resources {
        let label = resource.label();
        if resource.kind.kind() == Some(Kind::Workflow) {
            let message = format!("preview environments have no `{label}`");
            let help = "let its callers do without it";
            findings.push(Finding::on_head(context, resource, message, help).facts(&["V12"]));
        }
        if let Some(setting) = resource.settings.filled("scaling") {
            let message = format!("`{label}` does not scale in previews: `minInstances` run");
            let help = "set `previews.numInstances` for another number";
            findings.push(
                Finding::on_setting(context, resource, setting, message, help).facts(&["V08"]),
            );
        }
        if let Some(setting) = resource.settings.filled("previews.generation") {
            let message = format!("`{label}` is part of preview environments whatever this says");
            let help = "it is about previews of this service alone";
            findings.push(
                Finding::on_setting(context, resource, setting, message, help).facts(&["V13"]),
            );
        }
    }
}
