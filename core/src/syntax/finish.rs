//! What the reader does not do: duplicate keys, merge keys, comments.

use std::collections::{BTreeMap, BTreeSet};

use super::limits::MAX_NODES;
use super::load::count;
use super::tree::{Comment, Entry, Node, SyntaxError, SyntaxErrorKind, Value};
use crate::sort;
use crate::text::{Span, SpanIndex};

/// Marks keys that occur twice in one mapping, and reports them.
pub(super) fn duplicates(node: &mut Node, errors: &mut Vec<SyntaxError>) {
    let unread = errors.iter().filter(|error| {
        matches!(
            error.kind,
            SyntaxErrorKind::Indentation | SyntaxErrorKind::StrayText | SyntaxErrorKind::Other
        )
    });
    let unread = SpanIndex::new(unread.map(|error| error.span));
    duplicates_in(node, &unread, errors);
}

/// The same below a node. Between two keys may be text that could not be read: the second may belong to an item that
/// starts there.
fn duplicates_in(node: &mut Node, unread: &SpanIndex, errors: &mut Vec<SyntaxError>) {
    match &mut node.value {
        Value::Scalar(_) => {}
        Value::Sequence(items) => {
            items
                .iter_mut()
                .filter(|item| !item.alias)
                .for_each(|item| duplicates_in(item, unread, errors));
        }
        Value::Mapping(entries) => {
            let mut seen: BTreeMap<String, Span> = BTreeMap::new();
            for entry in entries {
                if let Some(key) = entry.key.as_scalar() {
                    if let Some(first) = seen.get(&key.text) {
                        entry.duplicate_of = Some(*first);
                        let between = Span { start: first.end, end: entry.key.span.start };
                        if unread.any_inside(between) {
                            continue;
                        }
                        errors.push(SyntaxError {
                            kind: SyntaxErrorKind::DuplicateKey,
                            span: entry.key.span,
                            message: format!("the key `{}` is here twice", key.text),
                            related: Some((*first, "it is here first".to_owned())),
                            repair: Vec::new(),
                        });
                    } else {
                        seen.insert(key.text.clone(), entry.key.span);
                    }
                }
                if !entry.value.alias {
                    duplicates_in(&mut entry.value, unread, errors);
                }
            }
        }
    }
}

/// Adds the entries of merge keys (`<<`) below documents that have so many `nodes`. Own keys win over merged ones, and the
/// first of several sources wins.
///
/// # Errors
/// The first merge key that brings more nodes than a file may have; what is there then is not whole.
pub(super) fn merges(documents: &mut [Node], nodes: usize) -> Result<(), Span> {
    let mut merger = Merger { nodes };
    documents.iter_mut().try_for_each(|document| merger.below(document))
}

struct Merger {
    /// Nodes so far, with those that were brought.
    nodes: usize,
}

impl Merger {
    fn below(&mut self, node: &mut Node) -> Result<(), Span> {
        match &mut node.value {
            Value::Scalar(_) => {}
            Value::Sequence(items) => items.iter_mut().try_for_each(|item| self.below(item))?,
            Value::Mapping(entries) => {
                for entry in entries.iter_mut() {
                    self.below(&mut entry.value)?;
                }
                if entries.iter().any(Entry::is_merge_key) {
                    let brought = self.brought(entries)?;
                    entries.extend(brought);
                }
            }
        }
        Ok(())
    }

    /// What the merge keys among `entries` bring.
    fn brought(&mut self, entries: &[Entry]) -> Result<Vec<Entry>, Span> {
        let mut seen: BTreeSet<&str> = entries.iter().filter_map(key_text).collect();
        let mut out = Vec::new();
        for entry in entries.iter().filter(|entry| entry.is_merge_key()) {
            let sources = match &entry.value.value {
                Value::Mapping(_) => std::slice::from_ref(&entry.value),
                Value::Sequence(items) => items.as_slice(),
                Value::Scalar(_) => &[],
            };
            for source in sources.iter().filter_map(Node::as_mapping).flatten() {
                if source.is_merge_key() || key_text(source).is_some_and(|key| !seen.insert(key)) {
                    continue;
                }
                self.nodes += count(&source.key) + count(&source.value);
                if self.nodes > MAX_NODES {
                    return Err(entry.key.span);
                }
                out.push(Entry { merged: true, duplicate_of: None, ..source.clone() });
            }
        }
        Ok(out)
    }
}

/// The text of an entry's key, if it is a scalar.
fn key_text(entry: &Entry) -> Option<&str> {
    entry.key.as_scalar().map(|key| key.text.as_str())
}

/// Every comment: a `#` at the start of a line or after a space, outside every scalar.
pub(super) fn comments(text: &str, documents: &[Node]) -> Vec<Comment> {
    let mut scalars = Vec::new();
    for node in documents {
        scalar_spans(node, &mut scalars);
    }
    sort::ascending(&mut scalars);
    let mut out = Vec::new();
    let mut at = 0;
    let mut next = 0;
    while let Some(found) = text[at..].find('#').map(|found| at + found) {
        while next < scalars.len() && scalars[next].end() <= found {
            next += 1;
        }
        if let Some(scalar) = scalars.get(next).filter(|scalar| scalar.start() < found) {
            at = scalar.end().max(found + 1);
            // The header line of a block scalar may carry a comment.
            continue;
        }
        let line = text[..found].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let before = text[line..found].trim_start_matches('\u{feff}');
        if before.is_empty() || before.ends_with([' ', '\t']) {
            let end = text[found..].find(['\n', '\r']).map_or(text.len(), |end| found + end);
            let own_line = before.trim().is_empty();
            out.push(Comment { span: Span::new(found, end), own_line });
            at = end;
        } else {
            at = found + 1;
        }
    }
    out
}

/// The spans of all scalars in the text itself, not through an alias.
fn scalar_spans(node: &Node, out: &mut Vec<Span>) {
    if node.alias {
        return;
    }
    match &node.value {
        Value::Scalar(_) if node.span.is_empty() => {}
        Value::Scalar(_) => out.push(node.span),
        Value::Sequence(items) => items.iter().for_each(|item| scalar_spans(item, out)),
        Value::Mapping(entries) => {
            for entry in entries.iter().filter(|entry| !entry.merged) {
                scalar_spans(&entry.key, out);
                scalar_spans(&entry.value, out);
            }
        }
    }
}
