//! C01, C02, C03, C15, C16, C21, C22, C48, C55, C58, R07, W33, Y10: a field that does not belong there.

use super::near::nearest;
use super::{Context, Finding};
use crate::diagnostics::{Category, Safety, Severity};
use crate::facts::{Kind, Place, fields_of, kinds_with_field, meant_field, renamed_field};
use crate::model::{Declaration, DeclaredKind, Key, Resource};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds fields that Render does not know at their place: at the root, on a service of that kind, on a
    /// database, a replica, a group, a project, an environment or a variable.
    ///
    /// ## Why it matters
    ///
    /// Render refuses the Blueprint: `field nodeVersion not found in type file.Service`. Unknown fields of
    /// variables, and root fields that start with `x-`, are a warning: official templates carry some.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     rootDirectory: api
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     rootDir: api
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
    /// - reports of Render's validator in public repositories, 2021 to 2026
    code: "unknown-field",
    summary: "a field that Render does not know at this place",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["C01", "C02", "C03", "C15", "C16", "C21", "C22", "C48", "C55", "C58", "R07", "W33", "Y10"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let blueprint = context.blueprint;
    let mut add = |place, keys: &[Key], path: &str| {
        findings.extend(keys.iter().filter_map(|key| finding(place, key, path)));
    };
    add(Place::Root, &blueprint.keys, "");
    for project in &blueprint.projects {
        add(Place::Project, &project.keys, &project.path);
    }
    for environment in &blueprint.environments {
        add(Place::Environment, &environment.keys, &environment.path);
    }
    for group in &blueprint.groups {
        add(Place::Group, &group.keys, &group.path);
    }
    for (_, var) in context.all_variables() {
        add(Place::Variable, &var.keys, &var.path);
    }
    for resource in &blueprint.resources {
        let Some(place) = place(resource) else { continue };
        let found = resource.keys.iter().filter_map(|key| finding(place, key, &resource.path));
        findings.extend(found.map(|finding| {
            let refused = place != Place::Service(Kind::Static) || resource.written("staticPublishPath").is_some();
            // Without a publish path the schema takes a static site for a server.
            let finding = if refused { finding } else { finding.category(Category::Validator) };
            finding.on(context, resource.id)
        }));
    }
}

/// The place of a resource, when its kind is sure.
fn place(resource: &Resource) -> Option<Place> {
    match (resource.declaration, resource.kind) {
        (Declaration::Service, DeclaredKind::Stated(kind)) => Some(Place::Service(kind)),
        (Declaration::Database, DeclaredKind::Stated(_)) => Some(Place::Database),
        (Declaration::Replica { .. }, _) => Some(Place::Replica),
        _ => None,
    }
}

fn finding(place: Place, key: &Key, path: &str) -> Option<Finding> {
    let name = key.name.as_str();
    let service = matches!(place, Place::Service(_));
    let spoken_for = name == "<<"
        || (service && renamed_field(name).is_some())
        || (place == Place::Service(Kind::Static) && name == "region");
    if spoken_for || fields_of(place).contains(&name) {
        return None;
    }
    let meant = meant_field(place, name).or_else(|| nearest(name, fields_of(place).iter().copied()));
    let others = if service { kinds_with_field(name) } else { Vec::new() };
    let help = match (meant, others.as_slice()) {
        (Some(meant), _) => format!("did you mean `{meant}`?"),
        (None, []) => "drop it, or see the Blueprint reference for what belongs here".to_owned(),
        (None, kinds) => {
            let kinds: Vec<&str> = kinds.iter().map(|kind| kind.words()).collect();
            format!("it belongs to: {}", kinds.join(", "))
        }
    };
    let mild = place == Place::Variable || (place == Place::Root && name.starts_with("x-"));
    // The value of a list that was renamed, or of a field of another shape, would not fit.
    let edits = meant
        .filter(|meant| place != Place::Root && !matches!(*meant, "domains" | "buildFilter" | "headers" | "ipAllowList"))
        .map(|meant| TextEdit::replace(key.span, meant));
    let dot = if path.is_empty() { "" } else { "." };
    Some(
        Finding::new(
            key.span,
            format!("{path}{dot}{name}"),
            format!("field `{name}` not found in {}", place_words(place)),
            help,
        )
        .severity(if mild { Severity::Warning } else { Severity::Error })
        .fix(format!("write `{}`", meant.unwrap_or_default()), Safety::Unsafe, edits.into_iter().collect())
        .facts(facts(place, name))
        .category(Category::Schema),
    )
}

fn facts(place: Place, name: &str) -> &'static [&'static str] {
    match place {
        Place::Root if name.starts_with("x-") => &["Y10"],
        Place::Root | Place::Ungrouped | Place::Project | Place::Environment | Place::Group => &["C01"],
        Place::Database => &["C03"],
        Place::Replica => &["R07"],
        Place::Variable => &["W33"],
        Place::Service(_) if !kinds_with_field(name).is_empty() => &["C55"],
        Place::Service(_) => &["C02"],
    }
}

fn place_words(place: Place) -> &'static str {
    match place {
        Place::Root => "a Blueprint's root",
        Place::Ungrouped => "`ungrouped`",
        Place::Service(kind) => kind.a_words(),
        Place::Database => "a database",
        Place::Replica => "a read replica",
        Place::Group => "an environment group",
        Place::Project => "a project",
        Place::Environment => "an environment",
        Place::Variable => "an environment variable",
    }
}
