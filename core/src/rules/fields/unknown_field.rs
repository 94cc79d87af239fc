//! C01–C03, C15–C17, C21, C22, C42, C44, C48, C55, C58, R07, V02, W33, Y10: a field that does not belong there.

use crate::diagnostics::{Category, Safety, Severity};
use crate::edit::{YamlEditor, quoted};
use crate::emit::reads_differently;
use crate::lint::{Claim, Context, Finding, Pattern, meant_field_of, nearest};
use crate::model::{Key, ValueKind};
use crate::platform::{
    FieldFacts, FieldType, Kind, SchemaNode, field, fields_of, kinds_with_field, meant_field,
    way_instead,
};
use crate::schema::Violation;
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds fields that Render does not know here: at the root, on a service of this type, on a database, a read
    /// replica, an environment group, a project, an environment or a variable.
    ///
    /// ## Why it matters
    ///
    /// Render rejects the Blueprint: `field nodeVersion not found in type file.Service`. Unknown fields of variables,
    /// and root fields that start with `x-`, are a warning: some official templates contain them. So is a name that differs
    /// from a known one by case only, such as `dockerFilePath`: an official template works with it.
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
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    /// - [Blueprint YAML Reference](https://render.com/docs/blueprint-spec), read 2026-09-12
    /// - reports of Render's validator in public repositories, 2021 to 2026
    code: "unknown-field",
    summary: "a field that Render does not know here",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: [
        "C01", "C02", "C03", "C15", "C16", "C17", "C21", "C22", "C42", "C44", "C48", "C55", "C58", "R07", "V02", "W32", "W33",
        "Y10",
    ],
    fixes: true,
    since: "0.1.0",
    claims: [Claim::every_field(Pattern::Unknown)],
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(context.claimed_by(&RULE).map(|violation| finding(context, violation)));
}

fn finding(context: &Context<'_>, violation: &Violation) -> Finding {
    let (node, name) = (violation.node, violation.field.as_str());
    let resource = matches!(node, SchemaNode::Service(_) | SchemaNode::Database);
    // A field that every type has belongs nowhere else.
    let mut others = if resource { kinds_with_field(name) } else { Vec::new() };
    others.retain(|_| name != "type");
    let meant = meant_field_of(context, violation)
        .filter(|_| others.is_empty() || node == SchemaNode::Database);
    if let Some(finding) = shorthand(context, violation) {
        return finding;
    }
    let help = match (meant, others.as_slice(), home(name)) {
        (None, ..) if way_instead(node, name).is_some() => {
            way_instead(node, name).unwrap_or_default().to_owned()
        }
        (Some(meant), ..) if meant.name.eq_ignore_ascii_case(name) => {
            format!(
                "write `{}`: whether Render compares names without case is not documented",
                meant.name
            )
        }
        (Some(meant), ..) => format!("did you mean `{}`?", meant.name),
        (None, [], _)
            if node == SchemaNode::Root && meant_field(node, name) == Some("services") =>
        {
            "move its content to the list `services`".to_owned()
        }
        (None, [], Some(home)) if home != node => format!("it belongs to {}", home.a_words()),
        (None, [], _) => {
            "remove it, or see Render's Blueprint reference for the fields allowed here".to_owned()
        }
        (None, kinds, _) => {
            let kinds: Vec<&str> = kinds.iter().map(|kind| kind.words()).collect();
            format!("it belongs to: {}", kinds.join(", "))
        }
    };
    let mild = !violation.refused
        || matches!(node, SchemaNode::Variable | SchemaNode::GroupVariable)
        || (node == SchemaNode::Root && name.starts_with("x-"))
        || (node == SchemaNode::Project && name == "envVarGroups");
    // A misspelt required field is also missing: this finding reports both, with the higher severity.
    let missing = meant.and_then(|meant| context.missing_beside(violation, meant.name));
    let by_case = fields_of(node).any(|row| row.name.eq_ignore_ascii_case(name));
    let severity =
        if by_case || mild && missing.is_none() { Severity::Warning } else { Severity::Error };
    let message = format!("field `{name}` not found in {}", node.a_words());
    let mut finding = Finding::of_violation(context, violation, severity, message, help)
        .facts(if by_case { &["C01"] } else { facts(node, name) });
    if missing.is_some_and(|missing| missing.refused) {
        finding = finding.category(Category::Schema);
    }
    let key = violation.siblings.at(violation.span);
    let fits = |meant: &FieldFacts| key.is_some_and(|key| fits(meant.takes, key.value_kind));
    match meant.filter(|meant| fits(meant)) {
        Some(meant) => finding.fix(
            format!("write `{}`", meant.name),
            Safety::Unsafe,
            vec![TextEdit::replace(violation.span, meant.name)],
        ),
        // Without this entry, a variable with two entries would have no value.
        None if meant.is_none()
            && way_instead(node, name).is_none_or(|way| way.starts_with("remove it"))
            && node != SchemaNode::Root
            && violation.siblings.len() > minimum(node) =>
        {
            finding.fix(
                format!("remove `{name}`"),
                Safety::Unsafe,
                context.editor().remove_entry(&violation.siblings, name).into_iter().collect(),
            )
        }
        None => finding,
    }
}

