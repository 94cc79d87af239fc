//! S03: a key whose format shows who issued it.

use crate::conventions::known_token;
use crate::diagnostics::Safety;
use crate::lint::{Context, Finding, VariableOwner};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds keys and tokens of well-known companies, addresses of webhooks that work, and private keys in PEM form, in any
    /// `value` or `previewValue`.
    ///
    /// ## Why it matters
    ///
    /// Bots find such keys within minutes, and the keys stay in the history. Revoke the key where it was issued, create
    /// a new one, and keep that out of the file.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: LLM
    ///         value: sk-proj-abcdefgh1234567890ijklmn
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
    ///       - key: LLM
    ///         sync: false
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the key is invented, or has been revoked.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "token-in-value",
    summary: "a key of a well-known company in the file",
    severity: Warning,
    category: Secret,
    certainty: Documented,
    facts: ["S03"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (owner, var) in context.all_variables() {
        for (name, literal) in [("value", &var.value), ("previewValue", &var.preview_value)] {
            let Some(literal) = literal.present() else { continue };
            let Some(what) = known_token(&literal.value.text) else { continue };
            let one_line = !literal.span.slice(context.text).contains('\n');
            // Groups ignore `sync: false`, and a preview has no prompt.
            let prompt = one_line
                && name == "value"
                && var.written("sync").is_none()
                && matches!(owner, VariableOwner::Resource(_));
            let edit =
                prompt.then(|| TextEdit::replace(literal.key.cover(literal.span), "sync: false"));
            findings.push(
                Finding::new(
                    literal.span,
                    format!("{}.{name}", var.path),
                    format!("this looks like {what}, which everybody who reads this file can see"),
                    "revoke it where it was issued, then use `sync: false` and enter the new one in the Dashboard",
                )
                .on_owner(context, owner)
                .fix("ask for it in the Dashboard", Safety::Unsafe, edit.into_iter().collect()),
            );
        }
    }
}
