//! Which resource a name means: an id, or a name where it is unambiguous.

use crate::graph::{INTERNET, Network, NodeRef};

/// Why a name means no single resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnresolvedName {
    /// Nothing declared is called so.
    Nothing,
    /// Several are; their ids.
    Several(Vec<String>),
}

/// The node that `wanted` means: by its id, else by the name of a declared resource. Never the internet.
///
/// # Errors
/// When nothing or more than one thing is called so.
pub fn named(network: &Network, wanted: &str) -> Result<NodeRef, UnresolvedName> {
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
