//! The walk down the tree, guided by the tables of the language.

use std::collections::BTreeMap;

use super::groups::{self, Groups};
use super::present;
use crate::emit::Yaml;
use crate::model::{Blueprint, EnvironmentId, Scope};
use crate::platform::{
    EVERY_ADDRESS, FieldType, KEY_VALUE_FIELDS, KindReading, SchemaNode, default_beside, field,
    fields_of, read_kind,
};
use crate::schema::service_kind;
use crate::syntax::{Entry, Node, Reading, Value};
use crate::text::{FileId, Span};

/// A walk in progress.
pub(super) struct Walk<'a> {
    groups: Groups<'a>,
    blueprint: &'a Blueprint,
    /// Its environments by where they stand.
    environments: BTreeMap<Span, EnvironmentId>,
    scope: Scope,
}

impl<'a> Walk<'a> {
    pub(super) fn new(blueprint: &'a Blueprint, root: &'a Node) -> Self {
        let environments = blueprint.environments.iter().enumerate();
        Self {
            groups: Groups::of(blueprint, root),
            blueprint,
            // Of several with one text, the first.
            environments: environments
                .rev()
                .map(|(index, environment)| (environment.span, EnvironmentId(index)))
                .collect(),
            scope: Scope::Root(FileId::default()),
        }
    }

    /// The whole file.
    pub(super) fn root(&mut self, node: &'a Node) -> Yaml {
        self.mapping(SchemaNode::Root, node)
    }

    fn value(&mut self, takes: FieldType, node: &'a Node) -> Yaml {
        match takes {
            FieldType::Mapping(schema_node) => self.mapping(schema_node, node),
            FieldType::Service => self.service(node),
            FieldType::List(item) => match node.as_sequence() {
                Some(items) => {
                    Yaml::List(items.iter().map(|node| self.value(*item, node)).collect())
                }
                None => plain(node),
            },
            FieldType::Boolean => match node.as_scalar().and_then(|scalar| boolean(&scalar.text)) {
                Some(value) => Yaml::Bare(value.to_owned()),
                None => plain(node),
            },
            FieldType::Text
            | FieldType::TextOrNumber
            | FieldType::Whole { .. }
            | FieldType::OneOf(_) => plain(node),
        }
    }

    /// A service of the kind that its type and runtime say. Of any other, nothing is known.
    fn service(&mut self, node: &'a Node) -> Yaml {
        let written = text_of(node, "type");
        let sure = matches!(
            written.map(read_kind),
            Some(KindReading::Exact(_) | KindReading::Deprecated(_))
        );
        match service_kind(node).filter(|kind| sure && !kind.is_database()) {
            Some(kind) => self.mapping(SchemaNode::Service(kind), node),
            None => plain(node),
        }
    }

    /// A mapping with the fields of a node.
    fn mapping(&mut self, schema_node: SchemaNode, node: &'a Node) -> Yaml {
        // Of an entry of `databases` that is meant to be something else, nothing is known.
        let misplaced = schema_node == SchemaNode::Database && is_misplaced(node);
        if node.as_mapping().is_none() || misplaced {
            return plain(node);
        }
        let outer = self.scope;
        match schema_node {
            SchemaNode::Ungrouped => self.scope = Scope::Ungrouped(FileId::default()),
            SchemaNode::Environment => self.scope = self.scope_of(node),
            _ => {}
        }
        let mut fields = Vec::new();
        for (name, values) in effective(node) {
            // Anchors are kept under such keys; Render knows none of them.
            if schema_node == SchemaNode::Root && name.starts_with("x-") {
                continue;
            }
            let takes = field(schema_node, name).map(|row| row.takes);
            fields.push((name.to_owned(), self.field(schema_node, name, takes, &values)));
        }
        self.scope = outer;
        present::spell(schema_node, &mut fields);
        add_defaults(schema_node, &mut fields);
        Yaml::Mapping(fields)
    }

