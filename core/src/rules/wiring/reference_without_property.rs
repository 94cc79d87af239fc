//! W11: a reference that does not say which value it reads.

use crate::diagnostics::{Category, Safety};
use crate::lint::{Claim, Context, Finding, NodeSet, Pattern, Via};
use crate::platform::Kind;

rule! {
    /// ## What it does
    ///
    /// Finds `fromService` with neither `property` nor `envVarKey`, and `fromDatabase` without `property`.
    ///
    /// ## Why it matters
    ///
    /// Render has no value to put into the variable.
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
    ///           type: pserv
    ///           name: auth
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
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    code: "reference-without-property",
    summary: "a reference that does not say which value it reads",
    severity: Error,
    category: Validator,
    certainty: Documented,
    facts: ["W11"],
    fixes: true,
    since: "0.1.0",
    claims: [Claim::fields(NodeSet::FromDatabase, &["property"], Pattern::Missing)],
    concludes_from_absence: true,
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for reference in context.references() {
        let (keys, category) = match reference.via {
            Via::Service(service) => (&service.value.keys, Category::Validator),
            Via::Database(database) => (&database.value.keys, Category::Schema),
        };
        if keys.iter().any(|key| matches!(key.name.as_str(), "property" | "envVarKey")) {
            continue;
        }
        let target = reference.declared().and_then(|target| target.kind.kind());
        let property = match (reference.via, target) {
            (Via::Database(_), _) | (_, Some(Kind::KeyValue)) => Some("connectionString"),
            (_, Some(Kind::Web | Kind::PrivateService)) => Some("hostport"),
            (_, Some(Kind::Workflow)) => Some("slug"),
            _ => None,
        };
        let (form, wanted) = match reference.via {
            Via::Service(_) => ("fromService", "`property` or `envVarKey`"),
            Via::Database(_) => ("fromDatabase", "`property`"),
        };
        let help = property.map_or_else(
            || format!("add {wanted}"),
            |property| format!("add {wanted}, most likely `property: {property}`"),
        );
        let edit = property.zip(keys.last()).and_then(|(property, last)| {
            context.editor().add_entry(last, &format!("property: {property}"))
        });
        findings.push(
            Finding::new(
                reference.key_span(),
                reference.path(),
                format!("`{form}` has no {wanted}"),
                help,
            )
            .category(category)
            .on_reference(context, &reference)
            .fix(
                format!("add `property: {}`", property.unwrap_or_default()),
                Safety::Unsafe,
                edit.into_iter().collect(),
            ),
        );
    }
}
