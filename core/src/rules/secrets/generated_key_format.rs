//! S10: a generated value for a key that needs a special format.

use crate::conventions::wants_fixed_key;
use crate::lint::{Context, Finding};

rule! {
    /// ## What it does
    ///
    /// Finds `generateValue: true` under names such as `…ENCRYPTION_KEY`.
    ///
    /// ## Why it matters
    ///
    /// Render generates 256 random bits and writes them in base64: 44 characters. Apps that need 32 characters, or
    /// hexadecimal, reject that.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: ENCRYPTION_KEY
    ///         generateValue: true
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
    ///       - key: ENCRYPTION_KEY
    ///         sync: false
    /// ```
    ///
    /// Or derive the key from the generated value in the start script.
    ///
    /// ## When to ignore it
    ///
    /// When the app accepts any text, as most do. This rule is off by default.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "generated-key-format",
    summary: "a generated value for a key that needs a special format",
    severity: Info,
    category: Secret,
    certainty: Inferred,
    facts: ["S10"],
    fixes: false,
    since: "0.1.0",
    on_by_default: false,
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (owner, var) in context.all_variables() {
        let (Some(key), Some(generate)) = (var.key.text(), var.generate_value.present()) else {
            continue;
        };
        if generate.value && wants_fixed_key(key) {
            findings.push(
                Finding::new(
                    generate.key.cover(generate.span),
                    format!("{}.generateValue", var.path),
                    format!("`{key}` will be 32 random bytes in base64, 44 characters"),
                    "an app that needs 32 characters or hexadecimal rejects that: derive the key in the start script",
                )
                .on_owner(context, owner),
            );
        }
    }
}
