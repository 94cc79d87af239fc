//! Environment variables.

use super::fields::Fields;
use crate::model::env::{DatabaseReference, EnvVar, Literal, LiteralForm, ServiceReference};
use crate::syntax::{Node, Reading, ScalarStyle};

/// The variables under `envVars`, and under `env` where that holds a list: Render refuses it, but what is meant is plain
/// (C62).
pub(super) fn env_vars(fields: &Fields<'_>, path: &str) -> Vec<EnvVar> {
    let mut out = Vec::new();
    let mut index = 0;
    for name in ["envVars", "env"] {
        for entry in fields.all(name) {
            for item in entry.value.as_sequence().unwrap_or_default() {
                out.extend(env_var(item, format!("{path}.{name}[{index}]")));
                index += 1;
            }
        }
    }
    // A variable is large, and most services have few.
    out.shrink_to_fit();
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
pub(super) fn literal(node: &Node) -> Option<Literal> {
    let scalar = node.as_scalar()?;
    let form = match node.reading()? {
        Reading::Null => LiteralForm::Null,
        Reading::Boolean(_) => LiteralForm::Boolean,
        Reading::Number(_) => LiteralForm::Number,
        Reading::Text => LiteralForm::Text,
    };
    let quoted = scalar.style != ScalarStyle::Plain;
    Some(Literal { text: scalar.text.clone(), form, quoted })
}
