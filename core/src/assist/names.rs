//! Names that the file itself offers: what a reference may point at.

use super::offer::{Offer, OfferKind};
use super::outline::{Ancestor, Outline};
use crate::model::{Blueprint, Resource};
use crate::platform::{Kind, Region, SchemaNode, properties_of, read_reference_kind};

/// What the file offers as the value of a field; `None` where it has no say.
pub(super) fn offers(
    blueprint: &Blueprint,
    outline: &Outline<'_>,
    node: SchemaNode,
    name: &str,
) -> Option<Vec<Offer>> {
    let written = |key: &str| {
        outline.siblings.iter().find(|(sibling, _)| *sibling == key).map(|(_, value)| *value)
    };
    Some(match (node, name) {
        (SchemaNode::FromService, "name") => {
            let kind = written("type").and_then(|text| read_reference_kind(text).kind());
            let fits = |resource: &&Resource| match (resource.kind.kind(), kind) {
                (Some(is), Some(wanted)) => is == wanted,
                (Some(is), None) => !is.is_database(),
                (None, _) => false,
            };
            named(blueprint.resources.iter().filter(fits))
        }
        (SchemaNode::FromService, "type") => {
            let target = written("name").and_then(|name| find(blueprint, name, false))?;
            let word = target.kind.kind()?.blueprint_type()?;
            vec![Offer::of(word, OfferKind::Value, "the type of that service")]
        }
        (SchemaNode::FromService, "property") => {
            let kind = written("type").and_then(|text| read_reference_kind(text).kind())?;
            match properties_of(kind) {
                [] => return None,
                known => known.iter().map(|word| Offer::of(word, OfferKind::Value, "")).collect(),
            }
        }
        (SchemaNode::FromService, "envVarKey") => {
            let target = written("name").and_then(|name| find(blueprint, name, false))?;
            let keys = target.env_vars.iter().filter_map(|variable| variable.key.text());
            let mut keys: Vec<&str> = keys.collect();
            keys.dedup();
            keys.into_iter().map(|key| Offer::of(key, OfferKind::Name, "")).collect()
        }
        (SchemaNode::FromDatabase, "name") => {
            let is_database =
                |resource: &&Resource| resource.kind.kind().is_some_and(Kind::is_database);
            named(blueprint.resources.iter().filter(is_database))
        }
        (SchemaNode::Variable, "fromGroup") => {
            let names = blueprint.groups.iter().filter_map(|group| group.name.text());
            names.map(|name| Offer::of(name, OfferKind::Name, "environment group")).collect()
        }
        _ => return None,
    })
}

/// The resource that a reference at a node means, or the group.
pub(super) fn find<'a>(
    blueprint: &'a Blueprint,
    name: &str,
    database: bool,
) -> Option<&'a Resource> {
    blueprint.resources.iter().find(|resource| {
        resource.name.text() == Some(name)
            && resource.kind.kind().is_some_and(|kind| kind.is_database() == database)
    })
}

fn named<'a>(resources: impl Iterator<Item = &'a Resource>) -> Vec<Offer> {
    let offer = |resource: &Resource| {
        Some(Offer::of(resource.name.text()?, OfferKind::Name, &facts(resource)))
    };
    let mut offers: Vec<Offer> = Vec::new();
    for offer in resources.filter_map(offer) {
        if !offers.iter().any(|known| known.label == offer.label) {
            offers.push(offer);
        }
    }
    offers
}

/// What it is and where it runs, in a few words.
pub(super) fn facts(resource: &Resource) -> String {
    let kind = resource.kind.kind().map_or("resource", Kind::words);
    match resource.region.text().and_then(Region::parse) {
        Some(region) => format!("{kind} in {}", region.name()),
        None => kind.to_owned(),
    }
}

/// Whether an outline is inside the resource of that name, which does not refer to itself.
pub(super) fn is_own(outline: &Outline<'_>, name: &str) -> bool {
    outline.ancestors.iter().any(|ancestor| match ancestor {
        Ancestor::Item(pairs) => pairs.contains(&("name", name)),
        Ancestor::Key(_) => false,
    })
}
