//! Y12: a value other than a list where Render requires a list.

use crate::diagnostics::{Safety, Severity};
use crate::edit::quoted;
use crate::emit::reads_differently;
use crate::lint::{Claim, Context, Finding, Pattern};
use crate::model::{Key, ValueKind};
use crate::platform::{FieldType, Kind, Required, SchemaNode, field};
use crate::schema::{FoundValue, Violation, ViolationKind};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `services`, `databases`, `envVarGroups`, `projects`, `envVars`, `readReplicas`, `domains` and similar
    /// fields whose value is not a list.
    ///
    /// ## Why it matters
    ///
    /// Render reads these fields as lists. It rejects a mapping, such as services with their names as keys. An empty
    /// value, as when every entry is commented out, is a warning: the official schema rejects it, although one of
    /// Render's own examples contains it.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   api:
    ///     type: web
    ///     name: api
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
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never for a mapping. You may keep an empty key while the entries are commented out.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    code: "list-expected",
    summary: "a value that is not a list where a list is required",
    severity: Error,
    category: Schema,
    certainty: Documented,
    facts: ["Y12", "C19"],
    fixes: true,
    since: "0.1.0",
    claims: [Claim::every_field(Pattern::NotAList)],
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    findings.extend(
        context
            .claimed_by(&RULE)
            .filter(|violation| !context.is_run_on_value(violation.span))
            .filter_map(|violation| finding(context, violation)),
    );
}

/// The edit that writes an empty list in place of nothing.
fn empty_list(context: &Context<'_>, key: &Key) -> Vec<TextEdit> {
    let edit = if key.value.is_empty() {
        context.editor().fill(key.value, "[]")
    } else {
        Some(TextEdit::replace(key.value, "[]"))
    };
    edit.into_iter().collect()
}

fn finding(context: &Context<'_>, violation: &Violation) -> Option<Finding> {
    let ViolationKind::WrongType { takes: FieldType::List(item), found } = &violation.kind else {
        return None;
    };
    let name = &violation.field;
    let required = field(violation.node, name).is_some_and(|row| row.required == Required::Yes);
    let (severity, what, help) = match found {
        FoundValue::Null if required => {
            (Severity::Warning, "is empty", "write `[]` until there is an entry")
        }
        FoundValue::Null if name == "ipAllowList" => {
            (Severity::Warning, "is empty", "write `[]` to let nobody in from the internet")
        }
        FoundValue::Null => {
            (Severity::Warning, "is empty", "remove the key until there is an entry")
        }
        FoundValue::Mapping(_) => {
            (Severity::Error, "is a mapping", entry_form(context, violation, **item))
        }
        _ => (Severity::Error, "is a single value", "start every entry with a dash"),
    };
    let message = format!("`{name}` {what}, but must be a list");
    let finding = Finding::of_violation(context, violation, severity, message, help).facts(
        match name.as_str() {
            "envVars" => &["C19"],
            _ => &["Y12"],
        },
    );
    Some(match found {
        FoundValue::Null if required => {
            let key = violation.siblings.only(&violation.field)?;
            finding.fix("write `[]`", Safety::Safe, empty_list(context, key))
        }
        // Without the key, a database would be open to everyone.
        FoundValue::Null if name == "ipAllowList" => {
            let key = violation.siblings.only(&violation.field)?;
            let datastore = matches!(
                violation.node,
                SchemaNode::Database | SchemaNode::Service(Kind::KeyValue)
            );
            // A web service with an empty list answers nobody.
            let edits = if datastore { empty_list(context, key) } else { Vec::new() };
            finding.fix("write `[]`", Safety::Unsafe, edits)
        }
        FoundValue::Null => finding.fix(
            "remove the key",
            Safety::Safe,
            context.editor().remove_entry(&violation.siblings, name).into_iter().collect(),
        ),
        FoundValue::Mapping(keys)
            if matches!(
                item,
                FieldType::Mapping(SchemaNode::Variable | SchemaNode::GroupVariable)
            ) =>
        {
            finding.fix(
                "make it a list of `key` and `value`",
                Safety::Safe,
                variables(context, keys).unwrap_or_default(),
            )
        }
        FoundValue::Text(_) if **item == FieldType::Text && is_one_line(context, violation) => {
            finding.fix(
                "make it a list",
                Safety::Safe,
                vec![TextEdit::replace(
                    violation.span,
                    format!("[{}]", violation.span.slice(context.text)),
                )],
            )
        }
        _ => finding,
    })
}

/// Whether a value can be put in brackets as it is: behind a tag, it would be what the tag says.
fn is_one_line(context: &Context<'_>, violation: &Violation) -> bool {
    !violation.span.slice(context.text).contains('\n')
        && !context.editor().is_tagged(violation.span)
}

/// The start of an entry of the list.
fn entry_form(context: &Context<'_>, violation: &Violation, item: FieldType) -> &'static str {
    match item {
        FieldType::Service if is_compose(context, violation) => {
            "this looks like a Compose file, which is a different format: write each service as `- type: …`"
        }
        FieldType::Service | FieldType::Mapping(SchemaNode::Route) => {
            "start every entry with a dash: `- type: …`"
        }
        FieldType::Mapping(SchemaNode::Variable | SchemaNode::GroupVariable) => {
            "start every entry with a dash: `- key: …`"
        }
        FieldType::Mapping(SchemaNode::IpRule) => "start every entry with a dash: `- source: …`",
        FieldType::Mapping(SchemaNode::Header) => "start every entry with a dash: `- path: …`",
        FieldType::Mapping(_) => "start every entry with a dash: `- name: …`",
        _ => "start every entry with a dash",
    }
}

/// Whether the mapping of services below that field comes from Docker Compose, judging by the fields of its entries.
fn is_compose(context: &Context<'_>, violation: &Violation) -> bool {
    let Some(key) = violation.siblings.at(violation.span) else { return false };
    let fields = ["build:", "image:", "ports:", "depends_on:", "container_name:"];
    let mut lines = key.value.slice(context.text).lines().map(str::trim_start);
    lines.any(|line| fields.iter().any(|field| line.starts_with(field)))
}

/// Edits that turn a mapping of names to values into a list of variables; `None` unless it is a block of such lines.
fn variables(context: &Context<'_>, keys: &[Key]) -> Option<Vec<TextEdit>> {
    let editor = context.editor();
    // One variable without its dash is no mapping of names to values.
    if keys.iter().any(|key| field(SchemaNode::Variable, &key.name).is_some()) {
        return None;
    }
    let mut edits = Vec::new();
    for key in keys {
        if key.value_kind != ValueKind::Scalar || !editor.starts_line(key.span) {
            return None;
        }
        let indent = editor.indent_at(key.span.start());
        let name = key.span.slice(context.text);
        edits.push(TextEdit::replace(
            key.span,
            format!("- key: {name}{}{indent}  value", editor.line_break),
        ));
        let value = key.value.slice(context.text);
        let folded = value.to_ascii_lowercase();
        if matches!(folded.as_str(), "true" | "false" | "null" | "~") || reads_differently(value) {
            edits.push(TextEdit::replace(key.value, quoted(value)));
        }
    }
    Some(edits)
}
