//! V10: a `previewValue` that is not used.

use crate::lint::{Context, Finding, kind_words};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds `previewValue` on workers, cron jobs and workflows.
    ///
    /// ## Why it matters
    ///
    /// Render's reference lists it only for web services, private services and environment groups. Everywhere else,
    /// previews get `value`.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: worker
    ///     name: jobs
    ///     runtime: docker
    ///     envVars:
    ///       - key: MODE
    ///         value: live
    ///         previewValue: preview
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// envVarGroups:
    ///   - name: mode
    ///     envVars:
    ///       - key: MODE
    ///         value: live
    ///         previewValue: preview
    /// services:
    ///   - type: worker
    ///     name: jobs
    ///     runtime: docker
    ///     envVars:
    ///       - fromGroup: mode
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When your previews do use the value.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "preview-value-ignored",
    summary: "a `previewValue` that is not used",
    severity: Warning,
    category: Validator,
    certainty: Documented,
    facts: ["V10"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (resource, var) in context.variables() {
        let ignored =
            matches!(resource.kind.kind(), Some(Kind::Worker | Kind::Cron | Kind::Workflow));
        let Some(key) = var.written("previewValue").filter(|_| ignored) else { continue };
        findings.push(
            Finding::new(
                key.span,
                format!("{}.previewValue", var.path),
                format!("`previewValue` is not used on {}", kind_words(resource)),
                "put the variable into an environment group, where it is used",
            )
            .on(context, resource.id),
        );
    }
}
