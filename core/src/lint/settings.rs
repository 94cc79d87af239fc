//! What rules about single settings share.

use std::collections::BTreeMap;

use super::context::Context;
use super::finding::Finding;
use super::references::Reference;
use crate::model::{Declaration, DeclaredKind, Field, Resource, ResourceId, Setting, Settings};
use crate::platform::{Kind, makes_previews};
use crate::text::{Span, TextEdit};

impl<'a> Context<'a> {
    /// The resources that the file states to be of one of these kinds.
    pub(crate) fn of_kinds(&self, kinds: &'static [Kind]) -> impl Iterator<Item = &'a Resource> {
        self.resources.iter().filter(move |resource| {
            matches!(resource.kind, DeclaredKind::Stated(kind) if kinds.contains(&kind))
        })
    }

    /// The read replicas of every database that has some, in source order.
    pub(crate) fn replicas(&self) -> BTreeMap<ResourceId, Vec<&'a Resource>> {
        let mut out: BTreeMap<ResourceId, Vec<&Resource>> = BTreeMap::new();
        for resource in self.resources {
            if let Declaration::Replica { primary } = resource.declaration {
                out.entry(primary).or_default().push(resource);
            }
        }
        out
    }

    /// The edit that drops a setting at the top of a resource.
    pub(crate) fn drop_setting(&self, resource: &Resource, name: &str) -> Vec<TextEdit> {
        self.editor().remove_entry(&resource.keys, name).into_iter().collect()
    }

    /// The edit that adds a line to a resource, behind its `name`.
    pub(crate) fn add_setting(&self, resource: &Resource, line: &str) -> Vec<TextEdit> {
        let after = resource.written("name").or_else(|| resource.written("type"));
        after.and_then(|key| self.editor().add_entry(key, line)).into_iter().collect()
    }

    /// How a worker refers to a resource: workers are who reads queues.
    pub(crate) fn worker_of(&self, resource: &Resource) -> Option<Reference<'a>> {
        let mut all = self.references_to(resource);
        all.find(|reference| reference.consumer.kind.kind() == Some(Kind::Worker))
    }

    /// Where the file switches preview environments on.
    pub(crate) fn previews_on(&self) -> Option<Span> {
        switched_on(&self.root().previews_generation)
    }

    /// Where previews of one resource are switched on: for it alone, or for the whole file.
    pub(crate) fn previews_of(&self, resource: &Resource) -> Option<Span> {
        switched_on(&resource.previews_generation)
            .or_else(|| formerly_on(&resource.settings))
            .or_else(|| self.previews_on())
    }
}

/// Where a generation of previews is written that makes some.
fn switched_on(generation: &Field<String>) -> Option<Span> {
    generation
        .present()
        .filter(|generation| makes_previews(&generation.value))
        .map(|generation| generation.span)
}

/// Where the former field of a service switches its previews on.
fn formerly_on(settings: &Settings) -> Option<Span> {
    let name = "pullRequestPreviewsEnabled";
    settings.get(name).filter(|_| settings.boolean(name) == Some(true)).map(Setting::span)
}

impl Finding {
    /// A finding on a setting of a resource.
    pub(crate) fn on_setting(
        context: &Context<'_>,
        resource: &Resource,
        setting: &Setting,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        let path = format!("{}.{}", resource.path, setting.name);
        Self::new(setting.span(), path, message, help).on(context, resource.id)
    }

    /// A finding on a resource as a whole: on its name.
    pub(crate) fn on_head(
        context: &Context<'_>,
        resource: &Resource,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self::new(resource.head(), resource.path.clone(), message, help).on(context, resource.id)
    }
}
