//! Y02: an unquoted boolean, or no value.

use crate::diagnostics::{Category, Safety};
use crate::edit::quoted;
use crate::lint::{Claim, Context, Finding, NodeSet, Pattern, VariableOwner};
use crate::model::{EnvVar, Literal, LiteralForm, Present};
use crate::text::TextEdit;

rule! {
    /// ## What it does
    ///
    /// Finds `value` and `previewValue` that are an unquoted `true`, `false`, `yes`, `no`, `on` or `off`, or empty.
    ///
    /// ## Why it matters
    ///
    /// A variable is a string. The official schema rejects the value, and it may reach the app in another spelling.
    /// Some official templates contain it, so this is a warning.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: DEBUG
    ///         value: true
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
    ///       - key: DEBUG
    ///         value: "true"
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When it has always worked for you.
    ///
    /// ## References
    ///
    /// - [JSON schema of render.yaml](https://render.com/schema/render.yaml.json), 2026-09-26
    code: "unquoted-boolean",
    summary: "a value that is not a string",
    severity: Warning,
    category: Schema,
    certainty: Documented,
    facts: ["Y02"],
    fixes: true,
    since: "0.1.0",
    claims: [Claim::fields(NodeSet::Variables, &["value", "previewValue"], Pattern::NotAText)],
    check: check,
}

/// Words that YAML 1.1 readers take for booleans, in addition to `true` and `false`.
const OLD_BOOLEANS: [&str; 4] = ["yes", "no", "on", "off"];

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (owner, var) in context.all_variables() {
        for (name, literal) in [("value", &var.value), ("previewValue", &var.preview_value)] {
            let Some(literal) = literal.present() else { continue };
            if let Some(finding) = finding(context, var, name, literal) {
                findings.push(match owner {
                    VariableOwner::Resource(resource) => finding.on(context, resource.id),
                    VariableOwner::Group(_) => finding,
                });
            }
        }
    }
}

fn finding(
    context: &Context<'_>,
    var: &EnvVar,
    name: &str,
    literal: &Present<Literal>,
) -> Option<Finding> {
    let text = literal.value.text.as_str();
    let old = !literal.value.quoted && OLD_BOOLEANS.contains(&text.to_ascii_lowercase().as_str());
    let (message, category) = match literal.value.form {
        LiteralForm::Boolean => {
            (format!("unquoted `{text}` is a boolean, not a string"), Category::Schema)
        }
        LiteralForm::Null if text.is_empty() => {
            ("this value is empty, not a string".to_owned(), Category::Schema)
        }
        LiteralForm::Null => {
            (format!("unquoted `{text}` means no value, not a string"), Category::Schema)
        }
        LiteralForm::Text if old => {
            (format!("older readers take unquoted `{text}` for a boolean"), Category::Style)
        }
        LiteralForm::Text | LiteralForm::Number => return None,
    };
    let edit = if literal.span.is_empty() {
        context.editor().fill(literal.span, "\"\"")
    } else {
        Some(TextEdit::replace(literal.span, quoted(text)))
    };
    // In quotes, `null` is a word like any other.
    let is_null = literal.value.form == LiteralForm::Null && !text.is_empty();
    let safety = if is_null { Safety::Unsafe } else { Safety::Safe };
    let span = if literal.span.is_empty() { literal.key } else { literal.span };
    Some(
        Finding::new(
            span,
            format!("{}.{name}", var.path),
            message,
            "put it in quotes: variables are strings",
        )
        .category(category)
        .fix("put it in quotes", safety, edit.into_iter().collect()),
    )
}
