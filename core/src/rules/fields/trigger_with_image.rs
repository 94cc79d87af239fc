//! C41: automatic deploys of a prebuilt image.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds `autoDeployTrigger` and `autoDeploy` on services that run a prebuilt image.
    ///
    /// ## Why it matters
    ///
    /// They have no effect there: Render does not notice when an image changes.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: image
    ///     image:
    ///       url: docker.io/acme/api:1.4
    ///     autoDeployTrigger: commit
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: image
    ///     image:
    ///       url: docker.io/acme/api:1.4
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When you keep it for the day you build the service from code again.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "trigger-with-image",
    summary: "automatic deploys of a prebuilt image",
    severity: Info,
    category: Style,
    certainty: Documented,
    facts: ["C41"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web, Kind::PrivateService, Kind::Worker, Kind::Cron]) {
        if resource.runtime.text() != Some("image") {
            continue;
        }
        for name in ["autoDeployTrigger", "autoDeploy"] {
            let Some(key) = resource.written(name) else { continue };
            findings.push(
                Finding::new(
                    key.span,
                    format!("{}.{name}", resource.path),
                    format!("`{name}` has no effect on a prebuilt image"),
                    "remove it",
                )
                .on(context, resource.id)
                .fix(
                    format!("remove `{name}`"),
                    Safety::Safe,
                    context.drop_setting(resource, name),
                ),
            );
        }
    }
}
