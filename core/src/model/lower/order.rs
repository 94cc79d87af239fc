//! What is done once everything is read: source order, and who uses which text.

use super::lowering::Lowering;
use super::text_use::TextUse;
use crate::model::resource::{Declaration, ResourceId};
use crate::model::scope::GroupId;
use crate::model::shared_spans::{SharedSpans, TextUser};
use crate::sort;
use crate::syntax::SyntaxTree;

impl Lowering<'_> {
    /// Puts resources and groups into source order, whatever the order in which scopes were read.
    pub(super) fn sort_by_source(&mut self) {
        let groups = &mut self.blueprint.groups;
        let mut read: Vec<_> = groups.drain(..).zip(self.group_nodes.drain(..)).collect();
        sort::by_key(&mut read, |(group, _)| group.span.start);
        (self.blueprint.groups, self.group_nodes) = read.into_iter().unzip();

        let resources = &mut self.blueprint.resources;
        let mut read: Vec<_> = resources.drain(..).zip(self.resource_nodes.drain(..)).collect();
        sort::by_key(&mut read, |(resource, _)| (resource.span.start, resource.id));
        let mut ids = vec![ResourceId(0); read.len()];
        for (new, (resource, _)) in read.iter().enumerate() {
            ids[resource.id.0] = ResourceId(new);
        }
        for (resource, _) in &mut read {
            resource.id = ids[resource.id.0];
            if let Declaration::Replica { primary } = &mut resource.declaration {
                *primary = ids[primary.0];
            }
        }
        (self.blueprint.resources, self.resource_nodes) = read.into_iter().unzip();
    }

    /// Who uses which text, once resources and groups are in their final order.
    pub(super) fn shared_spans(&self, trees: &[SyntaxTree]) -> SharedSpans {
        let mut text_use = TextUse::default();
        for root in trees.iter().filter_map(|tree| tree.root.as_ref()) {
            text_use.settings(root);
        }
        for (index, node) in self.resource_nodes.iter().enumerate() {
            text_use.item(node, TextUser::Resource(ResourceId(index)));
        }
        for (index, node) in self.group_nodes.iter().enumerate() {
            text_use.item(node, TextUser::Group(GroupId(index)));
        }
        SharedSpans::new(text_use.uses)
    }
}
