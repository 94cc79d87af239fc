//! W32: a variable with a key and nothing else.

use crate::diagnostics::{Safety, Severity};
use crate::lint::{Context, Finding, VariableOwner};

rule! {
    /// ## What it does
    ///
    /// Finds variables with a `key` and no source: no `value`, no `generateValue`, no `sync`, no reference. In groups
    /// it is a note.
    ///
    /// ## Why it matters
    ///
    /// Render's validator has rejected it: `must be from group or have a key and value`. The official schema accepts
    /// it, and Render's own tutorials use it in groups.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: STRIPE_SECRET
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
    ///       - key: STRIPE_SECRET
    ///         sync: false
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When a sync has accepted it and the value is set in the Dashboard.
    ///
    /// ## References
    ///
    /// - reports of Render's validator in public repositories, 2021 to 2026
    /// - Render Tutorials, advanced Blueprint patterns, 2026
    code: "variable-without-source",
    summary: "a variable with a key and nothing else",
    severity: Warning,
    category: Validator,
    certainty: Inferred,
    facts: ["W32"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

/// The possible sources of a variable.
const SOURCES: [&str; 7] =
    ["value", "generateValue", "sync", "fromService", "fromDatabase", "fromGroup", "previewValue"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    // If the text has a syntax error, the source may be in the part that could not be read.
    if !context.syntax_errors.is_empty() {
        return;
    }
    for (owner, var) in context.all_variables() {
        let Some(key) = var.key.present() else { continue };
        if SOURCES.iter().any(|source| var.written(source).is_some()) {
            continue;
        }
        // An unknown field may be meant as the source.
        if context.unknown_fields().any(|violation| var.span.contains(violation.span)) {
            continue;
        }
        let service = matches!(owner, VariableOwner::Resource(_));
        // Render asks for no values in a group.
        let edit = var
            .written("key")
            .filter(|_| service && !context.editor().is_anchored(var.span))
            .and_then(|key| context.editor().add_entry(key, "sync: false"));
        findings.push(
            Finding::new(
                key.span,
                format!("{}.key", var.path),
                format!("`{}` has no value and no source", key.value),
                if service {
                    "give it a `value`, or `sync: false` to enter it in the Dashboard"
                } else {
                    "give it a `value`, or enter it in the group in the Dashboard"
                },
            )
            .severity(if service { Severity::Warning } else { Severity::Info })
            .on_owner(context, owner)
            .fix(
                "ask for it in the Dashboard",
                Safety::Unsafe,
                edit.into_iter().collect(),
            ),
        );
    }
}
