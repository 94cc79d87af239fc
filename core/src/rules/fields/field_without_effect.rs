//! C35, C37, X07, X17: a field that has no effect on this type.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::model::DeclaredKind;
use crate::platform::{Kind, SchemaNode, field};

rule! {
    /// ## What it does
    ///
    /// Finds `healthCheckPath`, `maintenanceMode`, `ipAllowList`, `domains` and `renderSubdomainPolicy` on private
    /// services and background workers.
    ///
    /// ## Why it matters
    ///
    /// These services are not open to the internet, so the fields have no effect. The official schema accepts them,
    /// because it describes web services, private services and workers with one definition.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: pserv
    ///     name: search
    ///     runtime: docker
    ///     ipAllowList: []
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: pserv
    ///     name: search
    ///     runtime: docker
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When you are about to change the type.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    code: "field-without-effect",
    summary: "a field without effect on this type of service",
    severity: Warning,
    category: Validator,
    certainty: Documented,
    facts: ["C35", "C37", "X07", "X17"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for resource in context.of_kinds(&[Kind::PrivateService, Kind::Worker]) {
        let DeclaredKind::Stated(kind) = resource.kind else { continue };
        for key in &resource.keys {
            let row = field(SchemaNode::Service(kind), &key.name)
                .filter(|row| row.no_effect_on.contains(&kind));
            // A worker with a health check is reported by `listening-worker`.
            if row.is_none() || (kind == Kind::Worker && key.name == "healthCheckPath") {
                continue;
            }
            let facts: &'static [&'static str] = match key.name.as_str() {
                "healthCheckPath" => &["C35"],
                "maintenanceMode" => &["C37"],
                "ipAllowList" => &["X07"],
                _ => &["X17"],
            };
            findings.push(
                Finding::new(
                    key.span,
                    format!("{}.{}", resource.path, key.name),
                    format!("`{}` has no effect on {}", key.name, kind.a_words()),
                    "remove it, or use `type: web` if the internet may reach it",
                )
                .facts(facts)
                .on(context, resource.id)
                .fix(
                    format!("remove `{}`", key.name),
                    Safety::Safe,
                    context.drop_setting(resource, &key.name),
                ),
            );
        }
    }
}
