//! Values whose names say that they are secret, by the tree.

use std::collections::{BTreeMap, BTreeSet};

use super::secret_value::SecretValue;
use crate::conventions::{names_secret, secrets_in};
use crate::syntax::{Entry, Node, SyntaxTree, Value};
use crate::text::Span;

/// What begins a key in PEM form. Of a text that is not secret as a whole, its lines tell where it ends.
const ARMOUR: &str = "-----BEGIN";

/// The values of keys, and of the variables that a `key` beside them names.
pub(super) fn named(tree: &SyntaxTree, text: &str) -> Vec<SecretValue> {
    let mut found: Vec<SecretValue> = Vec::new();
    let mut seen = BTreeSet::new();
    each_value(tree, &mut |name, value| {
        let inside = inside_quotes(value.source, text);
        if inside.slice(text).contains(ARMOUR) && !names_secret(name) {
            return;
        }
        for secret in secrets_in(name, inside.slice(text)) {
            let span = Span::new(inside.start() + secret.start, inside.start() + secret.end);
            // The source of an alias is the value behind its anchor.
            if seen.insert(span) {
                found.push(SecretValue::new(span, name.to_owned()));
            }
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

/// The names of the keys and variables of all values, by where the values stand.
pub(super) struct Holders {
    by_start: BTreeMap<usize, (Span, String)>,
}

impl Holders {
    /// Those of some trees.
    pub(super) fn new(trees: &[SyntaxTree]) -> Self {
        let mut by_start = BTreeMap::new();
        for tree in trees {
            each_value(tree, &mut |name, value| {
                by_start.insert(value.source.start(), (value.source, name.to_owned()));
            });
        }
        Self { by_start }
    }

    /// The name of the key or the variable whose value is around a span.
    pub(super) fn of(&self, span: Span) -> Option<&str> {
        let (_, (value, name)) = self.by_start.range(..=span.start()).next_back()?;
        value.contains(span).then_some(name.as_str())
    }
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
