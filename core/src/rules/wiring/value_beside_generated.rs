//! W15: a variable with a value that is to be generated, too.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};

rule! {
    /// ## What it does
    ///
    /// Finds variables with both `value` and `generateValue: true`.
    ///
    /// ## Why it matters
    ///
    /// A variable has one source. Which of the two wins is not documented: the app gets the literal or a random text,
    /// and nobody is told.
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
    /// When the service exists with a value already and the line is about to go.
    ///
    /// ## References
    ///
    /// - [Render CLI](https://github.com/render-oss/cli), 2026-09
    code: "value-beside-generated",
    summary: "a value beside `generateValue`",
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
                    "`{}` has a value and is to be generated: one of them silently wins",
                    var.name()
                ),
                "keep the value, or let Render generate one",
            )
            .related(value.span, "the value is written here")
            .on_owner(context, owner)
            .fix("keep the value", Safety::Unsafe, remove.into_iter().collect()),
        );
    }
}
