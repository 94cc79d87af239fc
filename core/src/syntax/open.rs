//! Collections that are still being read, and where values are: a value with an anchor is copied for an alias only, since
//! such values may hold each other, many levels deep.

use super::tree::{Entry, Node, Value};

/// A collection that is still open.
pub(super) struct Open {
    /// `None` in a sequence; the key that waits for its value in a mapping.
    pub(super) entries: Option<(Vec<Entry>, Option<Node>)>,
    /// The items of a sequence so far.
    pub(super) items: Vec<Node>,
    /// Where it begins.
    pub(super) start: usize,
    /// The reader's number of its anchor; 0 without one.
    pub(super) anchor: usize,
    /// Its tag, as written.
    pub(super) tag: Option<String>,
}

/// Where a value is, from its document down.
pub(super) struct Place {
    document: usize,
    steps: Vec<Step>,
}

/// A step from a collection into it.
#[derive(Clone, Copy)]
enum Step {
    /// To an item of a sequence.
    Item(usize),
    /// To the key of an entry of a mapping.
    Key(usize),
    /// To its value.
    Value(usize),
}

impl Place {
    /// Where the next finished value goes: into the innermost of the `open` collections of a document.
    pub(super) fn next(document: usize, open: &[Open]) -> Self {
        let step = |open: &Open| match &open.entries {
            None => Step::Item(open.items.len()),
            Some((entries, None)) => Step::Key(entries.len()),
            Some((entries, Some(_))) => Step::Value(entries.len()),
        };
        Self { document, steps: open.iter().map(step).collect() }
    }

    /// The value at a place among finished documents and collections that are still `open`; `None` while it is open itself.
    pub(super) fn value<'a>(&self, documents: &'a [Node], open: &'a [Open]) -> Option<&'a Node> {
        let mut steps = self.steps.iter();
        let mut node = match documents.get(self.document) {
            Some(document) => document,
            // Down the open collections, to the first value that is finished.
            None => open.iter().zip(steps.by_ref()).find_map(|(open, step)| open.child(*step))?,
        };
        for step in steps {
            node = child(node, *step)?;
        }
        Some(node)
    }
}

impl Open {
    /// What is finished there.
    fn child(&self, step: Step) -> Option<&Node> {
        match (step, &self.entries) {
            (Step::Item(at), _) => self.items.get(at),
            (Step::Key(at), Some((entries, key))) => match entries.get(at) {
                Some(entry) => Some(&entry.key),
                None => key.as_ref(),
            },
            (Step::Value(at), Some((entries, _))) => Some(&entries.get(at)?.value),
            (_, None) => None,
        }
    }
}

/// What is there in a finished value.
fn child(node: &Node, step: Step) -> Option<&Node> {
    match (step, &node.value) {
        (Step::Item(at), Value::Sequence(items)) => items.get(at),
        (Step::Key(at), Value::Mapping(entries)) => Some(&entries.get(at)?.key),
        (Step::Value(at), Value::Mapping(entries)) => Some(&entries.get(at)?.value),
        _ => None,
    }
}
