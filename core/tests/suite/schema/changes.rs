//! Our tables against a version of the official schema: what it adds, takes away or changes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use blueprint_lens_core::platform::{
    FieldFacts, FieldType, Kind, Required, SERVICE_TYPES, SchemaNode, fields_of,
};
use serde_json::Value;

use super::language::{Form, Language, Shape};

/// One difference, and everywhere it shows.
#[derive(Debug)]
pub(crate) struct Change {
    /// The field.
    pub(crate) field: String,
    /// What is different about it.
    pub(crate) what: What,
    /// The paths of the field, each with the kinds of services that have it there.
    pub(crate) paths: BTreeMap<String, BTreeSet<&'static str>>,
    /// A node that takes the field.
    pub(crate) node: SchemaNode,
    /// Words that stand in the same table: the other fields of the place, or the other values of the field.
    pub(crate) neighbours: Vec<String>,
}

/// What the schema says of a field that our tables do not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum What {
    FieldAdded,
    FieldRemoved,
    ValueAdded(String),
    ValueRemoved(String),
    /// Whether it must be there: in the schema's words, then in ours.
    Required(Necessity, Necessity),
    /// What it takes: in the schema's words, then in ours.
    Takes(String, String),
    /// Whether a place refuses fields that it does not know, according to the schema.
    Closed(bool),
}

/// Whether a field must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Necessity {
    Never,
    Sometimes,
    Always,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let paths: Vec<String> = self
            .paths
            .iter()
            .map(|(path, kinds)| match kinds.iter().copied().collect::<Vec<_>>().join(", ") {
                kinds if kinds.is_empty() => format!("`{path}`"),
                kinds => format!("`{path}` ({kinds})"),
            })
            .collect();
        write!(f, "{}: {}", paths.join(", "), self.what)
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FieldAdded => write!(f, "the schema has this field, the tables do not"),
            Self::FieldRemoved => write!(f, "the tables have this field, the schema does not"),
            Self::ValueAdded(value) => write!(f, "the schema takes `{value}`, the tables do not"),
            Self::ValueRemoved(value) => {
                write!(f, "the tables take `{value}`, the schema does not")
            }
            Self::Required(theirs, ours) => {
                write!(f, "the schema requires it {}, the tables {}", theirs.words(), ours.words())
            }
            Self::Takes(theirs, ours) => {
                write!(f, "the schema takes {theirs}, the tables take {ours}")
            }
            Self::Closed(true) => {
                write!(f, "the schema refuses unknown fields here, the tables do not")
            }
            Self::Closed(false) => {
                write!(f, "the tables refuse unknown fields here, the schema does not")
            }
        }
    }
}

impl Necessity {
    fn words(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Sometimes => "in some case",
            Self::Always => "always",
        }
    }
}

/// Every difference between the schema and our tables, in the order of the tables.
pub(crate) fn changes(language: &Language) -> Vec<Change> {
    let mut comparison = Comparison { language, compared: Vec::new(), found: Vec::new() };
    comparison.place(SchemaNode::Root, "", &[language.schema()]);
    comparison.found
}

struct Comparison<'a> {
    language: &'a Language,
    /// Places that were compared, each with the node that described it: lists of services stand in several places.
    compared: Vec<(SchemaNode, &'a Value)>,
    found: Vec<Change>,
}

impl<'a> Comparison<'a> {
    /// Compares a place with the shapes that the schema gives it.
    fn place(&mut self, place: SchemaNode, path: &str, nodes: &[&'a Value]) {
        let is_known = |node: &'a Value| {
            self.compared.iter().any(|(known, other)| *known == place && std::ptr::eq(*other, node))
        };
        if nodes.iter().all(|node| is_known(node)) {
            return;
        }
        self.compared.extend(nodes.iter().map(|node| (place, *node)));
        let theirs = self.language.shape(nodes);
        if theirs.closed != place.is_closed() {
            self.report(place, path, "", What::Closed(theirs.closed));
        }
        for row in fields_of(place).filter(|row| row.in_schema) {
            let path = joined(path, row.name);
            let Some(value) = theirs.fields.get(row.name) else {
                self.report(place, &path, row.name, What::FieldRemoved);
                continue;
            };
            let (wanted, known) = (necessity(&theirs, row.name), necessity_of(place, row));
            if wanted != known {
                self.report(place, &path, row.name, What::Required(wanted, known));
            }
            // Each kind of service has a shape of its own; together, they have the types.
            if !(matches!(place, SchemaNode::Service(_)) && row.name == "type") {
                self.takes(place, row, &path, row.takes, self.language.form(value));
            }
        }
        for name in theirs.fields.keys() {
            if !fields_of(place).any(|row| row.name == *name && row.in_schema) {
                self.report(place, &joined(path, name), name, What::FieldAdded);
            }
        }
    }

    /// Compares what a field takes.
    fn takes(
        &mut self,
        place: SchemaNode,
        row: &FieldFacts,
        path: &str,
        ours: FieldType,
        theirs: Form<'a>,
    ) {
        match (ours, theirs) {
            (FieldType::Text, Form::Text)
            | (FieldType::TextOrNumber, Form::TextOrNumber)
            | (FieldType::Boolean, Form::Boolean) => {}
            (FieldType::Whole { min, max }, Form::Whole { min: least, max: most })
                if Some(min) == least && max == most => {}
            (FieldType::OneOf(words), Form::OneOf(theirs)) => {
                let ours: BTreeSet<&str> = words.iter().chain(row.lenient).copied().collect();
                self.values(place, row.name, path, &ours, &theirs);
            }
            (FieldType::Mapping(inner), Form::Mapping(nodes)) => self.place(inner, path, &nodes),
            (FieldType::Service, Form::Mapping(nodes)) => self.services(path, &nodes),
            (FieldType::List(item), Form::List(items)) => {
                self.takes(place, row, &format!("{path}[]"), *item, *items);
            }
            (ours, theirs) => {
                let what = What::Takes(words_of(&theirs), ours.a_words().replace('`', ""));
                self.report(place, path, row.name, what);
            }
        }
    }

