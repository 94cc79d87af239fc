//! The walk down the tree, guided by the tables.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::siblings::Siblings;
use super::violation::{FoundValue, Violation, ViolationKind};
use crate::model::Key;
use crate::platform::{FieldFacts, FieldType, Required, SchemaNode, field, fields_of};
use crate::syntax::{Entry, Node, Reading, Value};
use crate::text::Span;

/// Findings on a root, each with the span of the mapping it is about.
pub(super) fn root(node: &Node) -> Vec<(Violation, Span)> {
    let mut walk = Walk::default();
    walk.mapping(
        SchemaNode::Root,
        node,
        Holder { schema_node: SchemaNode::Root, field: "", key: node.span },
    );
    walk.findings.truncate(MOST_VIOLATIONS);
    walk.findings
}

/// A walk in progress.
#[derive(Default)]
pub(super) struct Walk<'a> {
    path: Vec<PathSegment<'a>>,
    pub(super) findings: Vec<(Violation, Span)>,
    /// The keys of mappings in which something was found.
    keys: BTreeMap<Span, Arc<Siblings>>,
}

/// A segment of a path.
#[derive(Clone, Copy)]
enum PathSegment<'a> {
    Field(&'a str),
    Item(usize),
}

/// The field that holds a value.
#[derive(Clone, Copy)]
pub(super) struct Holder<'a> {
    /// The node that has the field.
    pub(super) schema_node: SchemaNode,
    /// Its name.
    pub(super) field: &'a str,
    /// Where to point when the value itself has no text.
    pub(super) key: Span,
}

/// Most violations that are reported of one file. Nobody reads so many, and each is said in a few hundred bytes.
const MOST_VIOLATIONS: usize = 50_000;

/// The entries of a mapping, with what findings on them share.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a> {
    pub(super) schema_node: SchemaNode,
    pub(super) entries: &'a [Entry],
    pub(super) whole: Span,
    /// Where to point for what is missing.
    pub(super) head: Span,
}

impl<'a> Fields<'a> {
    /// The entry of that name.
    pub(super) fn get(&self, name: &str) -> Option<&'a Entry> {
        self.entries.iter().find(|entry| is_named(entry, name))
    }

    fn keys(&self) -> Arc<Siblings> {
        let own = self.entries.iter().filter(|entry| !entry.merged);
        Arc::new(Siblings::new(own.filter_map(Key::of).collect()))
    }
}

impl<'a> Walk<'a> {
    /// A mapping with the fields of a node.
    pub(super) fn mapping(&mut self, schema_node: SchemaNode, node: &'a Node, holder: Holder<'a>) {
        let Some(fields) = self.open(schema_node, node, holder) else { return };
        match schema_node {
            SchemaNode::Database if self.is_misplaced(fields) => {}
            SchemaNode::Variable => {
                self.fields(fields, &|_| false);
                self.variable_sources(fields);
            }
            SchemaNode::GroupVariable => {
                let reference = fields.entries.iter().any(is_reference);
                self.fields(fields, &|name| name == "key" && reference);
            }
            _ => self.fields(fields, &|_| false),
        }
    }

