//! The language of Blueprints as tables: every field of every node, its type and its meaning. Checks, completion, hover
//! cards and documentation all read these rows.
//!
//! The rows follow SCHEMA; the two old names that SCHEMA does not know follow SPEC.

mod build;
mod condition;
mod database;
mod meant;
mod root;
mod row;
mod runtime;
mod schema_node;
mod service;
mod variable;
mod words;

pub use build::BUILD_SOURCE_REPLACES;
pub use condition::Condition;
pub use meant::{meant_field, way_instead};
pub use root::makes_previews;
pub use row::{FieldFacts, FieldType, Required, Source};
pub use runtime::is_native_runtime;
pub use schema_node::{Choice, SchemaNode};
pub use words::word_of_boolean;

use super::Kind;

/// The fields that a node can have, in a sensible order, old names last.
pub fn fields_of(node: SchemaNode) -> impl Iterator<Item = &'static FieldFacts> {
    rows(node).iter().filter(move |row| match node {
        SchemaNode::Service(kind) => row.kinds.contains(&kind),
        _ => true,
    })
}

/// The field of that name at a node.
pub fn field(node: SchemaNode, name: &str) -> Option<&'static FieldFacts> {
    fields_of(node).find(|row| row.name == name)
}

/// The field at the end of a dotted path below a node: `scaling.minInstances`, `routes[].source`.
pub fn field_at(node: SchemaNode, path: &str) -> Option<&'static FieldFacts> {
    let Some((first, rest)) = path.split_once('.') else {
        return field(node, path.trim_end_matches("[]"));
    };
    match field(node, first.trim_end_matches("[]"))?.takes.innermost() {
        FieldType::Mapping(inner) => field_at(inner, rest),
        _ => None,
    }
}

/// The kinds of services that have a field.
pub fn kinds_with_field(name: &str) -> Vec<Kind> {
    Kind::ALL
        .into_iter()
        .filter(|kind| !kind.is_database() && field(SchemaNode::Service(*kind), name).is_some())
        .collect()
}

/// The present name of an old field at a node; `None` for present names.
pub fn renamed_field(node: SchemaNode, name: &str) -> Option<&'static str> {
    field(node, name)?.replaced_by
}

/// The runtimes that a kind can use; empty for kinds without one.
pub fn runtimes_of(kind: Kind) -> &'static [&'static str] {
    match field(SchemaNode::Service(kind), "runtime").map(|row| row.takes) {
        Some(FieldType::OneOf(values)) => values,
        _ => &[],
    }
}

/// The rows of a node; all kinds share those of services.
fn rows(node: SchemaNode) -> &'static [FieldFacts] {
    match node {
        SchemaNode::Root => root::ROOT,
        SchemaNode::Ungrouped => root::UNGROUPED,
        SchemaNode::RootPreviews => root::PREVIEWS,
        SchemaNode::Project => root::PROJECT,
        SchemaNode::Environment => root::ENVIRONMENT,
        SchemaNode::Networking => root::NETWORKING,
        SchemaNode::Permissions => root::PERMISSIONS,
        SchemaNode::Service(Kind::Postgres | Kind::Replica) => &[],
        SchemaNode::Service(_) => service::SERVICE,
        SchemaNode::ServicePreviews => service::PREVIEWS,
        SchemaNode::StaticPreviews => service::STATIC_PREVIEWS,
        SchemaNode::Scaling => service::SCALING,
        SchemaNode::Disk => service::DISK,
        SchemaNode::MaintenanceMode => service::MAINTENANCE_MODE,
        SchemaNode::Header => service::HEADER,
        SchemaNode::Route => service::ROUTE,
        SchemaNode::IpRule => service::IP_RULE,
        SchemaNode::BuildFilter => build::BUILD_FILTER,
        SchemaNode::Image => build::IMAGE,
        SchemaNode::Credential => build::CREDENTIAL,
        SchemaNode::CredentialName => build::CREDENTIAL_NAME,
        SchemaNode::BuildSource => build::BUILD_SOURCE,
        SchemaNode::BuildGit => build::BUILD_GIT,
        SchemaNode::Database => database::DATABASE,
        SchemaNode::HighAvailability => database::HIGH_AVAILABILITY,
        SchemaNode::Replica => database::REPLICA,
        SchemaNode::Group => variable::GROUP,
        SchemaNode::Variable => variable::VARIABLE,
        SchemaNode::GroupVariable => variable::GROUP_VARIABLE,
        SchemaNode::FromService => variable::FROM_SERVICE,
        SchemaNode::FromDatabase => variable::FROM_DATABASE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_place_has_a_field_twice() {
        for node in SchemaNode::all() {
            let names: Vec<_> = fields_of(node).map(|row| row.name).collect();
            for (at, name) in names.iter().enumerate() {
                assert!(!names[..at].contains(name), "{node:?}: {name}");
            }
            assert!(!names.is_empty(), "{node:?} takes nothing");
        }
    }

    #[test]
    fn rows_make_sense() {
        for node in SchemaNode::all() {
            for row in fields_of(node) {
                let at = format!("{node:?}.{}", row.name);
                assert!(row.help.ends_with('.') && row.help.len() < 200, "{at}: {}", row.help);
                assert!(row.no_effect_on.iter().all(|kind| row.kinds.contains(kind)), "{at}");
                if let (FieldType::OneOf(values), Some(default)) = (row.takes, row.default) {
                    assert!(values.contains(&default), "{at}: {default}");
                }
                if let Some(now) = row.replaced_by {
                    assert!(field_at(node, now).is_some(), "{at}: nothing is called {now}");
                }
                if let Required::Unless(other) | Required::When(Condition::Without(other)) =
                    row.required
                {
                    assert!(field(node, other).is_some(), "{at}: {other}");
                }
            }
        }
    }

    #[test]
    fn kinds_have_their_fields() {
        assert_eq!(kinds_with_field("schedule"), [Kind::Cron]);
        assert_eq!(kinds_with_field("headers"), [Kind::Static]);
        assert_eq!(runtimes_of(Kind::Workflow), ["node", "python"]);
        assert_eq!(runtimes_of(Kind::KeyValue), [""; 0]);
        let web = SchemaNode::Service(Kind::Web);
        assert_eq!(renamed_field(web, "env"), Some("runtime"));
        assert!(field_at(web, "scaling.minInstances").is_some());
        assert!(field_at(SchemaNode::Service(Kind::Static), "routes[].source").is_some());
        assert!(field_at(web, "scaling.min").is_none());
    }
}
