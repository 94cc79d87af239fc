//! Reading fields out of a mapping.

use crate::conventions::without_logins;
use crate::model::field::{Field, Key, Malformed, MalformedValue, Present};
use crate::syntax::{Entry, Node, Value};

/// A mapping of the tree, seen as the fields of something.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a> {
    entries: &'a [Entry],
}

impl<'a> Fields<'a> {
    /// The fields of a mapping; `None` for anything else.
    pub(super) fn of(node: &'a Node) -> Option<Self> {
        node.as_mapping().map(|entries| Self { entries })
    }

    /// Every key with a text, in source order.
    pub(super) fn keys(&self) -> Vec<Key> {
        self.entries.iter().filter_map(Key::of).collect()
    }

    /// Every entry, in source order.
    pub(super) fn entries(&self) -> &'a [Entry] {
        self.entries
    }

    /// The entry that counts for `name`: the first of the mapping's own, else a merged one.
    pub(super) fn entry(&self, name: &str) -> Option<&'a Entry> {
        let named = |entry: &&Entry| entry.key.as_scalar().is_some_and(|key| key.text == name);
        let own = self.entries.iter().filter(|entry| !entry.merged).find(named);
        own.or_else(|| self.entries.iter().find(named))
    }

    /// Every entry of that name: a list written twice is read twice, so that nothing declared is lost.
    pub(super) fn all(&self, name: &'static str) -> impl Iterator<Item = &'a Entry> + use<'a> {
        self.entries
            .iter()
            .filter(move |entry| entry.key.as_scalar().is_some_and(|key| key.text == name))
    }

    /// The mapping under `name`.
    pub(super) fn mapping(&self, name: &str) -> Option<Self> {
        self.entry(name).and_then(|entry| Self::of(&entry.value))
    }

    /// The text under `name`: any scalar but null. It is a name or a choice, which messages and pictures repeat, so a
    /// password that somebody pasted into it stays behind.
    pub(super) fn text(&self, name: &str) -> Field<String> {
        self.read(name, |node| {
            let scalar = node.as_scalar().filter(|_| !node.is_null())?;
            Some(without_logins(&scalar.text).into_owned())
        })
    }

    /// The boolean under `name`, YAML 1.1 words included, as Render's reader takes them.
    pub(super) fn boolean(&self, name: &str) -> Field<bool> {
        self.read(name, |node| match node.as_scalar()?.text.as_str() {
            "true" | "True" | "TRUE" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" | "y" | "Y" => {
                Some(true)
            }
            "false" | "False" | "FALSE" | "no" | "No" | "NO" | "off" | "Off" | "OFF" | "n"
            | "N" => Some(false),
            _ => None,
        })
    }

    /// Whatever `read` makes of the value under `name`; malformed when it makes nothing of it.
    pub(super) fn read<T>(&self, name: &str, read: impl FnOnce(&'a Node) -> Option<T>) -> Field<T> {
        let Some(entry) = self.entry(name) else { return Field::Absent };
        let (key, span) = (entry.key.span, entry.value.span);
        match read(&entry.value) {
            Some(value) => Field::Present(Present { key, span, value }),
            None => Field::Malformed(Malformed { key, span, found: found(&entry.value) }),
        }
    }
}

/// What a node is, for a message.
fn found(node: &Node) -> MalformedValue {
    if node.is_null() {
        return MalformedValue::Null;
    }
    match &node.value {
        Value::Scalar(scalar) => MalformedValue::Scalar(scalar.text.clone()),
        Value::Sequence(_) => MalformedValue::Sequence,
        Value::Mapping(_) => MalformedValue::Mapping,
    }
}