/// How many entries a mapping at that node needs.
fn minimum(node: SchemaNode) -> usize {
    if matches!(node, SchemaNode::Variable | SchemaNode::GroupVariable) { 2 } else { 1 }
}

/// Whether a finding is about the only entry of a variable, as in `- NODE_ENV: production`.
pub(crate) fn is_shorthand(violation: &Violation) -> bool {
    matches!(violation.node, SchemaNode::Variable | SchemaNode::GroupVariable)
        && matches!(violation.siblings[..], [ref key] if key.value_kind == ValueKind::Scalar)
        && meant_field(violation.node, &violation.siblings[0].name).is_none()
        && !is_misspelt_field(&violation.siblings[0].name)
        && field(violation.node, &violation.siblings[0].name).is_none()
}

/// Whether a name is nearly that of a field of variables; names of variables are in capitals.
fn is_misspelt_field(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && nearest(name, fields_of(SchemaNode::Variable).map(|row| row.name)).is_some()
}

/// A variable written as `NAME: value`.
fn shorthand(context: &Context<'_>, violation: &Violation) -> Option<Finding> {
    let key = violation.siblings.first().filter(|_| is_shorthand(violation))?;
    let name = key.span.slice(context.text);
    let editor = context.editor();
    let title = "write it as `key` and `value`";
    let message = format!("`{name}` is the name of an environment variable, not one of its fields");
    let finding = Finding::of_violation(context, violation, Severity::Error, message, title);
    let edits = list_entry(editor, key);
    Some(finding.facts(&["W32"]).category(Category::Schema).fix(title, Safety::Safe, edits))
}

/// Edits that turn `NAME: value`, an item of a list, into `key: NAME` and `value: value`.
fn list_entry(editor: YamlEditor<'_>, key: &Key) -> Vec<TextEdit> {
    let name = key.span.slice(editor.text);
    let head = if editor.starts_line(key.span) {
        let indent = editor.indent_at(key.span.start());
        format!("key: {name}{}{indent}value", editor.line_break)
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

/// Where a field of that name belongs, if not to services.
fn home(name: &str) -> Option<SchemaNode> {
    let nodes = [
        SchemaNode::Root,
        SchemaNode::Environment,
        SchemaNode::Database,
        SchemaNode::Variable,
        SchemaNode::Networking,
        SchemaNode::Permissions,
    ];
    nodes.into_iter().find(|node| name != "name" && field(*node, name).is_some())
}

/// Whether a value of that kind can be the value of a field.
fn fits(takes: FieldType, kind: ValueKind) -> bool {
    match takes {
        FieldType::Mapping(_) | FieldType::Service => kind == ValueKind::Mapping,
        FieldType::List(item) => kind == ValueKind::Sequence && *item != FieldType::Service,
        _ => kind == ValueKind::Scalar,
    }
}

fn facts(node: SchemaNode, name: &str) -> &'static [&'static str] {
    match node {
        SchemaNode::Root if name.starts_with("x-") => &["Y10"],
        SchemaNode::Project if name == "envVarGroups" => &["C44"],
        SchemaNode::Networking | SchemaNode::Permissions | SchemaNode::Environment => &["C42"],
        SchemaNode::Database | SchemaNode::HighAvailability => &["C03"],
        SchemaNode::Replica => &["R07"],
        SchemaNode::Variable | SchemaNode::GroupVariable => &["W33"],
        SchemaNode::Service(Kind::Static) if name == "plan" => &["C15"],
        SchemaNode::Service(Kind::Static) if name == "startCommand" => &["C58"],
        SchemaNode::Service(Kind::Workflow) if !kinds_with_field(name).is_empty() => &["C48"],
        SchemaNode::Service(_) if matches!(name, "headers" | "routes") => &["C16"],
        SchemaNode::Service(_) if name == "schedule" => &["C17"],
        SchemaNode::Service(_) if name == "disk" => &["C21"],
        SchemaNode::Service(_) if matches!(name, "scaling" | "numInstances") => &["C22"],
        SchemaNode::Service(_) if name == "previewPlan" => &["V02"],
        SchemaNode::Service(_) if !kinds_with_field(name).is_empty() => &["C55"],
        SchemaNode::Service(_) => &["C02"],
        _ => &["C01"],
    }
}
