//! S06: previews with a production secret.

use crate::conventions::{is_placeholder, looks_secret};
use crate::lint::{Context, Finding};

rule! {
    /// ## What it does
    ///
    /// Finds secret variables whose `previewValue` equals their `value`.
    ///
    /// ## Why it matters
    ///
    /// A preview runs code that nobody has reviewed yet. With a production secret it can act as production.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: ADMIN_PASSWORD
    ///         value: "812407"
    ///         previewValue: "812407"
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
    ///       - key: ADMIN_PASSWORD
    ///         sync: false
    ///         previewValue: test
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the secret protects nothing of value.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "preview-shares-secret",
    summary: "previews with a production secret",
    severity: Warning,
    category: Secret,
    certainty: Inferred,
    facts: ["S06"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (owner, var) in context.all_variables() {
        let (Some(key), Some(value), Some(preview)) =
            (var.key.text(), var.value.present(), var.preview_value.present())
        else {
            continue;
        };
        let text = value.value.text.trim();
        if looks_secret(key) && text == preview.value.text.trim() && !is_placeholder(text) {
            findings.push(
                Finding::new(
                    preview.span,
                    format!("{}.previewValue", var.path),
                    format!("previews get the production `{key}`"),
                    "give them a secret of their own: previews run code that nobody has reviewed yet",
                )
                .related(value.span, "the production value")
                .on_owner(context, owner),
            );
        }
    }
}
