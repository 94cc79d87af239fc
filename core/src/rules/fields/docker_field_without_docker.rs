//! C10, C63: settings of a Docker build where there is none.

use crate::diagnostics::{Safety, Severity};
use crate::lint::{Context, Finding};
use crate::model::Resource;
use crate::platform::{Kind, is_native_runtime};

rule! {
    /// ## What it does
    ///
    /// Finds `dockerfilePath` and `dockerContext` on a native runtime, and, as a warning, `dockerCommand`. Beside
    /// `runtime: image`, it warns about `dockerfilePath`, `dockerContext` and `buildCommand`.
    ///
    /// ## Why it matters
    ///
    /// Render rejects the Blueprint: `non-docker runtime python cannot have dockerfilePath`.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: python
    ///     buildCommand: pip install .
    ///     startCommand: gunicorn api
    ///     dockerfilePath: ./Dockerfile
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: python
    ///     buildCommand: pip install .
    ///     startCommand: gunicorn api
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - reports of Render's validator in public repositories, 2021 to 2026
    code: "docker-field-without-docker",
    summary: "a Docker setting on a native runtime",
    severity: Error,
    category: Validator,
    certainty: Observed,
    facts: ["C10", "C63"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web, Kind::PrivateService, Kind::Worker, Kind::Cron]) {
        if resource.runtime.text() == Some("image") {
            on_image(context, resource, findings);
        }
        let Some(runtime) = resource.runtime.text().filter(|text| is_native_runtime(text)) else {
            continue;
        };
        for name in ["dockerfilePath", "dockerContext", "dockerCommand"] {
            // An empty text counts as absent.
            if resource.settings.text(name) == Some("") {
                continue;
            }
            let Some(key) = resource.written(name) else { continue };
            // Only the first two are known to be rejected.
            let severity =
                if name == "dockerCommand" { Severity::Warning } else { Severity::Error };
            findings.push(
                Finding::new(
                    key.span,
                    format!("{}.{name}", resource.path),
                    format!("non-docker runtime `{runtime}` cannot have `{name}`"),
                    "remove it, or use `runtime: docker`",
                )
                .severity(severity)
                .facts(&["C10"])
                .on(context, resource.id)
                .fix(
                    format!("remove `{name}`"),
                    Safety::Unsafe,
                    context.drop_setting(resource, name),
                ),
            );
        }
    }
}

/// What a finished image does not read: nothing is built. It does take `dockerCommand`.
fn on_image(context: &Context<'_>, resource: &Resource, findings: &mut Vec<Finding>) {
    for name in ["dockerfilePath", "dockerContext", "buildCommand"] {
        let Some(setting) = resource.settings.filled(name) else { continue };
        findings.push(
            Finding::new(
                setting.key.span,
                format!("{}.{name}", resource.path),
                format!("a finished image is not built: `{name}` has no effect"),
                "remove it, or build the image with `runtime: docker`",
            )
            .severity(Severity::Warning)
            .facts(&["C63"])
            .on(context, resource.id)
            .fix(
                format!("remove `{name}`"),
                Safety::Safe,
                context.drop_setting(resource, name),
            ),
        );
    }
}