    fn values(
        &mut self,
        place: SchemaNode,
        field: &str,
        path: &str,
        ours: &BTreeSet<&str>,
        theirs: &BTreeSet<&str>,
    ) {
        for value in theirs.difference(ours) {
            self.report(place, path, field, What::ValueAdded((*value).to_owned()));
        }
        for value in ours.difference(theirs) {
            self.report(place, path, field, What::ValueRemoved((*value).to_owned()));
        }
    }

    /// Compares the kinds of services, each with the shape that its `type` and `runtime` choose.
    fn services(&mut self, path: &str, nodes: &[&'a Value]) {
        let word = |node: &&'a Value, field: &str| {
            let shape = self.language.shape(&[*node]);
            match shape.fields.get(field).map(|value| self.language.form(value)) {
                Some(Form::OneOf(words)) => words,
                _ => BTreeSet::new(),
            }
        };
        let types: Vec<BTreeSet<&str>> = nodes.iter().map(|node| word(node, "type")).collect();
        let is_static: Vec<bool> =
            nodes.iter().map(|node| word(node, "runtime") == BTreeSet::from(["static"])).collect();
        let kinds = Kind::ALL.into_iter().filter(|kind| !kind.is_database());
        let all: BTreeSet<&str> = types.iter().flatten().copied().collect();
        let service = SchemaNode::Service(Kind::Web);
        let ours = BTreeSet::from(SERVICE_TYPES);
        self.values(service, "type", &joined(path, "type"), &ours, &all);
        for kind in kinds {
            let shapes: Vec<&Value> = nodes
                .iter()
                .zip(types.iter().zip(&is_static))
                .filter(|(_, (types, is_static))| {
                    let named = kind.blueprint_type().is_some_and(|name| types.contains(name));
                    named && **is_static == (kind == Kind::Static)
                })
                .map(|(node, _)| *node)
                .collect();
            if !shapes.is_empty() {
                self.place(SchemaNode::Service(kind), path, &shapes);
            }
        }
    }

    /// Adds a difference, or one more spot of a difference that is known.
    fn report(&mut self, place: SchemaNode, path: &str, field: &str, what: What) {
        let kind = match place {
            SchemaNode::Service(kind) => Some(kind.id()),
            _ => None,
        };
        let path = if path.is_empty() { "the root" } else { path };
        let known = self.found.iter_mut().find(|it| it.field == field && it.what == what);
        if let Some(change) = known {
            change.paths.entry(path.to_owned()).or_default().extend(kind);
            return;
        }
        let neighbours = match &what {
            What::ValueAdded(_) | What::ValueRemoved(_) => values_of(place, field),
            _ => fields_of(place).map(|row| row.name.to_owned()).collect(),
        };
        self.found.push(Change {
            field: field.to_owned(),
            what,
            paths: BTreeMap::from([(path.to_owned(), kind.into_iter().collect())]),
            node: place,
            neighbours,
        });
    }
}

fn joined(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn necessity(shape: &Shape<'_>, name: &str) -> Necessity {
    match (shape.always.contains(name), shape.sometimes.contains(name)) {
        (true, _) => Necessity::Always,
        (false, true) => Necessity::Sometimes,
        (false, false) => Necessity::Never,
    }
}

/// Whether our tables say that the schema requires a field.
fn necessity_of(place: SchemaNode, row: &FieldFacts) -> Necessity {
    let chosen = place.choice().is_some_and(|choice| choice.among.contains(&row.name));
    match row.required {
        Required::Yes => Necessity::Always,
        Required::Unless(_) => Necessity::Sometimes,
        // What Render's validator wants, the schema does not.
        Required::No | Required::When(_) if chosen => Necessity::Sometimes,
        Required::No | Required::When(_) => Necessity::Never,
    }
}

fn values_of(place: SchemaNode, field: &str) -> Vec<String> {
    let row = fields_of(place).find(|row| row.name == field);
    match row.map(|row| row.takes.innermost()) {
        Some(FieldType::OneOf(words)) => words.iter().map(|word| (*word).to_owned()).collect(),
        _ => Vec::new(),
    }
}

fn words_of(form: &Form<'_>) -> String {
    match form {
        Form::Text => "text".to_owned(),
        Form::TextOrNumber => "text or a number".to_owned(),
        Form::Boolean => "true or false".to_owned(),
        Form::Whole { min, max } => {
            let words = |bound: &Option<i64>| bound.map_or("any".to_owned(), |it| it.to_string());
            format!("a whole number from {} to {}", words(min), words(max))
        }
        Form::OneOf(words) => {
            format!("one of {}", words.iter().copied().collect::<Vec<_>>().join(", "))
        }
        Form::Mapping(_) => "a mapping".to_owned(),
        Form::List(items) => format!("a list: {}", words_of(items)),
        Form::Other(words) => words.clone(),
    }
}
