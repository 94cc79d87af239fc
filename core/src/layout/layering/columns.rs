//! Layer assignment: the column of every node.
//!
//! Needs: ranks, and the form of the drawing. Gives: as many columns per group of roles as the form says. In every block,
//! callers stand left of those they call, as far as there are columns; where that leaves one column higher than the block
//! need be, the nodes are spread evenly instead, those with edges to the right furthest right. O(n log n) per form.

use crate::layout::fitting::form::{Flow, Form, GROUPS};
use crate::layout::input::{EdgeRouting, LayoutInput, Role};
use crate::layout::layering::lanes::{Block, LaneStack};
use crate::layout::stability::PreviousLayout;
use crate::sort;

/// The columns, left to right.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Columns {
    /// The column of each node; `None` for the internet.
    pub(crate) of: Vec<Option<usize>>,
    /// The role of each column; `None` where several stand in it.
    pub(crate) roles: Vec<Option<Role>>,
    /// Where each node stands in its column before anything else is known; equal ones in source order.
    pub(crate) order: Vec<usize>,
}

/// What does not depend on the form.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Standing {
    /// The rank of each node among those of its role.
    ranks: Vec<usize>,
    /// How many more edges lead right than left from each node.
    pulls: Vec<i32>,
    /// The node at whose side or above which each node has to stand: itself, or the first of those it follows.
    heads: Vec<usize>,
}

impl Standing {
    pub(crate) fn new(input: &LayoutInput, ranks: Vec<usize>) -> Self {
        let mut pulls = vec![0; input.nodes.len()];
        for edge in input.edges.iter().filter(|edge| edge.routing == EdgeRouting::Inside) {
            let (from, to) = (input.nodes[edge.from].role, input.nodes[edge.to].role);
            let right = i32::from(from < to) - i32::from(to < from);
            pulls[edge.from] += right;
            pulls[edge.to] -= right;
        }
        let mut heads: Vec<usize> = (0..input.nodes.len()).collect();
        for (node, placed) in input.nodes.iter().enumerate() {
            let same = |other: usize| {
                let other = &input.nodes[other];
                (other.lane, other.group, other.role) == (placed.lane, placed.group, placed.role)
            };
            if let Some(followed) = placed.follows.filter(|&other| other < node && same(other)) {
                heads[node] = heads[followed];
            }
        }
        Self { ranks, pulls, heads }
    }

    /// How many columns each role would like for itself.
    pub(crate) fn depth(&self, input: &LayoutInput, role: Role) -> usize {
        let ranks = input.nodes.iter().zip(&self.ranks).filter(|(node, _)| node.role == role);
        ranks.map(|(_, rank)| rank + 1).max().unwrap_or(1)
    }

    /// The most nodes of a role in one block.
    pub(crate) fn most(&self, input: &LayoutInput, stack: &LaneStack, role: Role) -> usize {
        let is_head =
            |node: &&usize| input.nodes[**node].role == role && self.heads[**node] == **node;
        stack
            .blocks
            .iter()
            .map(|block| block.nodes.iter().filter(is_head).count())
            .max()
            .unwrap_or(0)
    }
}

/// Gives every node its column.
pub(crate) fn assign_columns(
    input: &LayoutInput,
    stack: &LaneStack,
    standing: &Standing,
    form: Form,
    previous: &PreviousLayout,
) -> Columns {
    let mut sub_columns = vec![0; input.nodes.len()];
    for block in &stack.blocks {
        spread_block(input, block, standing, form, &mut sub_columns);
    }
    for node in 0..input.nodes.len() {
        sub_columns[node] = sub_columns[standing.heads[node]];
    }
    previous.keep_sub_columns(&mut sub_columns, input, form.flow);
    let mut columns = Columns {
        of: vec![None; input.nodes.len()],
        roles: Vec::new(),
        order: vec![0; input.nodes.len()],
    };
    for group in 0..GROUPS {
        let is_member = |node: &usize| {
            let placed = &input.nodes[*node];
            placed.lane.is_some() && form.flow.group(placed.role) == group
        };
        let members: Vec<usize> = (0..input.nodes.len()).filter(is_member).collect();
        let mut used: Vec<usize> = members.iter().map(|&node| sub_columns[node]).collect();
        crate::sort::ascending(&mut used);
        used.dedup();
        let first = columns.roles.len();
        for sub_column in &used {
            let inside = members.iter().filter(|&&node| sub_columns[node] == *sub_column);
            let mut roles: Vec<Role> = inside.map(|&node| input.nodes[node].role).collect();
            crate::sort::ascending(&mut roles);
            roles.dedup();
            columns.roles.push(roles.first().copied().filter(|_| roles.len() == 1));
        }
        for node in members {
            columns.of[node] = used.binary_search(&sub_columns[node]).ok().map(|at| first + at);
        }
    }
    if form.flow != Flow::Across {
        let most = standing.ranks.iter().max().map_or(1, |most| most + 1);
        for (node, order) in columns.order.iter_mut().enumerate() {
            let head = standing.heads[node];
            *order = input.nodes[node].role as usize * most + standing.ranks[head];
        }
    }
    columns
}

