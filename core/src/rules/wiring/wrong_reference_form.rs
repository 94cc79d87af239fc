//! W02, W03: a reference of the form for another kind of resource.

use crate::diagnostics::{Category, Safety};
use crate::lint::{Context, Finding, Reference, ReferenceTarget, Via, declared_here, kind_words};
use crate::model::Resource;
use crate::platform::{DATABASE_PROPERTIES, Kind, read_reference_kind};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `fromDatabase` that names a service or a Key Value instance, and `fromService` that names a Postgres
    /// database or a read replica.
    ///
    /// ## Why it matters
    ///
    /// Render looks for the name only among resources of that kind, finds nothing, and rejects the Blueprint. Key Value
    /// instances count as services.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: REDIS_URL
    ///         fromDatabase:
    ///           name: cache
    ///           property: connectionString
    ///   - type: keyvalue
    ///     name: cache
    ///     ipAllowList: []
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
    ///       - key: REDIS_URL
    ///         fromService:
    ///           type: keyvalue
    ///           name: cache
    ///           property: connectionString
    ///   - type: keyvalue
    ///     name: cache
    ///     ipAllowList: []
    /// ```
    ///
    /// The fix rewrites the reference if its property means the same in the other form.
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "wrong-reference-form",
    summary: "`fromDatabase` for a service, or `fromService` for a database",
    severity: Error,
    category: Validator,
    certainty: Documented,
    facts: ["W02", "W03"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for reference in context.references() {
        if let Some(ReferenceTarget::Declared(target, how)) = reference.target
            && how.wrong_form
        {
            findings.push(finding(context, &reference, target));
        }
    }
}

fn finding(context: &Context<'_>, reference: &Reference<'_>, target: &Resource) -> Finding {
    let (facts, form, right): (&'static [&'static str], _, _) = match reference.via {
        Via::Database(_) => (&["W02"], "fromDatabase", "fromService"),
        Via::Service(_) => (&["W03"], "fromService", "fromDatabase"),
    };
    let message =
        format!("`{form}` cannot name `{}`, which is {}", target.label(), kind_words(target));
    let help = match target.kind.kind().and_then(Kind::blueprint_type) {
        Some(kind @ ("web" | "pserv")) => {
            format!("use `{right}` with `type: {kind}` and `property: hostport`")
        }
        Some(kind) => format!("use `{right}` with `type: {kind}`"),
        None if names_key_value(reference) => {
            "a Key Value instance is a service: declare it in `services` with `type: keyvalue`"
                .to_owned()
        }
        None => format!("use `{right}`"),
    };
    let category = match reference.via {
        Via::Service(service) => service.value.kind.span().map(|span| context.refused_by(span)),
        Via::Database(_) => None,
    };
    Finding::new(reference.key_span(), reference.path(), message, help)
        .facts(facts)
        .category(category.unwrap_or(Category::Validator))
        .related(target.head(), declared_here(target))
        .on_reference(context, reference)
        .fix(
            format!("use `{right}`"),
            Safety::Unsafe,
            edits(context, reference, target).unwrap_or_default(),
        )
}

/// Whether the reference says that it means a Key Value instance.
fn names_key_value(reference: &Reference<'_>) -> bool {
    let Via::Service(service) = reference.via else { return false };
    service
        .value
        .kind
        .text()
        .is_some_and(|text| read_reference_kind(text).kind() == Some(Kind::KeyValue))
}

/// The edits that write the reference in the other form; `None` if its property has no meaning there.
fn edits(
    context: &Context<'_>,
    reference: &Reference<'_>,
    target: &Resource,
) -> Option<Vec<TextEdit>> {
    let property = reference.property()?;
    // What is merged in may bring the form back that is rewritten here.
    if reference.var.span.slice(context.text).contains("<<:") {
        return None;
    }
    // Which of two references is meant is for somebody to say.
    if !reference.var.from_service.is_absent() && !reference.var.from_database.is_absent() {
        return None;
    }
    match reference.via {
        Via::Database(database) => {
            let kind = target.kind.kind()?;
            let property_edit = match (kind, property.value.as_str()) {
                (Kind::KeyValue, "connectionString" | "host" | "port")
                | (Kind::Web | Kind::PrivateService, "host" | "port") => None,
                (Kind::Web | Kind::PrivateService, "connectionString") => {
                    Some(TextEdit::replace(property.span, "hostport"))
                }
                _ => return None,
            };
            let keys = &database.value.keys;
            let mut edits = vec![TextEdit::replace(database.key, "fromService")];
            match keys.iter().find(|key| key.name == "type") {
                None => {
                    let name = keys.iter().find(|key| key.name == "name")?;
                    let line = format!("type: {}", kind.blueprint_type()?);
                    edits.push(context.editor().add_entry(name, &line)?);
                }
                Some(key) if key.value.slice(context.text) == kind.blueprint_type()? => {}
                Some(_) => return None,
            }
            edits.extend(property_edit);
            Some(edits)
        }
        Via::Service(service) => {
            let known = DATABASE_PROPERTIES.contains(&property.value.as_str())
                && !names_key_value(reference);
            let mut edits = vec![TextEdit::replace(service.key, "fromDatabase")];
            if service.value.keys.iter().any(|key| key.name == "type") {
                edits.push(context.editor().remove_entry(&service.value.keys, "type")?);
            }
            known.then_some(edits)
        }
    }
}
