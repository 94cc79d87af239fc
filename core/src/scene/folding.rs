//! What a large picture draws as boxes by itself, so that it can be taken in at a glance: resources that are wired alike,
//! or those of one kind and place, or of one role, whichever is enough.

use std::collections::BTreeSet;

use super::alike::{Likeness, alike, box_id};
use crate::diagnostics::Diagnostic;
use crate::graph::{Network, NodeRef, Placement};

/// A picture of at most so many resources is drawn in full.
const MOST_IN_FULL: usize = 40;
/// A larger one is folded until it has at most so many boxes.
const MOST_BOXES: usize = 20;
/// More nodes that are only named than this are one box.
const MOST_NAMED: usize = 4;

/// The ids of the boxes that a picture of `network` is folded into; none for a small one.
pub fn folds(network: &Network, diagnostics: &[Diagnostic]) -> BTreeSet<String> {
    let declared = network.nodes().filter(|(_, node)| node.is_declared()).count();
    if declared <= MOST_IN_FULL {
        return BTreeSet::new();
    }
    let mut ids = BTreeSet::new();
    for likeness in Likeness::ALL {
        let groups = alike(network, diagnostics, likeness);
        let large = |group: &&Vec<NodeRef>| group.len() >= likeness.least();
        let boxed: usize = groups.iter().filter(large).map(|group| group.len() - 1).sum();
        let found = groups.iter().filter(large);
        ids = found.map(|group| box_id(likeness, network.node(group[0]))).collect();
        if declared - boxed <= MOST_BOXES {
            break;
        }
    }
    let named = network.nodes().filter(|(_, node)| node.placement == Placement::Elsewhere).count();
    if named > MOST_NAMED {
        ids.extend(Placement::Elsewhere.lane_id());
    }
    ids
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::analysis::Analysis;

    fn folded(count: usize, region: impl Fn(usize) -> &'static str) -> BTreeSet<String> {
        let mut text = String::from("services:\n");
        for at in 0..count {
            let kind = ["web", "pserv", "worker", "cron"][at % 4];
            let _ = writeln!(
                text,
                "  - {{type: {kind}, name: s-{at}, runtime: docker, region: {}}}",
                region(at)
            );
        }
        let analysis = Analysis::new(&text);
        folds(analysis.network(), analysis.diagnostics())
    }

    #[test]
    fn a_small_picture_stays_as_it_is() {
        assert!(folded(40, |_| "oregon").is_empty());
    }

    #[test]
    fn a_large_one_becomes_a_few_boxes() {
        let ids = folded(44, |_| "oregon");
        assert!(ids.iter().all(|id| id.starts_with("alike:wiring:")), "{ids:?}");
        assert!(ids.len() <= MOST_BOXES);
        let regions = ["oregon", "ohio", "virginia", "frankfurt", "singapore"];
        let ids = folded(200, |at| regions[at / 4 % 5]);
        assert!(ids.len() <= MOST_BOXES, "{ids:?}");
    }
}
