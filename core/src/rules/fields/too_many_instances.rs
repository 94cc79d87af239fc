//! C64: more instances than a service may have.

use crate::lint::{Context, Finding};
use crate::platform::{Kind, MAX_INSTANCES};

rule! {
    /// ## What it does
    ///
    /// Finds `numInstances` and `previews.numInstances` over 100.
    ///
    /// ## Why it matters
    ///
    /// A service runs at most 100 instances. Render refuses more.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     numInstances: 101
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     numInstances: 100
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [Render's plug-in for assistants](https://github.com/render-oss/render-plugin-claude-code), 2026-10-08
    code: "too-many-instances",
    summary: "more than 100 instances",
    severity: Error,
    category: Validator,
    certainty: Documented,
    facts: ["C64"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for service in context.of_kinds(&[Kind::Web, Kind::PrivateService, Kind::Worker]) {
        for name in ["numInstances", "previews.numInstances"] {
            let Some(setting) = service.settings.get(name) else { continue };
            let Some(count) = setting.number().filter(|count| *count > MAX_INSTANCES) else {
                continue;
            };
            findings.push(Finding::on_setting(
                context,
                service,
                setting,
                format!(
                    "`{name}` cannot be {count}: a service has at most {MAX_INSTANCES} instances"
                ),
                "use a larger plan for each of fewer instances",
            ));
        }
    }
}
