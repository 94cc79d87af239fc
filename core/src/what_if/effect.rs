//! What a tried change makes different, in short: enough to mark it on the picture and in the matrix.
//!
//! A change keeps every resource and their order, so the two sides are compared place by place. The difference by
//! meaning, with every field, is [`crate::diff`]; it is too large for a page that must load fast, and a test holds the
//! two against each other.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::Analysis;
use crate::graph::{Answer, NetNode, NodeRef};
use crate::reach::brief;

/// A pair whose private reachability turned round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReachChange {
    /// Id of the caller, as it is afterwards.
    pub from: String,
    /// Id of the callee, as it is afterwards.
    pub to: String,
    /// What it was.
    pub before: Answer,
    /// What it is.
    pub after: Answer,
}

/// What is different.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// Pairs whose answer went from *yes* to *no* or from *no* to *yes*.
    pub reach: Vec<ReachChange>,
    /// Ids of resources that are open to the internet in another way.
    pub entry_points: Vec<String>,
    /// Ids of resources that are elsewhere, are of another kind, or are open in another way.
    pub nodes: Vec<String>,
    /// Ids of edges that are new or have another verdict.
    pub edges: Vec<String>,
    /// How many findings were not there.
    pub introduced: usize,
    /// How many findings are gone.
    pub solved: usize,
}

/// What is different between the analysis of a text and that of the same text after a change.
pub fn effect(before: &Analysis, after: &Analysis) -> Effect {
    let declared = |analysis: &Analysis| -> Vec<NodeRef> {
        let nodes = analysis.network().nodes().filter(|(_, node)| node.is_declared());
        nodes.map(|(node, _)| node).collect()
    };
    let pairs: Vec<(NodeRef, NodeRef)> =
        declared(before).into_iter().zip(declared(after)).collect();
    let id = |node: NodeRef| after.network().node(node).id.clone();
    let mut effect = Effect::default();
    for (old, new) in &pairs {
        let (was, is) = (before.network().node(*old), after.network().node(*new));
        if was.exposure != is.exposure
            && (was.exposure.is_entry_point() || is.exposure.is_entry_point())
        {
            effect.entry_points.push(id(*new));
        }
        if looks(was) != looks(is) {
            effect.nodes.push(id(*new));
        }
        for (old_to, new_to) in pairs.iter().filter(|(other, _)| other != old) {
            let (was, _) = brief(before.question(), *old, *old_to);
            let (is, _) = brief(after.question(), *new, *new_to);
            if was != is && was != Answer::Unknown && is != Answer::Unknown {
                effect.reach.push(ReachChange {
                    from: id(*new),
                    to: id(*new_to),
                    before: was,
                    after: is,
                });
            }
        }
    }
    let old_edges: BTreeSet<&str> =
        before.network().edges().map(|(.., edge)| edge.id.as_str()).collect();
    let new_edges = after.network().edges().map(|(.., edge)| &edge.id);
    effect.edges = new_edges.filter(|id| !old_edges.contains(&id.as_str())).cloned().collect();
    (effect.introduced, effect.solved) = findings(before, after);
    effect
}

/// What the network looks at.
fn looks(node: &NetNode) -> impl PartialEq + use<> {
    (node.resource_kind(), node.placement, node.exposure)
}

/// How many findings are new, and how many are gone; of equal ones, only the number counts.
fn findings(before: &Analysis, after: &Analysis) -> (usize, usize) {
    let mut balance: BTreeMap<(&str, &str), i64> = BTreeMap::new();
    for finding in after.diagnostics() {
        *balance.entry((finding.rule, &finding.message)).or_default() += 1;
    }
    for finding in before.diagnostics() {
        *balance.entry((finding.rule, &finding.message)).or_default() -= 1;
    }
    let sum = |sign: i64| balance.values().map(|count| (count * sign).max(0)).sum::<i64>() as usize;
    (sum(1), sum(-1))
}
