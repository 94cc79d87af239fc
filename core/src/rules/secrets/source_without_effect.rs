//! S09: `sync: true` and `generateValue: false`, which have no effect.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};

rule! {
    /// ## What it does
    ///
    /// Finds `sync: true` and `generateValue: false` on variables.
    ///
    /// ## Why it matters
    ///
    /// Only their opposites are documented: `sync: false` asks for the value in the Dashboard, `generateValue: true`
    /// generates one. Leaving them out means the same, so a variable with nothing else has no value at all.
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
    /// When it is there for human readers.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "source-without-effect",
    summary: "`sync: true` or `generateValue: false`, which have no effect",
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
        // Two sources in one entry are reported by other rules.
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
                    format!("`{name}: {value}` has no effect"),
                    if written("value") {
                        "remove it"
                    } else {
                        "give the variable a value, or a source"
                    },
                )
                .on_owner(context, owner)
                .fix(
                    format!("remove `{name}`"),
                    Safety::Safe,
                    remove.into_iter().collect(),
                ),
            );
        }
    }
}
