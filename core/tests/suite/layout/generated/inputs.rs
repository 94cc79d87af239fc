//! Inputs of the layout: every boundary, cycles, followers, and edges through the internet, more often than real files
//! have them.

use blueprint_lens_core::layout::{
    Boundary, EdgeInput, EdgeRouting, GroupInput, LaneInput, Layout, LayoutInput, NodeInput,
    PreviousLayout, Role, Tier,
};

use crate::random::Random;

/// What a generated node is made from: lane, group, role, width, whether it follows the node before it.
pub(crate) type Seed = (usize, Option<usize>, u8, u16, bool);

/// An input from seeds of nodes and edges.
pub(crate) fn input(
    regions: usize,
    tiers: (bool, bool),
    seeds: &[Seed],
    edges: &[(usize, usize, u8, u8, u16)],
    internet: bool,
) -> LayoutInput {
    let mut lanes: Vec<LaneInput> = Vec::new();
    let mut lane = |tier| lanes.push(LaneInput::new(tier, vec![420.0, 210.0, 60.0]));
    (0..regions).for_each(|_| lane(Tier::Region));
    if tiers.0 {
        lane(Tier::Edge);
    }
    if tiers.1 {
        lane(Tier::Elsewhere);
    }
    let mut groups: Vec<GroupInput> = Vec::new();
    let mut keys: Vec<(usize, usize)> = Vec::new();
    let mut nodes: Vec<NodeInput> = Vec::new();
    for &(lane, group, role, width, is_follower) in seeds {
        let lane = lane % lanes.len();
        let role = [Role::Public, Role::Private, Role::Data][usize::from(role % 3)];
        let group = group.map(|group| {
            keys.iter().position(|key| *key == (group, lane)).unwrap_or_else(|| {
                keys.push((group, lane));
                groups.push(GroupInput { lane, heading: vec![260.0, 120.0] });
                keys.len() - 1
            })
        });
        let follows = nodes.len().checked_sub(1).filter(|_| is_follower);
        nodes.push(NodeInput { group, follows, ..NodeInput::new(lane, role, f64::from(width)) });
    }
    let count = nodes.len();
    if internet {
        nodes.push(NodeInput {
            lane: None,
            group: None,
            role: Role::Data,
            width: 0.0,
            name: 0.0,
            height: 0.0,
            follows: None,
        });
    }
    let mut wired = Vec::new();
    for &(from, to, way, stop, label) in edges {
        if count == 0 {
            break;
        }
        let (from, to) = (from % count, to % count);
        let (label, number) = match label {
            0 => (vec![], None),
            width => {
                let width = f64::from(width) + 20.0;
                (vec![width + 120.0, width, 60.0, 28.0], Some(usize::from(label % 7)))
            }
        };
        let edge = match way % 6 {
            5 if internet => EdgeInput::new(count, to, EdgeRouting::Ingress),
            4 => EdgeInput { label, number, ..EdgeInput::new(from, to, EdgeRouting::Outside) },
            _ => EdgeInput {
                stop: boundary(&nodes, from, to, stop),
                label,
                number,
                look: (way % 6 < 3).then_some(usize::from(way % 2)),
                ..EdgeInput::new(from, to, EdgeRouting::Inside)
            },
        };
        let again = |other: &EdgeInput| {
            (other.from, other.to, other.routing) == (edge.from, edge.to, edge.routing)
                && other.stop == edge.stop
        };
        if edge.from != edge.to && !wired.iter().any(again) {
            wired.push(edge);
        }
    }
    let undrawn = wired.iter().filter(|edge| edge.routing == EdgeRouting::Inside);
    let undrawn = undrawn.rev().take(3);
    let undrawn = undrawn.map(|edge| EdgeInput { stop: None, label: vec![], ..edge.clone() });
    let undrawn = undrawn.collect();
    let numbers = vec![150.0; 7];
    LayoutInput { lanes, groups, nodes, edges: wired, undrawn, numbers, ..LayoutInput::default() }
}

/// A boundary that lies between two nodes, for most of the edges that have one.
fn boundary(nodes: &[NodeInput], from: usize, to: usize, pick: u8) -> Option<Boundary> {
    let (a, b) = (&nodes[from], &nodes[to]);
    match pick % 8 {
        0 => Some(Boundary::Target),
        1 if a.lane != b.lane => Some(Boundary::OwnLane),
        2 if a.group.is_some() && a.group != b.group => Some(Boundary::OwnGroup),
        3 if b.group.is_some() && a.group != b.group => Some(Boundary::TargetGroup),
        // A static site that names another one: its own lane is never left.
        4 if a.lane == b.lane && a.role == Role::Public => Some(Boundary::OwnLane),
        _ => None,
    }
}

/// An input of `count` nodes with a quarter more edges, in lanes of `regions` regions.
pub(crate) fn of_size(
    count: usize,
    regions: usize,
    environments: bool,
    random: &mut Random,
) -> LayoutInput {
    let seeds: Vec<Seed> = (0..count)
        .map(|_| {
            let group = (environments && random.below(3) > 0).then(|| random.below(6));
            let (lane, role) = (random.below(8), random.below(3) as u8);
            (lane, group, role, 60 + random.below(340) as u16, random.below(12) == 0)
        })
        .collect();
    let edges: Vec<_> = (0..count + count / 4)
        .map(|_| {
            let ends = (random.below(count), random.below(count));
            let (way, stop) = (random.below(12) as u8, random.below(16) as u8);
            (ends.0, ends.1, way, stop, random.below(220) as u16)
        })
        .collect();
    let tiers = (random.below(2) == 0, random.below(2) == 0);
    input(regions, tiers, &seeds, &edges, true)
}

/// Everything that a picture shows, to be held by the next one.
pub(crate) fn shown(input: &LayoutInput, placed: &Layout) -> PreviousLayout {
    let nodes = input.nodes.iter().zip(&placed.nodes);
    PreviousLayout {
        nodes: nodes.map(|(node, rect)| node.lane.map(|_| *rect)).collect(),
        lanes: placed.lanes.iter().map(|lane| Some(lane.rect)).collect(),
        form: placed.form,
    }
}

/// The input before somebody wrote its last nodes and every other edge.
pub(crate) fn earlier(input: &LayoutInput, new_nodes: usize) -> LayoutInput {
    let mut input = LayoutInput { undrawn: Vec::new(), ..input.clone() };
    let internet = input.internet().map(|at| input.nodes.remove(at));
    let kept = input.nodes.len().saturating_sub(new_nodes);
    input.nodes.truncate(kept);
    let moved = |index: usize| if index < kept { Some(index) } else { None };
    let last = input.nodes.len();
    let had_internet = internet.is_some();
    input.nodes.extend(internet);
    let edges = std::mem::take(&mut input.edges);
    for (index, mut edge) in edges.into_iter().enumerate() {
        let is_ingress = had_internet && edge.routing == EdgeRouting::Ingress;
        let from = if is_ingress { Some(last) } else { moved(edge.from) };
        if let (Some(from), Some(to)) = (from, moved(edge.to))
            && index % 2 == 0
        {
            (edge.from, edge.to) = (from, to);
            input.edges.push(edge);
        }
    }
    input
}
