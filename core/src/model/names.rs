//! What is called what: every name, and every label that Render makes of one, is looked up, never searched for.

use std::collections::BTreeMap;

use super::group::EnvironmentGroup;
use super::resource::{Resource, ResourceId};
use super::scope::GroupId;
use crate::platform::slug;

/// The names of a Blueprint. Of one name, or of one label, ids are in source order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Names {
    resources: BTreeMap<String, Vec<ResourceId>>,
    labels: BTreeMap<String, Vec<ResourceId>>,
    groups: BTreeMap<String, Vec<GroupId>>,
}

impl Names {
    /// The names of these resources and groups, which stand at their ids.
    pub(crate) fn of(resources: &[Resource], groups: &[EnvironmentGroup]) -> Self {
        let mut out = Self::default();
        for resource in resources {
            out.add(resource);
        }
        for (index, group) in groups.iter().enumerate() {
            if let Some(name) = group.name.text() {
                out.groups.entry(name.to_owned()).or_default().push(GroupId(index));
            }
        }
        out
    }

    /// Adds a resource behind the others.
    pub(crate) fn add(&mut self, resource: &Resource) {
        if let Some(name) = resource.name.text() {
            self.resources.entry(name.to_owned()).or_default().push(resource.id);
            self.labels.entry(slug(name)).or_default().push(resource.id);
        }
    }

    /// The resources of that name.
    pub(crate) fn resources(&self, name: &str) -> &[ResourceId] {
        self.resources.get(name).map_or(&[], Vec::as_slice)
    }

    /// The resources whose name makes that label of a host.
    pub(crate) fn labelled(&self, label: &str) -> &[ResourceId] {
        self.labels.get(label).map_or(&[], Vec::as_slice)
    }

    /// The groups of that name.
    pub(crate) fn groups(&self, name: &str) -> &[GroupId] {
        self.groups.get(name).map_or(&[], Vec::as_slice)
    }
}
