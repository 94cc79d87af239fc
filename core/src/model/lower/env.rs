//! Environment variables.

use super::fields::Fields;
use crate::model::env::{DatabaseReference, EnvVar, Literal, LiteralForm, ServiceReference};
use crate::syntax::{Node, ScalarStyle};

/// The variables under `envVars`. A mapping of keys to values, which Render refuses, is read as what it means.
pub(super) fn env_vars(fields: &Fields<'_>, path: &str) -> Vec<EnvVar> {
    let mut out = Vec::new();
    for entry in fields.all("envVars") {
        if let Some(items) = entry.value.as_sequence() {
            for item in items {
                let path = format!("{path}.envVars[{}]", out.len());
                out.extend(env_var(item, path));
            }
        }
    }
    out
}

fn env_var(node: &Node, path: String) -> Option<EnvVar> {
    let fields = Fields::of(node)?;
    Some(EnvVar {
        span: node.span,
        path,
        key: fields.text("key"),
        value: fields.read("value", literal),
        generate_value: fields.boolean("generateValue"),
        sync: fields.boolean("sync"),
        preview_value: fields.read("previewValue", literal),
        from_service: fields.read("fromService", |node| {
            let fields = Fields::of(node)?;
            Some(ServiceReference {
                name: fields.text("name"),
                kind: fields.text("type"),
                property: fields.text("property"),
                env_var_key: fields.text("envVarKey"),
                keys: fields.keys(),
            })
        }),
        from_database: fields.read("fromDatabase", |node| {
            let fields = Fields::of(node)?;
            Some(DatabaseReference {
                name: fields.text("name"),
                property: fields.text("property"),
                keys: fields.keys(),
            })
        }),
        from_group: fields.text("fromGroup"),
        keys: fields.keys(),
    })
}

/// A literal as YAML 1.2 reads it; the 1.1 words are a matter for rules.
fn literal(node: &Node) -> Option<Literal> {
    let scalar = node.as_scalar()?;
    let quoted = scalar.style != ScalarStyle::Plain;
    let form = if node.is_null() {
        LiteralForm::Null
    } else if quoted || node.tag.as_deref() == Some("!!str") {
        LiteralForm::Text
    } else if matches!(scalar.text.as_str(), "true" | "True" | "TRUE" | "false" | "False" | "FALSE")
    {
        LiteralForm::Boolean
    } else if is_number(&scalar.text) {
        LiteralForm::Number
    } else {
        LiteralForm::Text
    };
    Some(Literal { text: scalar.text.clone(), form, quoted })
}

/// Whether a plain scalar is a number under the YAML 1.2 core schema.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let radix = |prefix: &str, radix: u32| {
        text.strip_prefix(prefix)
            .is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_digit(radix)))
    };
    radix("0x", 16)
        || radix("0o", 8)
        || matches!(digits, ".inf" | ".Inf" | ".INF")
        || matches!(text, ".nan" | ".NaN" | ".NAN")
        || (digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
            && digits.bytes().any(|b| b.is_ascii_digit())
            && digits
                .bytes()
                .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'E' | b'+' | b'-'))
            && digits.parse::<f64>().is_ok())
}
