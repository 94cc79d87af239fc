//! Both versions and what lies between them, for whoever looks for steps.

use std::collections::BTreeSet;

use crate::analysis::Analysis;
use crate::diff::{Difference, diff};
use crate::model::Resource;
use crate::plan::{Class, Consequence, Mode, consequences};

/// Both versions.
pub(super) struct Stage<'a> {
    pub(super) base: &'a Analysis,
    pub(super) head: &'a Analysis,
    pub(super) difference: Difference,
    /// What the sync does, were both versions taken by Render.
    pub(super) consequences: Vec<Consequence>,
    created: BTreeSet<String>,
}

impl<'a> Stage<'a> {
    pub(super) fn new(base: &'a Analysis, head: &'a Analysis) -> Self {
        let difference = diff(base, head);
        let consequences = consequences(base, head, Mode::Later);
        let is_new = |one: &&Consequence| {
            one.field.is_none()
                && matches!(one.class, Class::Create | Class::Replace | Class::DataLoss)
        };
        let created = consequences.iter().filter(is_new).map(|one| one.part.id.clone()).collect();
        Self { base, head, difference, consequences, created }
    }

    /// Whether the sync creates the part of that id.
    pub(super) fn is_created(&self, id: &str) -> bool {
        self.created.contains(id)
    }

    /// The resources of the head with the ids of their nodes, in source order.
    pub(super) fn resources(&self) -> impl Iterator<Item = (&'a str, &'a Resource)> {
        let (blueprint, network) = (self.head.blueprint(), self.head.network());
        blueprint.resources.iter().filter_map(move |resource| {
            let node = network.of_resource(resource.id)?;
            Some((network.node(node).id.as_str(), resource))
        })
    }
}
