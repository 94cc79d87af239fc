//! C01–C03, C15–C17, C21, C22, C42, C44, C48, C55, C58, R07, V02, W33, Y10: a field that does not belong there.

use super::near::nearest;
use super::{Context, Finding};
use crate::diagnostics::{Category, Safety, Severity};
use crate::edit::{Editor, quoted};
use crate::emit::reads_differently;
use crate::platform::{FieldFacts, Kind, Place, Takes, field, fields_of, kinds_with_field, meant_field, way_instead};
use crate::model::{Key, Shape};
use crate::schema::{Problem, ShapeFinding};
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
    facts: [
        "C01", "C02", "C03", "C15", "C16", "C17", "C21", "C22", "C42", "C44", "C48", "C55", "C58", "R07", "V02", "W32", "W33",
        "Y10",
    ],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(context.shape_of(RULE.code).map(|shape| finding(context, shape)));
}

fn finding(context: &Context<'_>, shape: &ShapeFinding) -> Finding {
    let (place, name) = (shape.place, shape.field.as_str());
    let resource = matches!(place, Place::Service(_) | Place::Database);
    // What every kind has belongs nowhere else.
    let mut others = if resource { kinds_with_field(name) } else { Vec::new() };
    others.retain(|_| name != "type");
    let meant = meant(context, shape).filter(|_| others.is_empty() || place == Place::Database);
    if let Some(finding) = shorthand(context, shape) {
        return finding;
    }
    let help = match (meant, others.as_slice(), home(name)) {
        (None, ..) if way_instead(place, name).is_some() => {
            way_instead(place, name).unwrap_or_default().to_owned()
        }
        (Some(meant), ..) => format!("did you mean `{}`?", meant.name),
        (None, [], _) if place == Place::Root && meant_field(place, name) == Some("services") => {
            "move what stands there to the list `services`".to_owned()
        }
        (None, [], Some(home)) if home != place => format!("it belongs to {}", home.a_words()),
        (None, [], _) => "drop it, or see the Blueprint reference for what belongs here".to_owned(),
        (None, kinds, _) => {
            let kinds: Vec<&str> = kinds.iter().map(|kind| kind.words()).collect();
            format!("it belongs to: {}", kinds.join(", "))
        }
    };
    let mild = !shape.refused
        || matches!(place, Place::Variable | Place::GroupVariable)
        || (place == Place::Root && name.starts_with("x-"))
        || (place == Place::Project && name == "envVarGroups");
    // A misspelt field that is required is missing, too, which counts as much and is told here.
    let missing = meant.and_then(|meant| {
        let same =
            |other: &&ShapeFinding| other.field == meant.name && other.siblings == shape.siblings;
        let about = |other: &&ShapeFinding| other.problem == Problem::Missing;
        context.shape.iter().filter(about).find(same)
    });
    let severity = if mild && missing.is_none() { Severity::Warning } else { Severity::Error };
    let message = format!("field `{name}` not found in {}", place.a_words());
    let mut finding =
        Finding::of_shape(context, shape, severity, message, help).facts(facts(place, name));
    if missing.is_some_and(|missing| missing.refused) {
        finding = finding.category(Category::Schema);
    }
    let key = shape.siblings.iter().find(|key| key.span == shape.span);
    let fits = |meant: &FieldFacts| key.is_some_and(|key| fits(meant.takes, key.shape));
    match meant.filter(|meant| fits(meant)) {
        Some(meant) => finding.fix(
            format!("write `{}`", meant.name),
            Safety::Unsafe,
            vec![TextEdit::replace(shape.span, meant.name)],
        ),
        // Without what stands there, a variable of two entries would have no value.
        None if meant.is_none()
            && way_instead(place, name).is_none_or(|way| way.starts_with("drop it"))
            && place != Place::Root
            && shape.siblings.len() > minimum(place) =>
        {
            finding.fix(
                format!("drop `{name}`"),
                Safety::Unsafe,
                context.editor().remove_entry(&shape.siblings, name).into_iter().collect(),
            )
        }
        None => finding,
    }
}

/// How many entries a mapping of that place needs.
fn minimum(place: Place) -> usize {
    if matches!(place, Place::Variable | Place::GroupVariable) { 2 } else { 1 }
}

/// Whether a finding is about the only entry of a variable, as in `- NODE_ENV: production`.
pub(super) fn is_shorthand(shape: &ShapeFinding) -> bool {
    matches!(shape.place, Place::Variable | Place::GroupVariable)
        && matches!(shape.siblings.as_slice(), [key] if key.shape == Shape::Scalar)
        && meant_field(shape.place, &shape.siblings[0].name).is_none()
        && field(shape.place, &shape.siblings[0].name).is_none()
}

