//! C11: `runtime: image` without an image.

use crate::lint::{Context, Finding};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds services with `runtime: image` that do not set `image`.
    ///
    /// ## Why it matters
    ///
    /// Render has nothing to run.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: image
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
    /// Never: Render has nothing to run.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "missing-image",
    summary: "`runtime: image` without an image",
    severity: Error,
    category: Validator,
    certainty: Documented,
    facts: ["C11"],
    fixes: false,
    since: "0.1.0",
    concludes_from_absence: true,
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web, Kind::PrivateService, Kind::Worker, Kind::Cron]) {
        let Some(runtime) = resource.runtime.present().filter(|text| text.value == "image") else {
            continue;
        };
        if resource.written("image").is_none() && resource.written("buildSource").is_none() {
            findings.push(
                Finding::new(
                    runtime.span,
                    format!("{}.runtime", resource.path),
                    format!("`{}` has `runtime: image` but no `image`", resource.label()),
                    "add `image` with its `url`",
                )
                .on(context, resource.id),
            );
        }
    }
}
