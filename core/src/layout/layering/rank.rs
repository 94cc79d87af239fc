//! Ranks: how deep every node stands among those of its role that call each other.
//!
//! Needs: nothing. Gives: one rank per node, counted inside its role and lane, so that edges can read from caller to
//! callee. Cycles are broken by `petgraph` (Eades, Lin and Smyth, "A fast and effective heuristic for the feedback arc set
//! problem"), ranks are longest paths, found by `layout-rs`. O(lanes · (n + m) + m log m).

use std::collections::BTreeSet;

use ::layout::adt::dag::{DAG, NodeHandle};
use petgraph::algo::greedy_feedback_arc_set;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef as _;

use crate::layout::input::{EdgeRouting, LayoutInput, Role};

/// The rank of each node; 0 for those that no other of their role calls.
pub(crate) fn rank_nodes(input: &LayoutInput) -> Vec<usize> {
    let mut rank_in_role = vec![0; input.nodes.len()];
    for lane in 0..input.lanes.len() {
        for role in [Role::Public, Role::Private] {
            let members: Vec<usize> = (0..input.nodes.len())
                .filter(|&node| {
                    input.nodes[node].lane == Some(lane) && input.nodes[node].role == role
                })
                .collect();
            for (node, rank) in ranks(input, &members) {
                rank_in_role[node] = rank;
            }
        }
    }
    rank_in_role
}

/// Ranks of some nodes by the edges among them that run inside the lane; nothing for nodes without such an edge.
fn ranks(input: &LayoutInput, members: &[usize]) -> Vec<(usize, usize)> {
    let place = |node| members.binary_search(&node).ok();
    let mut graph: DiGraph<(), ()> = DiGraph::new();
    for _ in members {
        graph.add_node(());
    }
    let mut known: BTreeSet<(NodeIndex, NodeIndex)> = BTreeSet::new();
    for edge in input.edges.iter().filter(|edge| edge.routing == EdgeRouting::Inside) {
        if let (Some(from), Some(to)) = (place(edge.from), place(edge.to))
            && from != to
        {
            let (from, to) = ((from as u32).into(), (to as u32).into());
            if known.insert((from, to)) {
                graph.add_edge(from, to, ());
            }
        }
    }
    if graph.edge_count() == 0 {
        return Vec::new();
    }
    let against: BTreeSet<_> = greedy_feedback_arc_set(&graph).map(|edge| edge.id()).collect();
    let mut dag = DAG::new();
    // The check walks the whole graph, and the cycles are gone.
    dag.set_validate(false);
    dag.new_nodes(members.len());
    for edge in graph.edge_references().filter(|edge| !against.contains(&edge.id())) {
        dag.add_edge(
            NodeHandle::new(edge.source().index()),
            NodeHandle::new(edge.target().index()),
        );
    }
    dag.recompute_node_ranks();
    let levels = dag.ranks().iter().enumerate();
    levels.flat_map(|(rank, row)| row.iter().map(move |n| (members[n.get_index()], rank))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::input::{EdgeInput, LaneInput, NodeInput, Tier};

    fn input(roles: &[Role], edges: &[(usize, usize)]) -> LayoutInput {
        LayoutInput {
            lanes: vec![LaneInput::new(Tier::Region, vec![10.0])],
            nodes: roles.iter().map(|&role| NodeInput::new(0, role, 100.0)).collect(),
            edges: edges
                .iter()
                .map(|&(from, to)| EdgeInput::new(from, to, EdgeRouting::Inside))
                .collect(),
            ..LayoutInput::default()
        }
    }

    #[test]
    fn only_calls_inside_a_role_count() {
        use Role::{Data, Private, Public};
        let input = input(&[Data, Private, Public, Private], &[(2, 1), (1, 3), (3, 0)]);
        assert_eq!(rank_nodes(&input), [0, 0, 0, 1]);
    }

    #[test]
    fn a_cycle_is_broken_where_that_costs_least() {
        let cycle = input(&[Role::Private; 2], &[(0, 1), (1, 0)]);
        let mut ranks = rank_nodes(&cycle);
        ranks.sort_unstable();
        assert_eq!(ranks, [0, 1]);
        assert_eq!(rank_nodes(&LayoutInput::default()), Vec::<usize>::new());
    }
}
