//! W16: a link to an environment group with a key.

use crate::diagnostics::Safety;
use crate::lint::{Claim, Context, Finding, NodeSet, Pattern};

rule! {
    /// ## What it does
    ///
    /// Finds entries of `envVars` with both `fromGroup` and `key`.
    ///
    /// ## Why it matters
    ///
    /// A link adds all variables of the group under their own names, so it takes no name itself. Render's schema
    /// rejects it.
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
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "group-link-with-key",
    summary: "`fromGroup` together with `key`",
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
        // A key that a merge brings belongs to another entry.
        let own = var.span.contains(key.span);
        let remove = own.then(|| context.editor().remove_entry(&var.keys, "key")).flatten();
        findings.push(
            Finding::new(
                key.span,
                format!("{}.key", var.path),
                "`fromGroup` takes no `key`",
                "remove it: the variables of the group keep their own names",
            )
            .related(group.span, "the group is linked here")
            .on(context, resource.id)
            .fix("remove `key`", Safety::Safe, remove.into_iter().collect()),
        );
    }
}
