//! C06, C11, C17, C31, C38, C48, U06, W32: a required field is missing.

use super::unknown_field::is_shorthand;
use crate::diagnostics::{Safety, Severity};
use crate::lint::{Claim, Context, Finding, Pattern};
use crate::model::Resource;
use crate::platform::{FieldFacts, Kind, Required, SchemaNode, field, fields_of};
use crate::schema::{Violation, ViolationKind};

rule! {
    /// ## What it does
    ///
    /// Finds services without `type`, `name` or `runtime`, cron jobs without `schedule`, workflows without
    /// `startCommand`, environment groups without `envVars`, and all other items without their `name`.
    ///
    /// ## Why it matters
    ///
    /// Render rejects the Blueprint.
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
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    code: "missing-field",
    summary: "a required field that is missing",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["C06", "C11", "C17", "C31", "C38", "C48", "U06", "W32"],
    fixes: true,
    since: "0.1.0",
    claims: [Claim::every_field(Pattern::MissingOrNoneOf)],
    concludes_from_absence: true,
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let missing = context.claimed_by(&RULE).filter(|violation| {
        !context.is_misspelt(&violation.siblings, &violation.field) && !is_shorthand(violation)
    });
    findings.extend(missing.map(|violation| finding(context, violation)));
}

fn finding(context: &Context<'_>, violation: &Violation) -> Finding {
    let (node, name) = (violation.node, violation.field.as_str());
    if let ViolationKind::MissingOneOf(names) = &violation.kind {
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        let message = format!("{} must have {}", node.a_words(), names.join(" or "));
        return Finding::of_violation(
            context,
            violation,
            Severity::Error,
            message,
            "add one of them, or remove the entry",
        )
        .facts(&["C38"]);
    }
    let label =
        context.resource_at(violation.span).filter(|_| is_resource(node)).map(Resource::label);
    let subject = label
        .filter(|_| name != "name")
        .map_or_else(|| node.a_words().to_owned(), |label| format!("`{label}`"));
    let value = default(context, violation);
    let help = match &value {
        Some(value) => format!("add `{name}: {value}`"),
        None => {
            field(node, name).map_or_else(String::new, |row| format!("add `{name}`: {}", help(row)))
        }
    };
    let finding = Finding::of_violation(
        context,
        violation,
        Severity::Error,
        format!("{subject} must have `{name}`"),
        help,
    )
    .facts(facts(node, name));
    let edit = value.as_ref().zip(violation.siblings.first()).and_then(|(value, first)| {
        let after = violation.siblings.named("name").next().unwrap_or(first);
        context.editor().add_entry(after, &format!("{name}: {value}"))
    });
    finding.fix(
        format!("add `{name}: {}`", value.unwrap_or_default()),
        Safety::Unsafe,
        edit.into_iter().collect(),
    )
}

/// The help of the table row as the end of a sentence.
fn help(row: &FieldFacts) -> String {
    let mut text = row.help.trim_end_matches('.').to_owned();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    text
}

/// A default that is safe to add.
fn default(context: &Context<'_>, violation: &Violation) -> Option<&'static str> {
    match (violation.node, violation.field.as_str()) {
        (SchemaNode::Group, "envVars") => Some("[]"),
        (SchemaNode::HighAvailability, "enabled") => Some("true"),
        (SchemaNode::Service(_), "runtime") if violation.siblings.has("image") => Some("image"),
        (SchemaNode::Service(_), "type") => {
            let kind = context.resource_at(violation.span)?.kind.kind()?;
            let there = |name: &str| violation.siblings.has(name);
            let complete = fields_of(SchemaNode::Service(kind))
                .all(|row| row.name == "type" || row.required != Required::Yes || there(row.name));
            kind.blueprint_type().filter(|_| complete && there("runtime"))
        }
        _ => None,
    }
}

fn is_resource(node: SchemaNode) -> bool {
    matches!(node, SchemaNode::Service(_) | SchemaNode::Database | SchemaNode::Replica)
}

fn facts(node: SchemaNode, name: &str) -> &'static [&'static str] {
    match (node, name) {
        (SchemaNode::Service(_), "runtime") => &["C06"],
        (SchemaNode::Service(_), "schedule") => &["C17"],
        (SchemaNode::Image, _) => &["C11"],
        (SchemaNode::Service(Kind::Workflow), _) => &["C48"],
        (SchemaNode::HighAvailability, _) => &["C31"],
        (SchemaNode::Variable | SchemaNode::GroupVariable, _) => &["W32"],
        _ => &["U06"],
    }
}
