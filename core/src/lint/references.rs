//! References between resources with what they mean: many rules ask, so they are looked up once.

use std::collections::BTreeMap;
use std::iter;

use crate::graph::{Resolution, Target, resolve_database, resolve_service};
use crate::model::{
    Blueprint, DatabaseReference, EnvVar, Present, Resource, ResourceId, ServiceReference,
};
use crate::platform::{Kind, Property};
use crate::text::Span;

/// A reference from a service's variable to another resource.
#[derive(Clone, Copy)]
pub struct Reference<'a> {
    /// The service that holds the variable.
    pub consumer: &'a Resource,
    /// The variable.
    pub var: &'a EnvVar,
    /// In which form.
    pub via: Via<'a>,
    /// What its name means; `None` when it has no name that could be read.
    pub target: Option<ReferenceTarget<'a>>,
}

/// The two forms of a reference.
#[derive(Clone, Copy)]
pub enum Via<'a> {
    /// `fromService`
    Service(&'a Present<ServiceReference>),
    /// `fromDatabase`
    Database(&'a Present<DatabaseReference>),
}

/// What a reference's name means.
#[derive(Clone, Copy)]
pub enum ReferenceTarget<'a> {
    /// A resource of the file, or of one that is read with it, and how it was found.
    Declared(&'a Resource, Target),
    /// Nothing in these files.
    Undeclared,
}

impl<'a> Reference<'a> {
    /// The value of `name` with its span.
    pub fn name(&self) -> Option<&'a Present<String>> {
        match self.via {
            Via::Service(reference) => reference.value.name.present(),
            Via::Database(reference) => reference.value.name.present(),
        }
    }

    /// The declared target.
    pub fn declared(&self) -> Option<&'a Resource> {
        match self.target {
            Some(ReferenceTarget::Declared(resource, _)) => Some(resource),
            Some(ReferenceTarget::Undeclared) | None => None,
        }
    }

    /// The value of `property` with its span.
    pub fn property(&self) -> Option<&'a Present<String>> {
        match self.via {
            Via::Service(reference) => reference.value.property.present(),
            Via::Database(reference) => reference.value.property.present(),
        }
    }

    /// The key `fromService` or `fromDatabase`.
    pub fn key_span(&self) -> Span {
        match self.via {
            Via::Service(reference) => reference.key,
            Via::Database(reference) => reference.key,
        }
    }

    /// The whole value of `fromService` or `fromDatabase`.
    pub fn span(&self) -> Span {
        match self.via {
            Via::Service(reference) => reference.span,
            Via::Database(reference) => reference.span,
        }
    }

    /// Its path in the file.
    pub fn path(&self) -> String {
        let key = match self.via {
            Via::Service(_) => "fromService",
            Via::Database(_) => "fromDatabase",
        };
        format!("{}.{key}", self.var.path)
    }
}

/// Every reference of some services, in source order.
pub(super) fn references<'a>(
    blueprint: &'a Blueprint,
    consumers: &'a [Resource],
) -> Vec<Reference<'a>> {
    let variables = consumers
        .iter()
        .flat_map(|consumer| consumer.env_vars.iter().map(move |var| (consumer, var)));
    variables.flat_map(|(consumer, var)| references_of(blueprint, consumer, var)).collect()
}

/// For each resource, which of the references it holds or is meant by, in their order.
pub(super) fn by_end(references: &[Reference<'_>]) -> BTreeMap<ResourceId, Vec<usize>> {
    let mut out: BTreeMap<ResourceId, Vec<usize>> = BTreeMap::new();
    for (index, reference) in references.iter().enumerate() {
        let consumer = reference.consumer.id;
        let target = reference.declared().map(|target| target.id);
        for end in iter::once(consumer).chain(target.filter(|target| *target != consumer)) {
            out.entry(end).or_default().push(index);
        }
    }
    out
}

fn references_of<'a>(
    blueprint: &'a Blueprint,
    consumer: &'a Resource,
    var: &'a EnvVar,
) -> impl Iterator<Item = Reference<'a>> + use<'a> {
    let target = move |resolution| match resolution {
        Resolution::Found(target) => {
            ReferenceTarget::Declared(blueprint.resource(target.resource), target)
        }
        Resolution::Undeclared => ReferenceTarget::Undeclared,
    };
    let service = var.from_service.present().map(|reference| Reference {
        consumer,
        var,
        via: Via::Service(reference),
        target: reference.value.name.text().map(|name| {
            target(resolve_service(blueprint, consumer.scope, name, reference.value.kind.text()))
        }),
    });
    let database = var.from_database.present().map(|reference| Reference {
        consumer,
        var,
        via: Via::Database(reference),
        target: reference
            .value
            .name
            .text()
            .map(|name| target(resolve_database(blueprint, consumer.scope, name))),
    });
    service.into_iter().chain(database)
}

/// Whether a reference asks for no more than the `host` of a web service, from which code can also build its public
/// address: that it cannot be reached over the private network is then no certain mistake.
pub(crate) fn asks_only_for_host(reference: &Reference<'_>) -> bool {
    reference.property().is_some_and(|property| property.value == Property::Host.id())
        && reference.declared().is_some_and(|target| target.kind.kind() == Some(Kind::Web))
}
