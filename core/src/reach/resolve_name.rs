//! Which resource a name means: its id, or its name if that is unambiguous.

use crate::graph::{INTERNET, Network, NodeRef};

/// Why a name matches no single resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnresolvedName {
    /// No declared resource has that name.
    Nothing,
    /// Several resources have it; their ids.
    Several(Vec<String>),
}

/// The node that `wanted` means: by its id, or else by the name of a declared resource. Never the internet.
///
/// # Errors
/// If no resource or more than one has that name.
pub fn resolve_name(network: &Network, wanted: &str) -> Result<NodeRef, UnresolvedName> {
    if let Some(node) = network.find(wanted).filter(|node| network.node(*node).id != INTERNET) {
        return Ok(node);
    }
    let mut found = network
        .nodes()
        .filter(|(_, node)| node.is_declared() && node.name == wanted)
        .map(|(node, _)| node);
    match (found.next(), found.next()) {
        (None, _) => Err(UnresolvedName::Nothing),
        (Some(one), None) => Ok(one),
        (Some(one), Some(other)) => Err(UnresolvedName::Several(
            [one, other]
                .into_iter()
                .chain(found)
                .map(|node| network.node(node).id.clone())
                .collect(),
        )),
    }
}
