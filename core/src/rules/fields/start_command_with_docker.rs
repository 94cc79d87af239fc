//! C09: a Docker service with `startCommand`.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::model::ValueKind;
use crate::platform::Kind;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `startCommand` together with `runtime: docker`.
    ///
    /// ## Why it matters
    ///
    /// Render rejects the Blueprint: `docker runtime must not have startCommand`. Use `dockerCommand` to replace the
    /// command of the image.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     startCommand: node server.js
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     dockerCommand: node server.js
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
    code: "start-command-with-docker",
    summary: "`startCommand` on a Docker service",
    severity: Error,
    category: Validator,
    certainty: Observed,
    facts: ["C09"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::Web, Kind::PrivateService, Kind::Worker, Kind::Cron]) {
        let Some(key) = resource.written("startCommand") else { continue };
        if resource.runtime.text() != Some("docker")
            || resource.settings.text("startCommand") == Some("")
        {
            continue;
        }
        let finding = Finding::new(
            key.span,
            format!("{}.startCommand", resource.path),
            "docker runtime must not have `startCommand`",
            "use `dockerCommand`, or the command of the image",
        )
        .on(context, resource.id);
        findings.push(if key.value_kind == ValueKind::Null {
            let drop = context.drop_setting(resource, "startCommand");
            finding.fix("remove `startCommand`", Safety::Safe, drop)
        } else if resource
            .written("dockerCommand")
            .is_none_or(|docker| docker.value_kind == ValueKind::Null)
        {
            // One that holds nothing makes room.
            let empty = resource.written("dockerCommand");
            let mut edits =
                empty.map_or_else(Vec::new, |_| context.drop_setting(resource, "dockerCommand"));
            if empty.is_none() || !edits.is_empty() {
                edits.push(TextEdit::replace(key.span, "dockerCommand"));
            }
            finding.fix("write `dockerCommand`", Safety::Safe, edits)
        } else {
            let drop = context.drop_setting(resource, "startCommand");
            finding.fix("remove `startCommand`", Safety::Unsafe, drop)
        });
    }
}
