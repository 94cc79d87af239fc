//! Which pieces of the text a resource, a group or a setting beside them is made of, wherever they are written.

use crate::model::shared_spans::TextUser;
use crate::syntax::{Entry, Node, Value};
use crate::text::Span;

/// Whether an alias is anywhere below: without one, no text is used twice.
pub(super) fn has_alias(node: &Node) -> bool {
    node.alias
        || match &node.value {
            Value::Scalar(_) => false,
            Value::Sequence(items) => items.iter().any(has_alias),
            Value::Mapping(entries) => {
                entries.iter().any(|entry| has_alias(&entry.key) || has_alias(&entry.value))
            }
        }
}

/// Collects the pieces of one user after the other.
#[derive(Default)]
pub(super) struct TextUse {
    pub(super) uses: Vec<(Span, TextUser)>,
}

impl TextUse {
    /// The pieces of the entry of a service, database, replica or group. Replicas are users of their own: what is
    /// inside the list of them is theirs alone.
    pub(super) fn item(&mut self, node: &Node, user: TextUser) {
        self.spans_of(node, user);
        for entry in node.as_mapping().unwrap_or_default() {
            let is_replicas = entry.key.as_scalar().is_some_and(|key| key.text == "readReplicas");
            if is_replicas {
                self.push(whole(entry), user);
                self.spans_of(&entry.key, user);
                self.spans_of(&entry.value, user);
            } else {
                self.entry(entry, user);
            }
        }
    }

    /// The pieces of what the root of a file sets beside resources and groups, in projects and environments, too. Fields
    /// that Render does not read hold text for others.
    pub(super) fn settings(&mut self, root: &Node) {
        for entry in root.as_mapping().unwrap_or_default() {
            let name = entry.key.as_scalar().map_or("", |key| key.text.as_str());
            if name == "projects" {
                self.beside_members(&entry.value);
            } else if name.starts_with("previews") {
                self.entry(entry, TextUser::Setting);
            }
        }
    }

    /// What projects and environments hold beside resources and groups.
    fn beside_members(&mut self, node: &Node) {
        if let Value::Sequence(items) = &node.value {
            for item in items {
                self.beside_members(item);
            }
            return;
        }
        for entry in node.as_mapping().unwrap_or_default() {
            match entry.key.as_scalar().map_or("", |key| key.text.as_str()) {
                "environments" => self.beside_members(&entry.value),
                "services" | "databases" | "envVarGroups" => {}
                _ => self.entry(entry, TextUser::Setting),
            }
        }
    }

    fn node(&mut self, node: &Node, user: TextUser) {
        self.spans_of(node, user);
        match &node.value {
            Value::Scalar(_) => {}
            Value::Sequence(items) => items.iter().for_each(|item| self.node(item, user)),
            Value::Mapping(entries) => entries.iter().for_each(|entry| self.entry(entry, user)),
        }
    }

    fn entry(&mut self, entry: &Entry, user: TextUser) {
        if entry.is_merge_key() {
            self.merge_key(entry, user);
            return;
        }
        self.push(whole(entry), user);
        self.node(&entry.key, user);
        self.node(&entry.value, user);
    }

    /// Of a mapping that is merged in, only the entries that the merge brings are used, and those are entries of the
    /// mapping that holds the merge key. The rest of it still counts as one piece: a key added to it would be brought.
    fn merge_key(&mut self, entry: &Entry, user: TextUser) {
        self.push(whole(entry), user);
        self.spans_of(&entry.key, user);
        self.spans_of(&entry.value, user);
        let sources = match &entry.value.value {
            Value::Sequence(items) => items.as_slice(),
            Value::Mapping(_) | Value::Scalar(_) => std::slice::from_ref(&entry.value),
        };
        for source in sources {
            self.spans_of(source, user);
            let inner = source.as_mapping().unwrap_or_default();
            for entry in inner.iter().filter(|entry| entry.is_merge_key()) {
                self.merge_key(entry, user);
            }
        }
    }

    /// A value as a whole: where it is, and where it is written.
    fn spans_of(&mut self, node: &Node, user: TextUser) {
        self.push(node.span, user);
        if node.source != node.span {
            self.push(node.source, user);
        }
    }

    fn push(&mut self, span: Span, user: TextUser) {
        self.uses.push((span, user));
    }
}

fn whole(entry: &Entry) -> Span {
    entry.key.span.cover(entry.value.span)
}
