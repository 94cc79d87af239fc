//! What the field around an offset takes.

use super::outline::Ancestor;
use crate::platform::{FieldType, Kind, SchemaNode, field, read_kind};

/// What the innermost of `ancestors` takes, from the tables of [`platform`](crate::platform).
pub(super) fn field_type(ancestors: &[Ancestor<'_>]) -> Option<FieldType> {
    let mut takes = FieldType::Mapping(SchemaNode::Root);
    // The mapping of the item that was entered last: the fields of a service depend on it.
    let mut item: &[(&str, &str)] = &[];
    for ancestor in ancestors {
        takes = match (ancestor, takes) {
            (Ancestor::Key(name), FieldType::Mapping(node)) => field(node, name)?.takes,
            (Ancestor::Key(name), FieldType::Service) => field(service(item), name)?.takes,
            (Ancestor::Item(pairs), FieldType::List(inner)) => {
                item = pairs;
                *inner
            }
            _ => return None,
        };
    }
    Some(match takes {
        FieldType::Service => FieldType::Mapping(service(item)),
        other => other,
    })
}

/// The node of a service, by its `type` and `runtime`; without a type that can be read, that of a web service.
fn service(pairs: &[(&str, &str)]) -> SchemaNode {
    let value = |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
    let kind = value("type").and_then(|text| read_kind(text).kind()).unwrap_or(Kind::Web);
    let is_site = kind == Kind::Web && (value("runtime").or(value("env")) == Some("static"));
    let kind = if is_site { Kind::Static } else { kind };
    SchemaNode::Service(if kind.is_database() { Kind::Web } else { kind })
}

#[cfg(test)]
mod tests {
    use super::super::outline::{At, outline};
    use super::*;

    /// What the field takes at the mark `|` in a text.
    fn at(marked: &str) -> Option<FieldType> {
        let offset = marked.find('|')?;
        let text = marked.replacen('|', "", 1);
        let outline = outline(&text, offset)?;
        field_type(&outline.ancestors).filter(|_| outline.at == At::Key)
    }

    #[test]
    fn places_are_found_by_indentation() {
        let node = |marked| match at(marked) {
            Some(FieldType::Mapping(node)) => Some(node),
            _ => None,
        };
        assert_eq!(node("|"), Some(SchemaNode::Root));
        assert_eq!(node("services:\n  - |"), Some(SchemaNode::Service(Kind::Web)));
        assert_eq!(node("services:\n- type: worker\n  |"), Some(SchemaNode::Service(Kind::Worker)));
        assert_eq!(
            node("services:\n  - na|\n    type: web\n    runtime: static\n"),
            Some(SchemaNode::Service(Kind::Static))
        );
        let reference = "services:\n  - type: web\n    envVars:\n      - key: A\n        fromService:\n          na|\n  - type: cron\n";
        assert_eq!(node(reference), Some(SchemaNode::FromService));
        assert_eq!(
            node("databases:\n  - name: a\n    |\nservices: []\n"),
            Some(SchemaNode::Database)
        );
        let scoped = "projects:\n  - name: p\n    environments:\n      - name: e\n        services:\n          - type: keyvalue\n            |";
        assert_eq!(node(scoped), Some(SchemaNode::Service(Kind::KeyValue)));
        // A broken line above does not matter, nor does a text of several lines.
        let broken = "databases: [\nservices:\n  - type: cron\n    run: >\n      a: b\n    |";
        assert_eq!(node(broken), Some(SchemaNode::Service(Kind::Cron)));
    }

    #[test]
    fn where_nothing_fits_there_is_no_place() {
        assert_eq!(at("services:\n  - name: a\n      |"), None);
        assert_eq!(at("# com|ment"), None);
        assert_eq!(at("services:\n  - {ty|pe: web}"), None);
    }
}
