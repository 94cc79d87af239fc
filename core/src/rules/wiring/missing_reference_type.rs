//! W04: `fromService` without the type of the service.

use crate::diagnostics::Safety;
use crate::lint::{Claim, Context, Finding, NodeSet, Pattern, Via};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds `fromService` without `type`.
    ///
    /// ## Why it matters
    ///
    /// Render looks names up by type and rejects the reference with `fromService.type: empty but required`.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: AUTH_ADDR
    ///         fromService:
    ///           name: auth
    ///           property: hostport
    ///   - type: pserv
    ///     name: auth
    ///     runtime: docker
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
    ///       - key: AUTH_ADDR
    ///         fromService:
    ///           type: pserv
    ///           name: auth
    ///           property: hostport
    ///   - type: pserv
    ///     name: auth
    ///     runtime: docker
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
    code: "missing-reference-type",
    summary: "`fromService` without `type`",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["W04"],
    fixes: true,
    since: "0.1.0",
    claims: [Claim::fields(NodeSet::FromService, &["type"], Pattern::Missing)],
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for reference in context.references() {
        let Via::Service(service) = reference.via else { continue };
        if !service.value.kind.is_absent() || context.is_misspelt(&service.value.keys, "type") {
            continue;
        }
        let kind = reference
            .declared()
            .and_then(|target| target.kind.kind())
            .and_then(Kind::blueprint_type);
        let help = match kind {
            Some(kind) => format!("add `type: {kind}`, the type of its target"),
            None => "add `type` with the type of its target".to_owned(),
        };
        let name = service.value.keys.iter().find(|key| key.name == "name");
        let edit = kind
            .zip(name)
            .and_then(|(kind, name)| context.editor().add_entry(name, &format!("type: {kind}")));
        let message = "`fromService.type` is empty but required";
        findings.push(
            Finding::new(service.key, reference.path(), message, help)
                .on_reference(context, &reference)
                .fix("add the type", Safety::Safe, edit.into_iter().collect()),
        );
    }
}