/// A variable written as `NAME: value`.
fn shorthand(context: &Context<'_>, shape: &ShapeFinding) -> Option<Finding> {
    let key = shape.siblings.first().filter(|_| is_shorthand(shape))?;
    let name = key.span.slice(context.text);
    let editor = context.editor();
    let title = "write it as `key` and `value`";
    let message = format!("`{name}` is no field of an environment variable, but its name");
    let finding = Finding::of_shape(context, shape, Severity::Error, message, title);
    let edits = list_entry(editor, key);
    Some(finding.facts(&["W32"]).category(Category::Schema).fix(title, Safety::Safe, edits))
}

/// Edits that make `NAME: value`, an item of a list, `key: NAME` and `value: value`.
fn list_entry(editor: Editor<'_>, key: &Key) -> Vec<TextEdit> {
    let name = key.span.slice(editor.text);
    let head = if editor.starts_line(key.span) {
        let indent = editor.indent_at(key.span.start());
        format!("key: {name}{}{indent}value", editor.line_break())
    } else {
        format!("key: {name}, value")
    };
    let value = key.value.slice(editor.text);
    let folded = value.to_ascii_lowercase();
    let text =
        matches!(folded.as_str(), "true" | "false" | "null" | "~") || reads_differently(value);
    let mut edits = vec![TextEdit::replace(key.span, head)];
    edits.extend(text.then(|| TextEdit::replace(key.value, quoted(value))));
    edits
}

/// The field that is most likely meant, unless it is there already.
pub(super) fn meant(context: &Context<'_>, shape: &ShapeFinding) -> Option<&'static FieldFacts> {
    let (place, name) = (shape.place, shape.field.as_str());
    let present = || fields_of(place).filter(|row| row.replaced_by.is_none()).map(|row| row.name);
    let meant = match meant_field(place, name).or_else(|| nearest(name, present()))? {
        "startCommand" if on_docker(context, shape) => "dockerCommand",
        meant => meant,
    };
    let there = shape.siblings.iter().any(|key| key.name == meant);
    field(place, meant).filter(|_| !there)
}

/// Whether the service of an unknown field runs on Docker, which refuses `startCommand`.
fn on_docker(context: &Context<'_>, shape: &ShapeFinding) -> bool {
    let runtime = shape.siblings.iter().find(|key| matches!(key.name.as_str(), "runtime" | "env"));
    runtime.is_some_and(|key| matches!(key.value.slice(context.text), "docker" | "image"))
}

/// Where a field of that name is at home, when it is no field of services.
fn home(name: &str) -> Option<Place> {
    let places = [
        Place::Root,
        Place::Environment,
        Place::Database,
        Place::Variable,
        Place::Networking,
        Place::Permissions,
    ];
    places.into_iter().find(|place| name != "name" && field(*place, name).is_some())
}

/// Whether a value of that shape can be what a field takes.
fn fits(takes: Takes, shape: Shape) -> bool {
    match takes {
        Takes::Mapping(_) | Takes::Service => shape == Shape::Mapping,
        Takes::List(item) => shape == Shape::Sequence && *item != Takes::Service,
        _ => shape == Shape::Scalar,
    }
}

fn facts(place: Place, name: &str) -> &'static [&'static str] {
    match place {
        Place::Root if name.starts_with("x-") => &["Y10"],
        Place::Project if name == "envVarGroups" => &["C44"],
        Place::Networking | Place::Permissions | Place::Environment => &["C42"],
        Place::Database | Place::HighAvailability => &["C03"],
        Place::Replica => &["R07"],
        Place::Variable | Place::GroupVariable => &["W33"],
        Place::Service(Kind::Static) if name == "plan" => &["C15"],
        Place::Service(Kind::Static) if name == "startCommand" => &["C58"],
        Place::Service(Kind::Workflow) if !kinds_with_field(name).is_empty() => &["C48"],
        Place::Service(_) if matches!(name, "headers" | "routes") => &["C16"],
        Place::Service(_) if name == "schedule" => &["C17"],
        Place::Service(_) if name == "disk" => &["C21"],
        Place::Service(_) if matches!(name, "scaling" | "numInstances") => &["C22"],
        Place::Service(_) if name == "previewPlan" => &["V02"],
        Place::Service(_) if !kinds_with_field(name).is_empty() => &["C55"],
        Place::Service(_) => &["C02"],
        _ => &["C01"],
    }
}