    /// The entries of a mapping; anything else is reported.
    pub(super) fn open(
        &mut self,
        schema_node: SchemaNode,
        node: &'a Node,
        holder: Holder<'a>,
    ) -> Option<Fields<'a>> {
        let Some(entries) = node.as_mapping() else {
            self.wrong_form(FieldType::Mapping(schema_node), node, holder);
            if let Some((last, _)) = self.findings.last_mut() {
                last.refused = schema_node.must_be_mapping();
            }
            return None;
        };
        let named = |name: &str| {
            let entry = entries.iter().find(|entry| is_named(entry, name))?;
            let text = entry.value.as_scalar().filter(|_| !entry.value.is_null());
            text.map(|_| entry.value.span).filter(|span| !span.is_empty())
        };
        // Inside a list an entry speaks for itself; elsewhere the field that holds the mapping does.
        let item = matches!(self.path.last(), Some(PathSegment::Item(_)));
        let head = if item {
            named("name").or_else(|| named("type")).or_else(|| named("key")).or_else(|| {
                entries.first().map(|entry| entry.key.span).filter(|span| !span.is_empty())
            })
        } else {
            Some(holder.key)
        };
        Some(Fields { schema_node, entries, whole: node.span, head: head.unwrap_or(node.span) })
    }

    /// Each field of a mapping, then what is missing. Fields that `skip` names are neither checked nor missed.
    pub(super) fn fields(&mut self, fields: Fields<'a>, skip: &dyn Fn(&str) -> bool) {
        let schema_node = fields.schema_node;
        for entry in fields.entries {
            let Some(name) = entry.key.as_scalar().map(|key| key.text.as_str()) else {
                self.add(
                    fields,
                    "(a key that is not a string)",
                    ViolationKind::Unknown,
                    entry.key.span,
                );
                continue;
            };
            if skip(name) || name == "<<" {
                continue;
            }
            self.path.push(PathSegment::Field(name));
            if let Some(row) = field(schema_node, name) {
                let holder = Holder { schema_node, field: row.name, key: entry.key.span };
                let before = self.findings.len();
                self.value(row.takes, row.lenient, &entry.value, holder);
                self.lend_siblings(before, fields);
            } else {
                self.add(fields, name, ViolationKind::Unknown, entry.key.span);
                if let Some((last, _)) = self.findings.last_mut() {
                    last.refused = schema_node.is_closed();
                }
            }
            self.path.pop();
        }
        for row in fields_of(schema_node).filter(|row| !skip(row.name)) {
            if is_missing(row, fields) {
                self.add(fields, row.name, ViolationKind::Missing, fields.head);
            }
        }
        if let Some(choice) = schema_node.choice() {
            let mut there = choice.among.iter().filter_map(|name| fields.get(name));
            match (there.next(), there.next()) {
                (None, _) => {
                    self.add(fields, "", ViolationKind::MissingOneOf(choice.among), fields.head);
                }
                (Some(first), Some(second)) if choice.exclusive => {
                    let kind = ViolationKind::Excluded { by: choice.among[0], key: first.key.span };
                    self.add(fields, choice.among[1], kind, second.key.span);
                }
                _ => {}
            }
        }
        if schema_node == SchemaNode::BuildGit {
            self.docker_only(fields);
        }
    }

    /// A value against what its field takes.
    fn value(&mut self, takes: FieldType, lenient: &[&str], node: &'a Node, holder: Holder<'a>) {
        let reading = node.reading();
        let text = node.as_scalar().map_or("", |scalar| scalar.text.as_str());
        match (takes, reading) {
            (FieldType::Text, Some(Reading::Text))
            | (FieldType::TextOrNumber, Some(Reading::Text | Reading::Number(_)))
            | (FieldType::Boolean, Some(Reading::Boolean(_))) => {}
            (FieldType::Whole { min, max }, Some(Reading::Number(number)))
                if number.fract() == 0.0 =>
            {
                if number < min as f64 || max.is_some_and(|max| number > max as f64) {
                    let kind = ViolationKind::OutOfRange { min, max, written: text.to_owned() };
                    self.add_value(kind, node, holder);
                }
            }
            (FieldType::OneOf(known), Some(Reading::Text)) => {
                if !known.contains(&text) {
                    let kind = ViolationKind::NotInList { known, written: text.to_owned() };
                    self.add_value(kind, node, holder);
                    if let Some((last, _)) = self.findings.last_mut() {
                        last.refused = !lenient.contains(&text);
                    }
                }
            }
            (FieldType::Mapping(schema_node), _) => self.mapping(schema_node, node, holder),
            (FieldType::Service, _) => self.service(node, holder),
            (FieldType::List(item), _) => match node.as_sequence() {
                Some(items) => {
                    for (index, node) in items.iter().enumerate() {
                        self.path.push(PathSegment::Item(index));
                        self.value(*item, &[], node, holder);
                        self.path.pop();
                    }
                }
                None => self.wrong_form(takes, node, holder),
            },
            _ => self.wrong_form(takes, node, holder),
        }
    }

    /// Reports a value of another form.
    fn wrong_form(&mut self, takes: FieldType, node: &'a Node, holder: Holder<'a>) {
        let text = || node.as_scalar().map_or_else(String::new, |scalar| scalar.text.clone());
        let found = match (&node.value, node.reading()) {
            (Value::Sequence(_), _) => FoundValue::List,
            (Value::Mapping(entries), _) => {
                FoundValue::Mapping(entries.iter().filter_map(Key::of).collect())
            }
            (_, Some(Reading::Boolean(_))) => FoundValue::Boolean(text()),
            (_, Some(Reading::Number(_))) => FoundValue::Number(text()),
            (_, Some(Reading::Text)) => FoundValue::Text(text()),
            (_, Some(Reading::Null) | None) => FoundValue::Null,
        };
        self.add_value(ViolationKind::WrongType { takes, found }, node, holder);
    }

    /// Reports a value: at itself when it is a word on a line, else at what holds it.
    fn add_value(&mut self, kind: ViolationKind, node: &'a Node, holder: Holder<'a>) {
        let item = matches!(self.path.last(), Some(PathSegment::Item(_)));
        let whole = item || self.path.is_empty();
        let span = if whole {
            first_word(node)
        } else if node.as_scalar().is_some() {
            node.span
        } else {
            holder.key
        };
        let span = if span.is_empty() && !whole { holder.key } else { span };
        let finding = Violation {
            node: holder.schema_node,
            field: holder.field.to_owned(),
            kind,
            span,
            path: self.path_text(),
            refused: true,
            siblings: Arc::default(),
        };
        self.findings.push((finding, holder.key.cover(node.span)));
    }

    /// Reports something about a field of a mapping.
    pub(super) fn add(&mut self, fields: Fields<'_>, name: &str, kind: ViolationKind, span: Span) {
        let finding = Violation {
            node: fields.schema_node,
            field: name.to_owned(),
            kind,
            span,
            path: self.path_text(),
            refused: true,
            siblings: self.keys(fields),
        };
        self.findings.push((finding, fields.whole));
    }

    /// Gives findings on values of a mapping the mapping's keys.
    fn lend_siblings(&mut self, from: usize, fields: Fields<'_>) {
        let lacks =
            |found: &Violation| found.node == fields.schema_node && found.siblings.is_empty();
        if self.findings[from..].iter().any(|(finding, _)| lacks(finding)) {
            let keys = self.keys(fields);
            for (finding, _) in self.findings[from..].iter_mut().filter(|(found, _)| lacks(found)) {
                finding.siblings = Arc::clone(&keys);
            }
        }
    }

    /// The keys of a mapping, which its findings share.
    fn keys(&mut self, fields: Fields<'_>) -> Arc<Siblings> {
        Arc::clone(self.keys.entry(fields.whole).or_insert_with(|| fields.keys()))
    }

    fn path_text(&self) -> String {
        let mut out = String::new();
        for segment in &self.path {
            match segment {
                PathSegment::Field(name) => {
                    if !out.is_empty() {
                        out.push('.');
                    }
                    out.push_str(name);
                }
                PathSegment::Item(index) => {
                    out.push('[');
                    out.push_str(&index.to_string());
                    out.push(']');
                }
            }
        }
        out
    }
}

