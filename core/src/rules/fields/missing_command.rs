//! C07, C08: a native runtime without its start or build command.

use crate::diagnostics::{Category, Severity};
use crate::lint::{Context, Finding};
use crate::platform::{Kind, is_native_runtime};

rule! {
    /// ## What it does
    ///
    /// Finds services on a native runtime (`node`, `python`, `go`, …) without `startCommand`, and, as a warning,
    /// without `buildCommand`.
    ///
    /// ## Why it matters
    ///
    /// Without `startCommand` Render rejects the Blueprint: `non-docker, non-static, non-image runtime node must have
    /// startCommand`. Its reference also requires `buildCommand`; without it, no dependencies are installed.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: node
    ///     buildCommand: npm ci
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: node
    ///     buildCommand: npm ci
    ///     startCommand: npm start
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// The warning: when there really is nothing to build.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - reports of Render's validator in public repositories, 2021 to 2026
    code: "missing-command",
    summary: "a native runtime without its start or build command",
    severity: Error,
    category: Validator,
    certainty: Observed,
    facts: ["C07", "C08"],
    fixes: false,
    since: "0.1.0",
    concludes_from_absence: true,
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web, Kind::PrivateService, Kind::Worker, Kind::Cron]) {
        let Some(runtime) = resource.runtime.present() else { continue };
        if !is_native_runtime(&runtime.value) || resource.written("buildSource").is_some() {
            continue;
        }
        let written = runtime.value.as_str();
        let misspelt = |name| context.is_misspelt(&resource.keys, name);
        let start = resource.settings.filled("startCommand").is_none() && !misspelt("startCommand");
        let build = resource.written("buildCommand").is_none() && !misspelt("buildCommand");
        let path = format!("{}.runtime", resource.path);
        if start {
            let both = if build { " and `buildCommand`" } else { "" };
            findings.push(
                Finding::new(
                    runtime.span,
                    path,
                    format!("non-docker runtime `{written}` must have `startCommand`"),
                    format!("add `startCommand`{both}, or use `runtime: docker`"),
                )
                .facts(&["C07"])
                .on(context, resource.id),
            );
        } else if build {
            findings.push(
                Finding::new(
                    runtime.span,
                    path,
                    format!("`{}` has no `buildCommand`", resource.label()),
                    "add it: without it, no dependencies are installed",
                )
                .facts(&["C08"])
                .severity(Severity::Warning)
                .category(Category::Validator)
                .on(context, resource.id),
            );
        }
    }
}
