//! W16: a link to a group carries a key.

use crate::diagnostics::Safety;
use crate::lint::{Claim, Context, Finding, NodeSet, Pattern};

rule! {
    /// ## What it does
    ///
    /// Finds entries of `envVars` with both `fromGroup` and `key`.
    ///
    /// ## Why it matters
    ///
    /// A group brings all of its variables under their own names; the entry has no name of its own. Render's schema
    /// refuses it.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: SHARED
    ///         fromGroup: shared
    /// envVarGroups:
    ///   - name: shared
    ///     envVars:
    ///       - key: MODE
    ///         value: live
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
    ///       - fromGroup: shared
    /// envVarGroups:
    ///   - name: shared
    ///     envVars:
    ///       - key: MODE
    ///         value: live
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render refuses it.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "group-link-with-key",
    summary: "`fromGroup` beside `key`",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["W16"],
    fixes: true,
    since: "0.1.0",
    claims: [Claim::fields(NodeSet::Variables, &["key"], Pattern::ExcludedBy(&["fromGroup"]))],
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (resource, var) in context.variables() {
        let (Some(key), Some(group)) = (var.written("key"), var.written("fromGroup")) else {
            continue;
        };
        let remove = context.editor().remove_entry(&var.keys, "key");
        findings.push(
            Finding::new(
                key.span,
                format!("{}.key", var.path),
                "`fromGroup` takes no `key`",
                "drop it: the group brings its variables under their own names",
            )
            .related(group.span, "the group is linked here")
            .on(context, resource.id)
            .fix("drop `key`", Safety::Safe, remove.into_iter().collect()),
        );
    }
}
