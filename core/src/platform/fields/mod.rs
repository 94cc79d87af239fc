//! The language of Blueprints as tables: every field of every place, what it takes and what it does. Checks,
//! completion, hover cards and documentation all read these rows.
//!
//! The rows follow SCHEMA; the two former names that SCHEMA does not know are after SPEC.

mod build;
mod condition;
mod database;
mod meant;
mod place;
mod root;
mod row;
mod service;
mod variable;

pub use build::BUILD_SOURCE_REPLACES;
pub use condition::Condition;
pub use meant::{meant_field, way_instead};
pub use place::{Choice, SchemaNode};
pub use root::makes_previews;
pub use row::{FieldFacts, FieldType, Required, Source};

use super::Kind;

/// The fields that a place takes, in a sensible order, former names last.
pub fn fields_of(place: SchemaNode) -> impl Iterator<Item = &'static FieldFacts> {
    rows(place).iter().filter(move |row| match place {
        SchemaNode::Service(kind) => row.kinds.contains(&kind),
        _ => true,
    })
}

/// The field of that name at a place.
pub fn field(place: SchemaNode, name: &str) -> Option<&'static FieldFacts> {
    fields_of(place).find(|row| row.name == name)
}

/// The field at the end of a dotted path below a place: `scaling.minInstances`, `routes[].source`.
pub fn field_at(place: SchemaNode, path: &str) -> Option<&'static FieldFacts> {
    let Some((first, rest)) = path.split_once('.') else {
        return field(place, path.trim_end_matches("[]"));
    };
    match field(place, first.trim_end_matches("[]"))?.takes.innermost() {
        FieldType::Mapping(inner) => field_at(inner, rest),
        _ => None,
    }
}

/// The kinds of services that take a field.
pub fn kinds_with_field(name: &str) -> Vec<Kind> {
    Kind::ALL
        .into_iter()
        .filter(|kind| !kind.is_database() && field(SchemaNode::Service(*kind), name).is_some())
        .collect()
}

/// What a field of that name was renamed to, at a place; `None` for present names.
pub fn renamed_field(place: SchemaNode, name: &str) -> Option<&'static str> {
    field(place, name)?.replaced_by
}

/// Runtimes that a kind takes; empty for kinds without one.
pub fn runtimes_of(kind: Kind) -> &'static [&'static str] {
    match field(SchemaNode::Service(kind), "runtime").map(|row| row.takes) {
        Some(FieldType::OneOf(values)) => values,
        _ => &[],
    }
}

/// Whether a runtime is one of Render's own, which builds and starts by commands (SPEC).
pub fn is_native_runtime(runtime: &str) -> bool {
    service::RUNTIMES.contains(&runtime) && !matches!(runtime, "docker" | "image")
}

/// The rows behind a place; those of services are shared by all kinds.
fn rows(place: SchemaNode) -> &'static [FieldFacts] {
    match place {
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
        for place in SchemaNode::all() {
            let names: Vec<_> = fields_of(place).map(|row| row.name).collect();
            for (at, name) in names.iter().enumerate() {
                assert!(!names[..at].contains(name), "{place:?}: {name}");
            }
            assert!(!names.is_empty(), "{place:?} takes nothing");
        }
    }

    #[test]
    fn rows_make_sense() {
        for place in SchemaNode::all() {
            for row in fields_of(place) {
                let at = format!("{place:?}.{}", row.name);
                assert!(row.help.ends_with('.') && row.help.len() < 200, "{at}: {}", row.help);
                assert!(row.no_effect_on.iter().all(|kind| row.kinds.contains(kind)), "{at}");
                if let (FieldType::OneOf(values), Some(default)) = (row.takes, row.default) {
                    assert!(values.contains(&default), "{at}: {default}");
                }
                if let Some(now) = row.replaced_by {
                    assert!(field_at(place, now).is_some(), "{at}: nothing is called {now}");
                }
                if let Required::Unless(other) | Required::When(Condition::Without(other)) =
                    row.required
                {
                    assert!(field(place, other).is_some(), "{at}: {other}");
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
