//! The values below a mapping, flattened.

use super::env::literal;
use super::fields::Fields;
use crate::model::field::Key;
use crate::model::settings::{Setting, Settings};
use crate::syntax::{Node, Value};

/// The settings below a mapping; `envVars` and `readReplicas` have types of their own.
pub(super) fn settings(fields: &Fields<'_>) -> Settings {
    let mut out = Vec::new();
    mapping(fields, "", &mut out);
    Settings::new(out)
}

fn mapping(fields: &Fields<'_>, prefix: &str, out: &mut Vec<Setting>) {
    for entry in fields.entries() {
        let Some(key) = Key::of(entry) else { continue };
        if matches!(key.name.as_str(), "envVars" | "readReplicas" | "<<") {
            continue;
        }
        let name = format!("{prefix}{}", key.name);
        value(&entry.value, name, key, out);
    }
}

fn value(node: &Node, name: String, key: Key, out: &mut Vec<Setting>) {
    out.push(Setting { name: name.clone(), key, literal: literal(node) });
    match &node.value {
        Value::Scalar(_) => {}
        Value::Mapping(_) => {
            if let Some(fields) = Fields::of(node) {
                mapping(&fields, &format!("{name}."), out);
            }
        }
        Value::Sequence(items) => {
            for (index, item) in items.iter().enumerate() {
                let name = format!("{name}[{index}]");
                let key = Key {
                    name: name.clone(),
                    span: item.span,
                    value: item.span,
                    value_kind: crate::model::ValueKind::of(item),
                };
                value(item, name, key, out);
            }
        }
    }
}
