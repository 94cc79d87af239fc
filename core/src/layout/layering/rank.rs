//! Layer assignment: the column of every node.
//!
//! Needs: nothing. Gives: one column per role, and sub-columns inside the roles that call each other, so that edges read
//! from left to right. Cycles are broken by `petgraph` (Eades, Lin and Smyth, "A fast and effective heuristic for the
//! feedback arc set problem"), ranks are longest paths, found by `layout-rs`. O(lanes · (n + m)) and, for each broken
//! cycle, one look per edge.

use ::layout::adt::dag::{DAG, NodeHandle};
use petgraph::algo::greedy_feedback_arc_set;
use petgraph::graph::DiGraph;
use petgraph::visit::EdgeRef as _;

use crate::layout::input::{EdgeRouting, LayoutInput, Role};
use crate::layout::stability::PreviousLayout;

/// The columns, left to right.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Columns {
    /// The column of each node; `None` for the internet.
    pub(crate) of: Vec<Option<usize>>,
    /// The role of each column.
    pub(crate) roles: Vec<Role>,
}

/// How many sub-columns a role may have: longer chains of calls fold back.
fn most_columns(role: Role) -> usize {
    match role {
        Role::Public => 3,
        Role::Private => 4,
        Role::Data => 1,
    }
}

/// Gives every node its column.
pub(crate) fn assign_columns(input: &LayoutInput, previous: &PreviousLayout) -> Columns {
    let mut rank_in_role = vec![0; input.nodes.len()];
    for lane in 0..input.lanes.len() {
        for role in [Role::Public, Role::Private] {
            let members: Vec<usize> = (0..input.nodes.len())
                .filter(|&node| {
                    input.nodes[node].lane == Some(lane) && input.nodes[node].role == role
                })
                .collect();
            for (node, rank) in ranks(input, &members) {
                rank_in_role[node] = rank.min(most_columns(role) - 1);
            }
        }
    }
    previous.keep_sub_columns(&mut rank_in_role, input);
    let mut columns = Columns { of: vec![None; input.nodes.len()], roles: Vec::new() };
    for role in [Role::Public, Role::Private, Role::Data] {
        let first = columns.roles.len();
        for (node, placed) in input.nodes.iter().enumerate() {
            if placed.role == role && placed.lane.is_some() {
                columns.of[node] = Some(first + rank_in_role[node]);
                while columns.roles.len() <= first + rank_in_role[node] {
                    columns.roles.push(role);
                }
            }
        }
    }
    columns
}

/// Ranks of some nodes by the edges among them that run inside the lane; nothing for nodes without such an edge.
fn ranks(input: &LayoutInput, members: &[usize]) -> Vec<(usize, usize)> {
    let place = |node| members.binary_search(&node).ok();
    let mut graph: DiGraph<(), ()> = DiGraph::new();
    for _ in members {
        graph.add_node(());
    }
    for edge in input.edges.iter().filter(|edge| edge.routing == EdgeRouting::Inside) {
        if let (Some(from), Some(to)) = (place(edge.from), place(edge.to))
            && from != to
        {
            let (from, to) = ((from as u32).into(), (to as u32).into());
            if graph.find_edge(from, to).is_none() {
                graph.add_edge(from, to, ());
            }
        }
    }
    if graph.edge_count() == 0 {
        return Vec::new();
    }
    let against: Vec<_> = greedy_feedback_arc_set(&graph).map(|edge| edge.id()).collect();
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
            lanes: vec![LaneInput { tier: Tier::Region, heading: vec![10.0] }],
            nodes: roles
                .iter()
                .map(|&role| NodeInput {
                    lane: Some(0),
                    group: None,
                    role,
                    width: 100.0,
                    follows: None,
                })
                .collect(),
            edges: edges
                .iter()
                .map(|&(from, to)| EdgeInput {
                    from,
                    to,
                    routing: EdgeRouting::Inside,
                    stop: None,
                    label: vec![],
                    look: None,
                })
                .collect(),
            ..LayoutInput::default()
        }
    }

    #[test]
    fn roles_are_columns_and_chains_are_sub_columns() {
        use Role::{Data, Private, Public};
        let columns = assign_columns(
            &input(&[Data, Private, Public, Private], &[(2, 1), (1, 3), (3, 0)]),
            &PreviousLayout::default(),
        );
        assert_eq!(columns.of, [Some(3), Some(1), Some(0), Some(2)]);
        assert_eq!(columns.roles, [Public, Private, Private, Data]);
    }

    #[test]
    fn cycles_and_long_chains_stay_small() {
        let cycle = assign_columns(
            &input(&[Role::Private; 2], &[(0, 1), (1, 0)]),
            &PreviousLayout::default(),
        );
        assert_eq!(cycle.roles.len(), 2);
        let chain: Vec<(usize, usize)> = (0..9).map(|n| (n, n + 1)).collect();
        assert_eq!(
            assign_columns(&input(&[Role::Private; 10], &chain), &PreviousLayout::default())
                .roles
                .len(),
            4
        );
        assert_eq!(
            assign_columns(&LayoutInput::default(), &PreviousLayout::default()).roles.len(),
            0
        );
    }
}