    /// The value of a field; a list that is written twice is read twice.
    fn field(
        &mut self,
        schema_node: SchemaNode,
        name: &str,
        takes: Option<FieldType>,
        values: &[&'a Node],
    ) -> Yaml {
        let Some(takes) = takes else {
            return values.first().map_or(Yaml::Bare("null".to_owned()), |node| plain(node));
        };
        let mut all = values.iter().map(|node| self.value(takes, node)).collect::<Vec<_>>();
        let list = match all.len() {
            1 => all.remove(0),
            _ => Yaml::List(
                all.into_iter()
                    .flat_map(
                        |value| if let Yaml::List(items) = value { items } else { Vec::new() },
                    )
                    .collect(),
            ),
        };
        match (schema_node, name, list) {
            (SchemaNode::Service(_), "envVars", Yaml::List(own)) => {
                let groups = self.groups.linked(&own, self.blueprint, self.scope);
                let expanded = groups
                    .into_iter()
                    .map(|(name, node)| (name, self.variables(node)))
                    .collect::<Vec<_>>();
                Yaml::List(groups::expanded(own, &expanded))
            }
            (_, _, value) => value,
        }
    }

    /// The variables of a group.
    fn variables(&mut self, group: &'a Node) -> Vec<Yaml> {
        let takes = FieldType::List(&FieldType::Mapping(SchemaNode::GroupVariable));
        let lists = effective(group)
            .into_iter()
            .filter(|(name, _)| *name == "envVars")
            .flat_map(|(_, values)| values);
        lists
            .flat_map(|node| match self.value(takes, node) {
                Yaml::List(items) => items,
                _ => Vec::new(),
            })
            .collect()
    }

    fn scope_of(&self, node: &Node) -> Scope {
        self.environments.get(&node.span).map_or(self.scope, |id| Scope::Environment(*id))
    }
}

/// Whether an entry of `databases` says that it is no database.
fn is_misplaced(node: &Node) -> bool {
    let kind = text_of(node, "type").map(read_kind).and_then(KindReading::kind);
    kind.is_some_and(|kind| !kind.is_database())
        || effective(node).iter().any(|(name, _)| KEY_VALUE_FIELDS.contains(name))
}

/// The fields of a mapping that count, merged ones included: of several with one name the first, and of lists all.
pub(super) fn effective(node: &Node) -> Vec<(&str, Vec<&Node>)> {
    let entries = node.as_mapping().unwrap_or_default();
    let mut out: Vec<(&str, Vec<&Node>)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in entries {
        let Some(name) = entry.key.as_scalar().map(|key| key.text.as_str()) else { continue };
        if is_merge(entry) {
            continue;
        }
        let place = *places.entry(name).or_insert(out.len());
        match out.get_mut(place) {
            None => out.push((name, vec![&entry.value])),
            Some((_, values)) => {
                let lists = values.iter().all(|value| value.as_sequence().is_some());
                if lists && entry.value.as_sequence().is_some() {
                    values.push(&entry.value);
                }
            }
        }
    }
    out
}

/// Whether an entry is a merge key whose fields have been brought in.
fn is_merge(entry: &Entry) -> bool {
    let written = entry.key.as_scalar().is_some_and(|key| key.text == "<<");
    written
        && match &entry.value.value {
            Value::Mapping(_) => true,
            Value::Sequence(items) => items.iter().all(|item| item.as_mapping().is_some()),
            Value::Scalar(_) => false,
        }
}

/// A value as it is written, aliases and merge keys resolved.
fn plain(node: &Node) -> Yaml {
    match &node.value {
        Value::Sequence(items) => Yaml::List(items.iter().map(plain).collect()),
        Value::Mapping(_) => Yaml::Mapping(
            effective(node)
                .into_iter()
                .map(|(name, values)| match values.as_slice() {
                    [one] => (name.to_owned(), plain(one)),
                    several => {
                        let items = several.iter().filter_map(|node| node.as_sequence()).flatten();
                        (name.to_owned(), Yaml::List(items.map(plain).collect()))
                    }
                })
                .collect(),
        ),
        Value::Scalar(scalar) => match node.reading() {
            Some(Reading::Null) | None => Yaml::Bare("null".to_owned()),
            Some(Reading::Boolean(_) | Reading::Number(_)) => Yaml::Bare(scalar.text.clone()),
            Some(Reading::Text) => Yaml::Text(scalar.text.clone()),
        },
    }
}

/// The text of a field of a mapping.
fn text_of<'n>(node: &'n Node, name: &str) -> Option<&'n str> {
    let fields = effective(node);
    let (_, values) = fields.iter().find(|(field, _)| *field == name)?;
    values.first()?.as_scalar().map(|scalar| scalar.text.as_str())
}

/// A boolean, in YAML 1.1's words too, as Render's reader takes them.
fn boolean(text: &str) -> Option<&'static str> {
    match text {
        "yes" | "Yes" | "YES" | "on" | "On" | "ON" | "y" | "Y" => Some("true"),
        "no" | "No" | "NO" | "off" | "Off" | "OFF" | "n" | "N" => Some("false"),
        _ => None,
    }
}

/// Writes out what a node takes for the fields that are not there.
fn add_defaults(schema_node: SchemaNode, fields: &mut Vec<(String, Yaml)>) {
    for row in fields_of(schema_node) {
        if let Some((_, value)) = fields.iter_mut().find(|(name, _)| name == row.name) {
            if let (FieldType::Mapping(inner), Yaml::Mapping(inside)) = (row.takes, value) {
                add_defaults(inner, inside);
            }
            continue;
        }
        let value = match row.takes {
            // A switch that is off by default, inside a mapping of nothing else.
            FieldType::Mapping(inner) if fields_of(inner).all(|row| row.default.is_some()) => {
                let mut inside = Vec::new();
                add_defaults(inner, &mut inside);
                Some(Yaml::Mapping(inside))
            }
            _ => default(schema_node, row.name, row.takes, fields),
        };
        if let Some(value) = value {
            fields.push((row.name.to_owned(), value));
        }
    }
    if schema_node == SchemaNode::Database && !fields.iter().any(|(name, _)| name == "ipAllowList")
    {
        let rule = [("source", EVERY_ADDRESS), ("description", "everywhere")];
        let rule = rule.map(|(name, text)| (name.to_owned(), Yaml::Text(text.to_owned())));
        fields.push(("ipAllowList".to_owned(), Yaml::List(vec![Yaml::Mapping(rule.to_vec())])));
    }
}

fn default(
    schema_node: SchemaNode,
    name: &str,
    takes: FieldType,
    fields: &[(String, Yaml)],
) -> Option<Yaml> {
    let beside = |name: &str| {
        let (_, value) = fields.iter().find(|(field, _)| field == name)?;
        Some(match value {
            Yaml::Text(text) | Yaml::Bare(text) => text.as_str(),
            Yaml::List(_) | Yaml::Mapping(_) => "",
        })
    };
    let text = default_beside(schema_node, name, &beside)?.to_owned();
    Some(match takes {
        FieldType::Boolean | FieldType::Whole { .. } => Yaml::Bare(text),
        _ => Yaml::Text(text),
    })
}
