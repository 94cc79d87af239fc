//! W15: a variable with both a value and `generateValue`.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};

rule! {
    /// ## What it does
    ///
    /// Finds variables with both `value` and `generateValue: true`.
    ///
    /// ## Why it matters
    ///
    /// A variable has one source. Which of the two wins is not documented: the app silently gets either the literal
    /// value or a random one.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: SIGNING_SALT
    ///         value: pepper
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
    ///       - key: SIGNING_SALT
    ///         generateValue: true
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the service already has its value and you are about to remove the line.
    ///
    /// ## References
    ///
    /// - [Render CLI](https://github.com/render-oss/cli), 2026-09
    code: "value-beside-generated",
    summary: "`value` together with `generateValue`",
    severity: Warning,
    category: Validator,
    certainty: Inferred,
    facts: ["W15"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (owner, var) in context.all_variables() {
        let (Some(value), Some(generate)) = (var.written("value"), var.generate_value.present())
        else {
            continue;
        };
        if !generate.value {
            continue;
        }
        let remove = context.editor().remove_entry(&var.keys, "generateValue");
        findings.push(
            Finding::new(
                generate.key,
                format!("{}.generateValue", var.path),
                format!(
                    "`{}` has both a value and `generateValue`: one of them silently wins",
                    var.name()
                ),
                "keep the value, or let Render generate one",
            )
            .related(value.span, "it has its value here")
            .on_owner(context, owner)
            .fix("keep the value", Safety::Unsafe, remove.into_iter().collect()),
        );
    }
}
