//! Former spellings, replaced by present ones.

use crate::emit::Yaml;
use crate::platform::{
    Kind, SchemaNode, present_plan, present_root_field, present_service_field, renamed_field,
    renamed_kind,
};

/// Gives the fields of a node their present names and values. Where both are there, the present one stays (SPEC).
pub(super) fn spell(node: SchemaNode, fields: &mut Vec<(String, Yaml)>) {
    let mut at = 0;
    while at < fields.len() {
        match now(node, &fields[at].0, &fields[at].1) {
            Some(Now::Gone) => {
                fields.remove(at);
            }
            // A present field that cannot be read says nothing in place of it.
            Some(Now::Is(path, _)) if is_unreadable(fields, path) => at += 1,
            Some(Now::Is(path, value)) => {
                fields.remove(at);
                put(fields, at, path, value);
            }
            None => at += 1,
        }
    }
    for (name, value) in fields.iter_mut() {
        if let Yaml::Text(text) = value
            && let Some(now) = present_value(node, name, text)
        {
            now.clone_into(text);
        }
    }
}

/// Whether a field that takes a word holds a list or a mapping.
fn is_unreadable(fields: &[(String, Yaml)], name: &str) -> bool {
    let value = fields.iter().find(|(field, _)| name == "runtime" && field == name);
    value.is_some_and(|(_, value)| matches!(value, Yaml::List(_) | Yaml::Mapping(_)))
}

/// What a former field is now.
enum Now {
    /// Leaving it out says the same.
    Gone,
    /// A field at a dotted path below the same mapping.
    Is(&'static str, Yaml),
}

/// What a former field of a node is now; `None` for present ones, and for values that say nothing.
fn now(node: SchemaNode, name: &str, value: &Yaml) -> Option<Now> {
    let path = renamed_field(node, name)?;
    let (Yaml::Text(text) | Yaml::Bare(text)) = value else { return None };
    if matches!(value, Yaml::Bare(_)) && text == "null" {
        return None;
    }
    let with_value = match node {
        SchemaNode::Root => present_root_field(name, text),
        SchemaNode::Service(_) => present_service_field(name, text),
        _ => None,
    };
    Some(match with_value {
        Some((path, Some(now))) => Now::Is(path, Yaml::Text(now.to_owned())),
        Some((_, None)) => Now::Gone,
        None if path == "previews.plan" => {
            let plan = present_value(SchemaNode::ServicePreviews, "plan", text);
            Now::Is(path, plan.map_or_else(|| value.clone(), |plan| Yaml::Text(plan.to_owned())))
        }
        None if name == "domain" => Now::Is(path, Yaml::List(vec![value.clone()])),
        None => Now::Is(path, value.clone()),
    })
}

/// Puts a value at a dotted path, at that place of the mapping, unless something is there already.
fn put(fields: &mut Vec<(String, Yaml)>, at: usize, path: &str, value: Yaml) {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    let there = fields.iter_mut().find(|(field, _)| field == name);
    match (there, rest) {
        (None, None) => fields.insert(at, (name.to_owned(), value)),
        (None, Some(rest)) => {
            let inner = Yaml::Mapping(vec![(rest.to_owned(), value)]);
            fields.insert(at, (name.to_owned(), inner));
        }
        (Some((_, Yaml::Mapping(inner))), Some(rest)) => {
            if !inner.iter().any(|(field, _)| field == rest) {
                inner.push((rest.to_owned(), value));
            }
        }
        (Some(_), _) => {}
    }
}

/// The present word for a value.
fn present_value(node: SchemaNode, name: &str, text: &str) -> Option<&'static str> {
    match (node, name) {
        (SchemaNode::Service(_) | SchemaNode::FromService, "type") => {
            renamed_kind(text).and_then(Kind::blueprint_type)
        }
        (SchemaNode::Service(kind), "plan") => present_plan(kind, text),
        // Of a web service, private service or worker, whose plans have the same names.
        (SchemaNode::ServicePreviews, "plan") => present_plan(Kind::Web, text),
        _ => None,
    }
}
