//! Moves a tree to where its text stands in a longer one.

use super::tree::{Node, SyntaxError, SyntaxTree, Value};

impl SyntaxTree {
    /// The same tree for a text that has `by` bytes more before it.
    #[must_use]
    pub fn shifted(mut self, by: usize) -> Self {
        if by == 0 {
            return self;
        }
        for node in self.root.iter_mut().chain(&mut self.further) {
            shift_node(node, by);
        }
        for error in &mut self.errors {
            shift_error(error, by);
        }
        for comment in &mut self.comments {
            comment.span = comment.span.shifted(by);
        }
        self
    }
}

fn shift_node(node: &mut Node, by: usize) {
    node.span = node.span.shifted(by);
    node.source = node.source.shifted(by);
    match &mut node.value {
        Value::Scalar(_) => {}
        Value::Sequence(items) => items.iter_mut().for_each(|item| shift_node(item, by)),
        Value::Mapping(entries) => {
            for entry in entries {
                shift_node(&mut entry.key, by);
                shift_node(&mut entry.value, by);
                entry.duplicate_of = entry.duplicate_of.map(|span| span.shifted(by));
            }
        }
    }
}

fn shift_error(error: &mut SyntaxError, by: usize) {
    error.span = error.span.shifted(by);
    if let Some((span, _)) = &mut error.related {
        *span = span.shifted(by);
    }
    for edit in &mut error.repair {
        edit.span = edit.span.shifted(by);
    }
}
