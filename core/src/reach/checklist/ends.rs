//! Caller and callee of the pair, and what the file states about them.

use crate::graph::{Cause, NetNode};
use crate::model::{EnvVar, Resource};
use crate::platform::{Kind, default_port, internal_address_form};
use crate::reach::pairs::Pair;
use crate::reach::query::ReachQuery;
use crate::text::Span;

/// The two ends of a connection.
#[derive(Clone, Copy)]
pub(super) struct Ends<'a> {
    pub(super) question: ReachQuery<'a>,
    pub(super) pair: &'a Pair,
    pub(super) caller: &'a NetNode,
    pub(super) callee: &'a NetNode,
}

impl<'a> Ends<'a> {
    pub(super) fn variable(&self, cause: &Cause) -> Option<&'a EnvVar> {
        let blueprint = self.question.blueprint;
        let own = blueprint.resource(cause.consumer).env_vars.iter();
        own.chain(blueprint.groups.iter().flat_map(|group| &group.env_vars))
            .find(|var| var.span == cause.entry && var.path == cause.path)
    }

    fn resource(&self, node: &NetNode) -> Option<&'a Resource> {
        node.resource.map(|id| self.question.blueprint.resource(id))
    }

    pub(super) fn kind_span(&self, node: &NetNode) -> Option<Span> {
        self.resource(node).and_then(|resource| resource.type_field.span())
    }

    /// The port that the callee's `PORT` sets, and where.
    pub(super) fn stated_port(&self) -> Option<(u16, Span)> {
        let resource = self.resource(self.callee)?;
        let port = resource.stated_port()?;
        let var = resource.env_vars.iter().find(|var| var.key.text() == Some("PORT"))?;
        Some((port, var.value.span()?))
    }

    pub(super) fn default_port(&self) -> Option<u16> {
        self.callee.resource_kind().and_then(default_port)
    }

    pub(super) fn is_datastore(&self) -> bool {
        self.callee.resource_kind().is_some_and(Kind::is_datastore)
    }

    pub(super) fn expected_address(&self) -> Option<String> {
        let port = self.stated_port().map(|(port, _)| port);
        self.callee
            .resource_kind()
            .and_then(|kind| internal_address_form(kind, &self.callee.name, port))
    }
}
