//! The official schema as shapes: which fields a mapping takes, and what each of them takes.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

/// The official schema.
pub(crate) struct Language {
    schema: Value,
}

/// A mapping.
#[derive(Debug, Default)]
pub(crate) struct Shape<'a> {
    /// What it takes, by the name of the field.
    pub(crate) fields: BTreeMap<&'a str, &'a Value>,
    /// Fields that must be there, whatever stands beside.
    pub(crate) always: BTreeSet<&'a str>,
    /// Fields that must be there in some case.
    pub(crate) sometimes: BTreeSet<&'a str>,
    /// Whether it refuses other fields.
    pub(crate) closed: bool,
}

/// What a field takes.
#[derive(Debug)]
pub(crate) enum Form<'a> {
    Text,
    TextOrNumber,
    Boolean,
    Whole {
        min: Option<i64>,
        max: Option<i64>,
    },
    OneOf(BTreeSet<&'a str>),
    /// A mapping in one of these shapes.
    Mapping(Vec<&'a Value>),
    List(Box<Self>),
    /// Something that our tables have no word for.
    Other(String),
}

impl Language {
    /// Reads the schema.
    ///
    /// # Errors
    /// When it is no JSON, or refers to a part that it does not have.
    pub(crate) fn new(text: &str) -> Result<Self, String> {
        let schema: Value = serde_json::from_str(text)
            .map_err(|error| format!("the schema is no JSON: {error}"))?;
        let mut references = BTreeSet::new();
        collect_references(&schema, &mut references);
        let lost = references.iter().find(|pointer| schema.pointer(pointer).is_none());
        match lost {
            Some(pointer) => {
                Err(format!("the schema refers to `#{pointer}`, which it does not have"))
            }
            None => Ok(Self { schema }),
        }
    }

    /// The schema itself.
    pub(crate) fn schema(&self) -> &Value {
        &self.schema
    }

    /// What a mapping takes that may have any of these shapes.
    pub(crate) fn shape<'a>(&'a self, nodes: &[&'a Value]) -> Shape<'a> {
        let shapes: Vec<Shape<'a>> = nodes.iter().map(|node| self.single(node)).collect();
        let mut whole =
            Shape { closed: shapes.iter().all(|shape| shape.closed), ..Shape::default() };
        for shape in &shapes {
            for (name, value) in &shape.fields {
                whole.fields.entry(name).or_insert(value);
                let known = || shapes.iter().filter(|shape| shape.fields.contains_key(name));
                // A field that one shape alone has, and must have, is what tells that shape from the others.
                let shared = known().count() > 1 || shapes.len() == 1;
                if shapes.iter().all(|shape| shape.always.contains(name)) {
                    whole.always.insert(name);
                } else if known().any(|shape| shape.sometimes.contains(name))
                    || shared && known().any(|shape| shape.always.contains(name))
                {
                    whole.sometimes.insert(name);
                }
            }
        }
        whole
    }

    /// What a field takes.
    pub(crate) fn form<'a>(&'a self, value: &'a Value) -> Form<'a> {
        let value = self.resolved(value);
        if let Some(word) = value.get("const").and_then(Value::as_str) {
            return Form::OneOf(BTreeSet::from([word]));
        }
        if let Some(words) = value.get("enum").and_then(Value::as_array) {
            return Form::OneOf(words.iter().filter_map(Value::as_str).collect());
        }
        let number = |name: &str| value.get(name).and_then(Value::as_i64);
        match value.get("type").and_then(Value::as_str) {
            Some("string") => Form::Text,
            Some("boolean") => Form::Boolean,
            Some("integer") => Form::Whole { min: number("minimum"), max: number("maximum") },
            Some("array") => match value.get("items") {
                Some(items) => Form::List(Box::new(self.form(items))),
                None => Form::Other("a list of anything".to_owned()),
            },
            Some("object") => Form::Mapping(vec![value]),
            None if value.get("properties").is_some() => Form::Mapping(vec![value]),
            None if value.get("anyOf").is_some() => self.either(parts(value, "anyOf").collect()),
            other => Form::Other(other.unwrap_or("anything").to_owned()),
        }
    }

    fn either<'a>(&'a self, cases: Vec<&'a Value>) -> Form<'a> {
        let kinds: BTreeSet<&str> =
            cases.iter().filter_map(|case| self.resolved(case).get("type")?.as_str()).collect();
        if kinds == BTreeSet::from(["number", "string"]) {
            return Form::TextOrNumber;
        }
        let nodes: Option<Vec<&Value>> = cases
            .iter()
            .map(|case| match self.form(case) {
                Form::Mapping(nodes) => Some(nodes),
                _ => None,
            })
            .collect::<Option<Vec<_>>>()
            .map(|nodes| nodes.concat());
        nodes.map_or_else(|| Form::Other("one of several".to_owned()), Form::Mapping)
    }

    fn single<'a>(&'a self, node: &'a Value) -> Shape<'a> {
        let mut shape = Shape::default();
        self.gather(node, &mut shape);
        shape
    }

    /// Adds what a node says, and what the nodes say that it is put together of.
    fn gather<'a>(&'a self, node: &'a Value, shape: &mut Shape<'a>) {
        let node = self.resolved(node);
        let closing = ["additionalProperties", "unevaluatedProperties"];
        shape.closed |= closing.iter().any(|name| node.get(name) == Some(&Value::Bool(false)));
        let fields = node.get("properties").and_then(Value::as_object).into_iter().flatten();
        shape.fields.extend(fields.map(|(name, value)| (name.as_str(), value)));
        shape.always.extend(words(node, "required"));
        for part in parts(node, "allOf") {
            self.gather(part, shape);
        }
        let cases = parts(node, "anyOf").chain(parts(node, "oneOf"));
        for case in cases.chain(["then", "else"].iter().filter_map(|name| node.get(name))) {
            shape.sometimes.extend(words(case, "required"));
        }
    }

    /// What a node refers to; itself when it refers to nothing.
    fn resolved<'a>(&'a self, node: &'a Value) -> &'a Value {
        let pointer = node.get("$ref").and_then(Value::as_str).and_then(|it| it.strip_prefix('#'));
        let target = pointer.and_then(|pointer| self.schema.pointer(pointer));
        target.map_or(node, |target| self.resolved(target))
    }
}

fn words<'a>(node: &'a Value, name: &str) -> impl Iterator<Item = &'a str> {
    parts(node, name).filter_map(Value::as_str)
}

fn parts<'a>(node: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    node.get(name).and_then(Value::as_array).into_iter().flatten()
}

fn collect_references(value: &Value, out: &mut BTreeSet<String>) {
    each_mapping(value, &mut |fields| {
        let reference = fields.get("$ref").and_then(Value::as_str);
        out.extend(reference.and_then(|it| it.strip_prefix('#')).map(ToOwned::to_owned));
    });
}

/// Visits every mapping of a value, the outer before the inner.
pub(crate) fn each_mapping(value: &Value, visit: &mut impl FnMut(&Map<String, Value>)) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| each_mapping(item, visit)),
        Value::Object(fields) => {
            visit(fields);
            fields.values().for_each(|value| each_mapping(value, visit));
        }
        _ => {}
    }
}
