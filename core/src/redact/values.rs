//! Values whose names say that they are secret, by the tree.

use std::collections::BTreeSet;

use super::secret_value::SecretValue;
use crate::conventions::{is_stand_in, looks_secret, names_secret};
use crate::syntax::{Entry, Node, SyntaxTree, Value};
use crate::text::Span;

/// Shorter values are no secrets.
const SHORTEST: usize = 3;

/// Values that say yes or no, or how.
const SWITCHES: [&str; 10] =
    ["true", "false", "yes", "no", "on", "off", "null", "enabled", "disabled", "required"];

/// The values of keys, and of the variables that a `key` beside them names.
pub(super) fn named(tree: &SyntaxTree, text: &str) -> Vec<SecretValue> {
    let mut found: Vec<SecretValue> = Vec::new();
    each_value(tree, &mut |name, value| {
        if !names_secret(name) {
            return;
        }
        let span = secret_part(name, inside_quotes(value.source, text), text);
        let is_new = span.is_some_and(|span| found.iter().all(|other| other.span != span));
        if let Some(span) = span.filter(|_| is_new) {
            found.push(SecretValue { span, name: name.to_owned() });
        }
    });
    found
}

/// Where the values of the tree begin: what it says about them is known.
pub(super) fn starts(tree: &SyntaxTree) -> BTreeSet<usize> {
    let mut starts = BTreeSet::new();
    each_value(tree, &mut |_, value| {
        starts.insert(value.span.start());
    });
    starts
}

/// The name of the key or the variable whose value is around a span.
pub(super) fn holder(tree: &SyntaxTree, span: Span) -> Option<String> {
    let mut holder = None;
    each_value(tree, &mut |name, value| {
        if value.source.contains(span) {
            holder = Some(name.to_owned());
        }
    });
    holder
}

/// Whether a value under a secret name is one, as far as its text tells.
pub(super) fn is_secret(value: &str) -> bool {
    let folded = value.to_ascii_lowercase();
    value.chars().count() >= SHORTEST && !SWITCHES.contains(&folded.as_str()) && !is_stand_in(value)
}

/// Calls `each` with every scalar of the tree and its name: that of the variable for the value of one.
fn each_value(tree: &SyntaxTree, each: &mut dyn FnMut(&str, &Node)) {
    for root in tree.root.iter().chain(&tree.further) {
        below(root, each);
    }
}

fn below(node: &Node, each: &mut dyn FnMut(&str, &Node)) {
    match &node.value {
        Value::Scalar(_) => {}
        Value::Sequence(items) => items.iter().for_each(|item| below(item, each)),
        Value::Mapping(entries) => {
            let variable = entries.iter().find(|entry| scalar(&entry.key) == Some("key"));
            let variable = variable.and_then(|entry| scalar(&entry.value));
            for entry in entries.iter().filter(|entry| !entry.merged) {
                match scalar(&entry.value) {
                    Some(_) => each(name_of(entry, variable), &entry.value),
                    None => below(&entry.value, each),
                }
            }
        }
    }
}

fn name_of<'a>(entry: &'a Entry, variable: Option<&'a str>) -> &'a str {
    let name = scalar(&entry.key).unwrap_or_default();
    match name {
        "value" | "previewValue" => variable.unwrap_or(name),
        _ => name,
    }
}

fn scalar(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Scalar(scalar) => Some(&scalar.text),
        _ => None,
    }
}

/// The value as written, without quotes and without what ends its last line.
fn inside_quotes(span: Span, text: &str) -> Span {
    let written = span.slice(text).trim_end();
    let quoted = ['"', '\'']
        .into_iter()
        .any(|quote| written.len() >= 2 && written.starts_with(quote) && written.ends_with(quote));
    let edge = usize::from(quoted);
    Span::new(span.start() + edge, span.start() + written.len() - edge)
}

/// The part of a value under a secret name that is to go: all of it, but of a URL what follows its host. Passwords in it
/// are found like those of any URL.
fn secret_part(name: &str, span: Span, text: &str) -> Option<Span> {
    let written = span.slice(text);
    if !is_secret(written.trim()) {
        return None;
    }
    let Some((scheme, rest)) = written.split_once("://") else { return Some(span) };
    // `DATABASE_URL` names a database, and the name is no secret; a secret web address is one by its path.
    let path = rest.find('/').filter(|_| looks_secret(name) && scheme.starts_with("http"))?;
    let start = span.start() + scheme.len() + "://".len() + path + 1;
    let end = start + rest[path + 1..].find(char::is_whitespace).unwrap_or(rest.len() - path - 1);
    (start < end).then(|| Span::new(start, end))
}
