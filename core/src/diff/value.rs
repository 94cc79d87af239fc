//! Values of any field as flat texts that are equal exactly when they mean the same: quotes, flow or block form, the
//! order of keys, and the order of lists that are sets make no difference.

use std::collections::BTreeMap;

use super::part::entries;
use crate::model::read_range;
use crate::platform::UNORDERED_LISTS;
use crate::sort;
use crate::syntax::{Node, ScalarStyle, Value};

/// Fields by their dotted names below a part.
pub(crate) type Fields = BTreeMap<String, FieldValue>;

/// The value of a field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FieldValue {
    /// As one text.
    pub(crate) text: String,
    /// Whether the file's own words are in it, rather than ours for where a value comes from.
    pub(crate) literal: bool,
}

impl FieldValue {
    /// The file's own words.
    pub(super) fn literal(text: impl Into<String>) -> Self {
        Self { text: text.into(), literal: true }
    }

    /// Our words for where a value comes from.
    pub(super) fn described(text: impl Into<String>) -> Self {
        Self { text: text.into(), literal: false }
    }
}

/// What a value that is missing reads as.
pub(super) const NOTHING: &str = "(nothing)";

/// Adds `node` to `out` under `path`: mappings field by field, everything else as one text.
pub(super) fn flatten(out: &mut Fields, path: &str, node: &Node) {
    match &node.value {
        Value::Mapping(_) if !entries(node).is_empty() => {
            for (name, value) in entries(node) {
                flatten(out, &join(path, name), value);
            }
        }
        Value::Sequence(items) if !items.is_empty() && are_named(items) => {
            for item in items {
                let name = name_of(item).unwrap_or_default();
                let rest = entries(item).into_iter().filter(|(key, _)| !NAMES.contains(key));
                for (key, value) in rest {
                    flatten(out, &join(&join(path, &name), key), value);
                }
            }
        }
        Value::Sequence(items) => {
            let last = path.rsplit('.').next().unwrap_or(path);
            let mut texts: Vec<String> = items
                .iter()
                .map(|item| if last == "ipAllowList" { ip_rule(item) } else { one_line(item) })
                .collect();
            if UNORDERED_LISTS.contains(&last) {
                sort::ascending(&mut texts);
                texts.dedup();
            }
            out.insert(path.to_owned(), FieldValue::literal(format!("[{}]", texts.join(", "))));
        }
        Value::Scalar(_) | Value::Mapping(_) => {
            out.insert(path.to_owned(), FieldValue::literal(one_line(node)));
        }
    }
}

/// `path.name`, or the name alone at the top.
pub(super) fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// A value as one text, mappings and lists in YAML's flow form with sorted keys.
pub(crate) fn one_line(node: &Node) -> String {
    match &node.value {
        Value::Scalar(_) if node.is_null() => NOTHING.to_owned(),
        Value::Scalar(scalar) => match (scalar.style, scalar.text.as_str()) {
            (ScalarStyle::Plain, "True" | "TRUE") => "true".to_owned(),
            (ScalarStyle::Plain, "False" | "FALSE") => "false".to_owned(),
            (_, text) => text.to_owned(),
        },
        Value::Sequence(items) => {
            format!("[{}]", items.iter().map(one_line).collect::<Vec<_>>().join(", "))
        }
        Value::Mapping(_) => {
            let mut texts: Vec<String> = entries(node)
                .into_iter()
                .map(|(name, value)| format!("{name}: {}", one_line(value)))
                .collect();
            sort::ascending(&mut texts);
            format!("{{{}}}", texts.join(", "))
        }
    }
}

/// An entry of an allow list: its range in one spelling, with its description.
fn ip_rule(node: &Node) -> String {
    let fields = entries(node);
    let text = |name: &str| fields.iter().find(|(key, _)| *key == name).map(|(_, n)| one_line(n));
    let Some(source) = text("source") else { return one_line(node) };
    let source = read_range(&source).map_or(source, |range| range.to_string());
    let rest: Vec<String> = fields
        .iter()
        .filter(|(key, _)| *key != "source")
        .map(|(_, value)| one_line(value))
        .collect();
    if rest.is_empty() { source } else { format!("{source} ({})", rest.join(", ")) }
}

/// Fields that name an item of a list.
const NAMES: [&str; 2] = ["name", "key"];

/// The name of an item of a list. Headers have a name each, but it is the path that tells them apart.
fn name_of(item: &Node) -> Option<String> {
    let fields = entries(item);
    if fields.iter().any(|(key, _)| *key == "path") {
        return None;
    }
    let (_, name) = fields.into_iter().find(|(key, _)| NAMES.contains(key))?;
    (name.as_scalar().is_some() && !name.is_null()).then(|| one_line(name))
}

/// Whether every item is a mapping with a name that no other has, and with something else.
fn are_named(items: &[Node]) -> bool {
    let mut names: Vec<String> = items
        .iter()
        .filter(|item| entries(item).iter().any(|(key, _)| !NAMES.contains(key)))
        .filter_map(name_of)
        .collect();
    sort::ascending(&mut names);
    names.dedup();
    names.len() == items.len()
}
