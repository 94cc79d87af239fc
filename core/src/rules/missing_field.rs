//! C06, C17, U06: a required field is not there.

use super::{Context, Finding};
use crate::facts::{Kind, Place, required_fields};
use crate::model::{Declaration, DeclaredKind, Key, Resource};
use crate::text::Span;

rule! {
    /// ## What it does
    ///
    /// Finds services without `type`, `name` or `runtime`, cron jobs without `schedule`, workflows without
    /// `startCommand`, groups without `envVars`, and anything else without a `name`.
    ///
    /// ## Why it matters
    ///
    /// Render refuses the Blueprint.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
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
    code: "missing-field",
    summary: "a field that Render requires",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["C06", "C17", "U06"],
    fixes: false,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let blueprint = context.blueprint;
    for resource in &blueprint.resources {
        let Some(place) = place(resource) else { continue };
        let missing = missing(place, &resource.keys, resource.name.text().is_some());
        findings.extend(missing.map(|field| {
            finding(field, resource.head(), &resource.path, resource.label()).on(context, resource.id)
        }));
    }
    for group in &blueprint.groups {
        let at = group.name.span().or(group.keys.first().map(|key| key.span)).unwrap_or(group.span);
        let label = group.name.text().unwrap_or("this group");
        findings.extend(
            missing(Place::Group, &group.keys, false).map(|field| finding(field, at, &group.path, label)),
        );
    }
    for project in &blueprint.projects {
        let at = project.keys.first().map_or(project.span, |key| key.span);
        findings.extend(
            missing(Place::Project, &project.keys, false).map(|field| finding(field, at, &project.path, "this project")),
        );
    }
    for environment in &blueprint.environments {
        let at = environment.keys.first().map_or(environment.span, |key| key.span);
        findings.extend(
            missing(Place::Environment, &environment.keys, false)
                .map(|field| finding(field, at, &environment.path, "this environment")),
        );
    }
}

/// The place of a resource. A service whose type is none of Render's has a rule of its own.
fn place(resource: &Resource) -> Option<Place> {
    match (resource.declaration, resource.kind) {
        (Declaration::Database, _) => Some(Place::Database),
        (Declaration::Replica { .. }, _) => Some(Place::Replica),
        (Declaration::Service, DeclaredKind::Stated(kind)) => Some(Place::Service(kind)),
        (Declaration::Service, _) if resource.type_field.is_absent() => Some(Place::Service(Kind::KeyValue)),
        (Declaration::Service, _) => None,
    }
}

/// The required fields that are not among `keys`. A name may come from elsewhere: the key of a mapping of services.
fn missing(place: Place, keys: &[Key], named: bool) -> impl Iterator<Item = &'static str> {
    let has = |name: &str| keys.iter().any(|key| key.name == name);
    required_fields(place).iter().copied().filter(move |field| {
        let replaced = match *field {
            "runtime" => has("env") || has("buildSource"),
            "name" => named,
            _ => false,
        };
        !has(field) && !replaced
    })
}

fn finding(field: &str, at: Span, path: &str, label: &str) -> Finding {
    let facts: &'static [&'static str] = match field {
        "runtime" => &["C06"],
        "schedule" => &["C17"],
        _ => &["U06"],
    };
    let subject = if label.starts_with("this ") { label.to_owned() } else { format!("`{label}`") };
    Finding::new(at, path, format!("{subject} must have `{field}`"), format!("add `{field}`")).facts(facts)
}