/// Spreads the nodes of a block over the columns of their groups.
fn spread_block(
    input: &LayoutInput,
    block: &Block,
    standing: &Standing,
    form: Form,
    sub_columns: &mut [usize],
) {
    // Heads with how many rows they take, by group.
    let mut members: [Vec<(usize, usize)>; GROUPS] = Default::default();
    for &node in &block.nodes {
        let group = &mut members[form.flow.group(input.nodes[node].role)];
        let head = standing.heads[node];
        // What follows a head comes after it, most often directly.
        let above = (head != node).then(|| group.iter_mut().rfind(|(other, _)| *other == head));
        match above.flatten() {
            Some((_, rows)) => *rows += 1,
            None => group.push((head, 1)),
        }
    }
    let rows = |group: usize| -> usize { members[group].iter().map(|(_, rows)| rows).sum() };
    let height =
        (0..GROUPS).map(|group| rows(group).div_ceil(form.columns[group])).max().unwrap_or(1);
    for (group, members) in members.iter_mut().enumerate() {
        let last = form.columns[group] - 1;
        let mut heights = vec![0; form.columns[group]];
        for &(node, rows) in members.iter() {
            sub_columns[node] = standing.ranks[node].min(last);
            heights[sub_columns[node]] += rows;
        }
        if heights.iter().all(|&rows| rows <= height) {
            continue;
        }
        sort::by_key(members, |&(node, _)| (standing.ranks[node], standing.pulls[node]));
        fill(members, standing, height, last, sub_columns);
    }
}

/// Fills one column after the other; a new rank begins a new column for as long as the rest still finds room.
fn fill(
    members: &[(usize, usize)],
    standing: &Standing,
    height: usize,
    last: usize,
    sub_columns: &mut [usize],
) {
    let (mut column, mut filled, mut rank) = (0, 0, 0);
    let mut rest: usize = members.iter().map(|(_, rows)| rows).sum();
    for &(node, rows) in members {
        let is_full = filled > 0 && filled + rows > height;
        let is_deeper = standing.ranks[node] > rank && rest <= (last - column) * height;
        if column < last && (is_full || is_deeper && filled > 0) {
            (column, filled) = (column + 1, 0);
        }
        rank = standing.ranks[node];
        sub_columns[node] = column;
        filled += rows;
        rest -= rows;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::input::{EdgeInput, LaneInput, NodeInput, Tier};
    use crate::layout::layering::lanes::stack_lanes;
    use crate::layout::layering::rank::rank_nodes;

    fn columns(roles: &[Role], edges: &[(usize, usize)], flow: Flow, of: [usize; 3]) -> Columns {
        let input = LayoutInput {
            lanes: vec![LaneInput::new(Tier::Region, vec![10.0])],
            nodes: roles.iter().map(|&role| NodeInput::new(0, role, 100.0)).collect(),
            edges: edges
                .iter()
                .map(|&(from, to)| EdgeInput::new(from, to, EdgeRouting::Inside))
                .collect(),
            ..LayoutInput::default()
        };
        let previous = PreviousLayout::default();
        let form = Form { flow, columns: of, ..Form::default() };
        let standing = Standing::new(&input, rank_nodes(&input));
        assign_columns(&input, &stack_lanes(&input, &previous), &standing, form, &previous)
    }

    #[test]
    fn roles_are_columns_and_chains_are_sub_columns() {
        use Role::{Data, Private, Public};
        let roles = [Data, Private, Public, Private];
        let edges = [(2, 1), (1, 3), (3, 0)];
        let found = columns(&roles, &edges, Flow::Across, [1, 2, 1]);
        assert_eq!(found.of, [Some(3), Some(1), Some(0), Some(2)]);
        assert_eq!(found.roles, [Some(Public), Some(Private), Some(Private), Some(Data)]);
    }

    #[test]
    fn long_chains_fold() {
        let chain: Vec<(usize, usize)> = (0..9).map(|n| (n, n + 1)).collect();
        let found = columns(&[Role::Private; 10], &chain, Flow::Across, [1, 4, 1]);
        assert_eq!(found.roles.len(), 4);
        let of: Vec<usize> = found.of.iter().flatten().copied().collect();
        assert!(of.is_sorted(), "{of:?}");
        let most = (0..4).map(|column| of.iter().filter(|&&other| other == column).count()).max();
        assert_eq!(most, Some(3));
    }

    #[test]
    fn equal_nodes_are_spread_and_those_with_edges_to_the_right_stand_there() {
        use Role::{Data, Public};
        let roles = [Public, Public, Public, Public, Data];
        let found = columns(&roles, &[(0, 4), (2, 4)], Flow::Across, [2, 1, 1]);
        assert_eq!(found.of, [Some(1), Some(0), Some(1), Some(0), Some(2)]);
    }

    #[test]
    fn roles_that_share_a_column_stand_one_below_the_other() {
        use Role::{Data, Private, Public};
        let found = columns(&[Data, Private, Public], &[], Flow::Down, [1; 3]);
        assert_eq!(found.of, [Some(0); 3]);
        assert_eq!(found.roles, [None]);
        assert!(found.order[2] < found.order[1] && found.order[1] < found.order[0]);
        let found = columns(&[Data, Private, Public], &[], Flow::Folded, [1; 3]);
        assert_eq!(found.roles, [None, Some(Data)]);
    }
}
