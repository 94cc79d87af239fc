//! C33: an empty list of read replicas, which destroys all of them.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::model::ValueKind;
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds `readReplicas: []`.
    ///
    /// ## Why it matters
    ///
    /// At the next sync Render destroys every existing read replica of the database. Without the field, it keeps them.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     ipAllowList: []
    ///     readReplicas: []
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     ipAllowList: []
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When you want to destroy the replicas.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "empty-replicas",
    summary: "an empty list of read replicas, which destroys all of them",
    severity: Warning,
    category: Validator,
    certainty: Documented,
    facts: ["C33"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let replicas = context.replicas();
    for database in context.of_kinds(&[Kind::Postgres]) {
        let Some(key) =
            database.written("readReplicas").filter(|key| key.value_kind == ValueKind::Sequence)
        else {
            continue;
        };
        let written: String = key.value.slice(context.text).split_whitespace().collect();
        if replicas.contains_key(&database.id) || written != "[]" {
            continue;
        }
        findings.push(
            Finding::new(
                key.value,
                format!("{}.readReplicas", database.path),
                format!("an empty list destroys the read replicas of `{}`", database.label()),
                "remove the field to keep them",
            )
            .on(context, database.id)
            .fix(
                "remove `readReplicas`",
                Safety::Unsafe,
                context.drop_setting(database, "readReplicas"),
            ),
        );
    }
}
