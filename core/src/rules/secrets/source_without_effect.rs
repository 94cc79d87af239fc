//! S09: `sync: true` and `generateValue: false`, which say nothing.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};

rule! {
    /// ## What it does
    ///
    /// Finds `sync: true` and `generateValue: false` on variables.
    ///
    /// ## Why it matters
    ///
    /// Only their opposites are documented: `sync: false` asks for the value in the Dashboard, `generateValue: true` makes
    /// one. Their absence says the same as these do, so a variable with nothing else has no value at all.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: MODE
    ///         value: live
    ///         generateValue: false
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
    ///       - key: MODE
    ///         value: live
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When it is there for readers.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "source-without-effect",
    summary: "`sync: true` or `generateValue: false`",
    severity: Info,
    category: Style,
    certainty: Inferred,
    facts: ["S09"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (owner, var) in context.all_variables() {
        let written = |name: &str| var.written(name).is_some();
        let idle = [
            ("sync", var.sync.value() == Some(&true)),
            ("generateValue", var.generate_value.value() == Some(&false)),
        ];
        // Two sources at once have rules of their own.
        let referenced = written("fromService") || written("fromDatabase");
        let clash = written("sync") && (written("value") || written("generateValue"));
        for (name, _) in idle.into_iter().filter(|(_, idle)| *idle && !referenced && !clash) {
            let Some(key) = var.written(name) else { continue };
            let remove = if written("value") {
                context.editor().remove_entry(&var.keys, name)
            } else {
                None
            };
            let value = key.value.slice(context.text);
            findings.push(
                Finding::new(
                    key.span.cover(key.value),
                    format!("{}.{name}", var.path),
                    format!("`{name}: {value}` says nothing"),
                    if written("value") {
                        "leave it out"
                    } else {
                        "give the variable a value, or a source"
                    },
                )
                .on_owner(context, owner)
                .fix(
                    format!("drop `{name}`"),
                    Safety::Safe,
                    remove.into_iter().collect(),
                ),
            );
        }
    }
}
