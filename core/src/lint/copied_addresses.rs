//! Addresses that a variable copies from another service, for the rules of the network: the copy is checked like a
//! reference of its own (W36).

use super::context::Context;
use crate::graph::{Cause, EdgeClass, NetEdge, Source};
use crate::model::Resource;

/// A private address that one service copies from a variable of another.
pub(crate) struct CopiedAddress<'a> {
    /// Who copies it.
    pub(crate) consumer: &'a Resource,
    /// Whose address it is.
    pub(crate) target: &'a Resource,
    /// The edge from one to the other.
    pub(crate) edge: &'a NetEdge,
    /// The variable that copies; its span is the value of `envVarKey`.
    pub(crate) cause: &'a Cause,
    /// Where the address is written.
    pub(crate) source: &'a Source,
}

/// Every private address of a declared resource that is copied, edge by edge.
pub(crate) fn copied_addresses<'a>(
    context: &Context<'a>,
) -> impl Iterator<Item = CopiedAddress<'a>> {
    let (network, blueprint) = (context.network, context.blueprint);
    context
        .edges()
        .filter(|(_, _, _, edge)| edge.class == EdgeClass::Private)
        .filter_map(move |(_, _, to, edge)| Some((network.node(to).resource?, edge)))
        .flat_map(move |(target, edge)| {
            edge.causes.iter().filter_map(move |cause| {
                Some(CopiedAddress {
                    consumer: blueprint.resource(cause.consumer),
                    target: blueprint.resource(target),
                    edge,
                    cause,
                    source: cause.source.as_ref()?,
                })
            })
        })
}

impl CopiedAddress<'_> {
    /// The path of the `envVarKey`.
    pub(crate) fn path(&self) -> String {
        format!("{}.fromService.envVarKey", self.cause.path)
    }

    /// "`DATABASE_URL` of `api` holds the address of `db`", for the place where it is written.
    pub(crate) fn written_here(&self, context: &Context<'_>) -> String {
        let owner = context.blueprint.resource(self.source.owner).label();
        let (variable, target) = (&self.source.variable, self.target.label());
        format!("`{variable}` of `{owner}` holds the address of `{target}`")
    }
}
