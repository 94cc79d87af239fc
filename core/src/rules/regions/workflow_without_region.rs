//! R05: a workflow without a region.

use crate::diagnostics::Safety;
use crate::lint::{Claim, Context, Finding, NodeSet, Pattern};
use crate::model::DeclaredKind;
use crate::platform::{DEFAULT_REGION, Kind};

rule! {
    /// ## What it does
    ///
    /// Finds workflows without `region`.
    ///
    /// ## Why it matters
    ///
    /// All other resources are in oregon if they name no region. A workflow must name its region, or Render rejects it.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: workflow
    ///     name: flow
    ///     repo: https://github.com/acme/jobs
    ///     buildCommand: npm ci
    ///     runtime: node
    ///     startCommand: node flow.js
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: workflow
    ///     name: flow
    ///     repo: https://github.com/acme/jobs
    ///     buildCommand: npm ci
    ///     region: oregon
    ///     runtime: node
    ///     startCommand: node flow.js
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    code: "workflow-without-region",
    summary: "a workflow without a region",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["R05"],
    fixes: true,
    since: "0.1.0",
    claims: [Claim::fields(NodeSet::Service(Kind::Workflow), &["region"], Pattern::Missing)],
    concludes_from_absence: true,
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.resources {
        if resource.kind != DeclaredKind::Stated(Kind::Workflow) || !resource.region.is_absent() {
            continue;
        }
        if context.is_misspelt(&resource.keys, "region") {
            continue;
        }
        let after = resource.written("name").or_else(|| resource.written("type"));
        let line = format!("region: {}", DEFAULT_REGION.id());
        let edit = after.and_then(|key| context.editor().add_entry(key, &line));
        findings.push(
            Finding::new(
                resource.head(),
                resource.path.clone(),
                "a workflow must name its region",
                "add `region`, the same as the services it talks to",
            )
            .on(context, resource.id)
            .fix(format!("add `{line}`"), Safety::Unsafe, edit.into_iter().collect()),
        );
    }
}
