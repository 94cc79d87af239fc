//! The kinds of resources in a network.

use std::collections::BTreeMap;

use blueprint_lens_core::graph::{Network, NodeKind};
use blueprint_lens_core::platform::Kind;

/// The kinds of a network by their ids: in words, and how many nodes are of each.
pub(super) fn kinds(network: &Network) -> BTreeMap<&'static str, (&'static str, usize)> {
    let mut kinds = BTreeMap::new();
    for (_, node) in network.nodes() {
        let words = match node.kind {
            NodeKind::Internet => "The internet",
            NodeKind::External => "Hosts elsewhere",
            NodeKind::Undeclared { .. } | NodeKind::Folded { .. } => "Not in this file",
            NodeKind::Resource(_) => node.resource_kind().map_or("Unknown kind", Kind::words),
        };
        kinds.entry(node.kind_id()).or_insert((words, 0)).1 += 1;
    }
    kinds
}
