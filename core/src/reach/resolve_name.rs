//! Which resource a name means: its id, or its name if that is unambiguous.

use super::query::ReachQuery;
use crate::graph::{INTERNET, NetNode, NodeRef};
use crate::text::FileId;

/// Why a name matches no single resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnresolvedName {
    /// No declared resource has that name.
    Nothing,
    /// Several resources have it; their ids.
    Several(Vec<String>),
}

/// The node that `wanted` means: by its id, or else by the name of a declared resource. Never the internet. What is said
/// in a file means that file's resources before those of the others.
///
/// # Errors
/// If no resource or more than one has that name.
pub fn resolve_name(
    question: ReachQuery<'_>,
    said_in: Option<FileId>,
    wanted: &str,
) -> Result<NodeRef, UnresolvedName> {
    let network = question.network;
    if let Some(file) = said_in.filter(|_| question.files.count() > 1) {
        let own = network.nodes().filter(|(_, node)| {
            node.scope.is_some_and(|scope| question.blueprint.file_of(scope) == file)
        });
        let own: Vec<(NodeRef, &NetNode)> = own.collect();
        let scoped = format!("{wanted}@");
        let by_id = |(_, node): &&(NodeRef, &NetNode)| node.id == wanted;
        // The file's own first resource of that id, which had no more to it if the file stood alone.
        let by_start = |(_, node): &&(NodeRef, &NetNode)| node.id.starts_with(&scoped);
        if let Some((node, _)) = own.iter().find(by_id).or_else(|| own.iter().find(by_start)) {
            return Ok(*node);
        }
        let named = named(own.into_iter(), wanted);
        if named != Err(UnresolvedName::Nothing) {
            return named;
        }
    }
    if let Some(node) = network.find(wanted).filter(|node| network.node(*node).id != INTERNET) {
        return Ok(node);
    }
    named(network.nodes(), wanted)
}

/// The only declared one of `nodes` that is called `wanted`.
fn named<'a>(
    nodes: impl Iterator<Item = (NodeRef, &'a NetNode)>,
    wanted: &str,
) -> Result<NodeRef, UnresolvedName> {
    let mut found = nodes.filter(|(_, node)| node.is_declared() && node.name == wanted);
    match (found.next(), found.next()) {
        (None, _) => Err(UnresolvedName::Nothing),
        (Some((one, _)), None) => Ok(one),
        (Some(one), Some(other)) => Err(UnresolvedName::Several(
            [one, other].into_iter().chain(found).map(|(_, node)| node.id.clone()).collect(),
        )),
    }
}
