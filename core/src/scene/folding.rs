//! What a large picture draws as boxes by itself, so that it can be taken in at a glance: first resources that are wired
//! alike, then those of one kind and place, then whole environments, then lanes.

use std::collections::BTreeSet;

use super::alike::{Likeness, alike, box_id};
use super::frame::frame_id;
use super::subgraph::subgraph;
use super::view_filter::ViewFilter;
use crate::diagnostics::Diagnostic;
use crate::graph::{Network, NodeRef};
use crate::model::Blueprint;

/// A picture of at most so many resources is drawn in full.
const MOST_IN_FULL: usize = 40;
/// A larger one is folded until it has at most so many boxes.
const MOST_BOXES: usize = 30;
/// Fewer alike resources than this stay apart.
const LEAST_ALIKE: usize = 3;

/// The ids of the boxes that a picture of `network` is folded into; none for a small one.
pub fn folds(
    blueprint: &Blueprint,
    network: &Network,
    diagnostics: &[Diagnostic],
) -> BTreeSet<String> {
    let declared = network.nodes().filter(|(_, node)| node.is_declared()).count();
    if declared <= MOST_IN_FULL {
        return BTreeSet::new();
    }
    let mut by_kind = Vec::new();
    for likeness in Likeness::ALL {
        let groups = alike(network, diagnostics, likeness);
        let large = |group: &&Vec<NodeRef>| group.len() >= LEAST_ALIKE;
        let boxed: usize = groups.iter().filter(large).map(|group| group.len() - 1).sum();
        let ids = groups.iter().filter(large).map(|group| box_id(likeness, network.node(group[0])));
        by_kind = ids.collect();
        if declared - boxed <= MOST_BOXES {
            return by_kind.into_iter().collect();
        }
    }
    let frame = |node: NodeRef| frame_id(blueprint, network.node(node));
    let lane = |node: NodeRef| network.node(node).placement.lane_id();
    let mut ids: BTreeSet<String> = by_kind.into_iter().collect();
    for outer in [&frame as &dyn Fn(NodeRef) -> Option<String>, &lane] {
        ids.extend(network.nodes().filter_map(|(node, _)| outer(node)));
        if boxes(blueprint, network, diagnostics, &ids) <= MOST_BOXES {
            break;
        }
    }
    ids
}

/// How many boxes are left when those of `ids` are folded.
fn boxes(
    blueprint: &Blueprint,
    network: &Network,
    diagnostics: &[Diagnostic],
    ids: &BTreeSet<String>,
) -> usize {
    let filter = ViewFilter { folded: Some(ids.clone()), ..ViewFilter::default() };
    subgraph(blueprint, network, diagnostics, &filter)
        .map_or(network.graph().node_count(), |part| part.network.graph().node_count())
}
