//! P15, V11: a feature that needs a Pro workspace.

use crate::lint::{Context, Finding};
use crate::platform::NEEDS_PRO;

rule! {
    /// ## What it does
    ///
    /// Notes autoscaling, high availability and preview environments.
    ///
    /// ## Why it matters
    ///
    /// They need a Pro workspace or higher. The file does not say which workspace it is for.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// previews:
    ///   generation: automatic
    ///   expireAfterDays: 3
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services: []
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the workspace is a Pro workspace or higher.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [Preview Environments](https://render.com/docs/preview-environments), read 2026-09
    code: "needs-pro-workspace",
    summary: "a feature that needs a Pro workspace",
    severity: Info,
    category: Validator,
    certainty: Documented,
    facts: ["P15", "V11"],
    fixes: false,
    since: "0.1.0",
    on_by_default: false,
    workspace_plan: Pro,
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let help = "make sure that you have a Pro workspace or higher";
    if let Some(span) = context.previews_on() {
        let message = "preview environments need a Pro workspace";
        findings.push(Finding::new(span, "previews.generation", message, help).facts(&["V11"]));
    }
    for resource in context.resources {
        for (name, what) in NEEDS_PRO {
            if let Some(setting) = resource.settings.filled(name) {
                let message = format!("{what} a Pro workspace");
                findings.push(
                    Finding::on_setting(context, resource, setting, message, help).facts(&["P15"]),
                );
            }
        }
    }
}