/// Whether a field that must be there is not; a former name stands for the present one.
fn is_missing(row: &FieldFacts, fields: Fields<'_>) -> bool {
    let replaced = || {
        fields_of(fields.schema_node).any(|old| {
            !old.in_schema && old.replaced_by == Some(row.name) && fields.get(old.name).is_some()
        })
    };
    match row.required {
        Required::Yes => fields.get(row.name).is_none() && !replaced(),
        Required::Unless(other) => {
            fields.get(row.name).is_none() && fields.get(other).is_none() && !replaced()
        }
        Required::No | Required::When(_) => false,
    }
}

/// The first scalar in a node.
fn first_word(node: &Node) -> Span {
    match &node.value {
        Value::Scalar(_) => node.span,
        Value::Mapping(entries) => {
            entries.first().map_or(node.span, |entry| first_word(&entry.key))
        }
        Value::Sequence(items) => items.first().map_or(node.span, first_word),
    }
}

/// Whether an entry is a reference to something else.
fn is_reference(entry: &Entry) -> bool {
    ["fromService", "fromDatabase", "fromGroup"].iter().any(|name| is_named(entry, name))
}

/// Whether an entry's key is that text.
pub(super) fn is_named(entry: &Entry, name: &str) -> bool {
    entry.key.as_scalar().is_some_and(|key| key.text == name)
}
