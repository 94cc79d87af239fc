//! W12, W13: a variable with both a value and `sync`.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding, VariableOwner};

rule! {
    /// ## What it does
    ///
    /// Finds `sync` together with `value` or `generateValue`.
    ///
    /// ## Why it matters
    ///
    /// `sync: false` tells Render to ask for the value in the Dashboard; a value in the file contradicts that. Render
    /// rejects it: `cannot simultaneously specify fields value and sync`.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: API_MODE
    ///         value: live
    ///         sync: false
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: API_MODE
    ///         value: live
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
    code: "sync-beside-value",
    summary: "`sync` together with a value",
    severity: Error,
    category: Validator,
    certainty: Observed,
    facts: ["W12", "W13"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (owner, var) in context.all_variables() {
        let Some(sync) = var.written("sync").filter(|sync| !context.is_run_on_value(sync.value))
        else {
            continue;
        };
        let (other, facts): (_, &'static [&'static str]) =
            match (var.written("value"), var.written("generateValue")) {
                (Some(value), _) => (value, &["W12"]),
                (None, Some(generate)) => (generate, &["W13"]),
                (None, None) => continue,
            };
        let remove = context.editor().remove_entry(&var.keys, "sync");
        let mut finding = Finding::new(
            sync.span,
            format!("{}.sync", var.path),
            format!("cannot simultaneously specify fields `{}` and `sync`", other.name),
            "keep the value, or keep `sync: false` and enter it in the Dashboard",
        )
        .facts(facts)
        .related(other.span, "the value comes from here")
        .fix("remove `sync`", Safety::Unsafe, remove.into_iter().collect());
        if let VariableOwner::Resource(resource) = owner {
            finding = finding.on(context, resource.id);
        }
        findings.push(finding);
    }
}
