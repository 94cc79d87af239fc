//! The promises of the layout, over generated graphs and over real Blueprints.

use blueprint_lens_core::layout::{
    Boundary, EdgeInput, GroupInput, Held, LaneInput, Layout, LayoutInput, NodeInput, Role, Tier,
    Way, check, layout, layout_held,
};
use proptest::prelude::*;

/// What a generated node is made from: lane, group, role, width, whether it follows the node before it.
type Seed = (usize, Option<usize>, u8, u16, bool);

fn input(
    regions: usize,
    tiers: (bool, bool),
    seeds: &[Seed],
    edges: &[(usize, usize, u8, u8, u16)],
    internet: bool,
) -> LayoutInput {
    let mut lanes: Vec<LaneInput> = Vec::new();
    let mut lane = |tier| lanes.push(LaneInput { tier, heading: vec![420.0, 210.0, 60.0] });
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
    for &(lane, group, role, width, follows) in seeds {
        let lane = lane % lanes.len();
        let role = [Role::Public, Role::Private, Role::Data][usize::from(role % 3)];
        let group = group.map(|group| {
            keys.iter().position(|key| *key == (group, lane)).unwrap_or_else(|| {
                keys.push((group, lane));
                groups.push(GroupInput { lane, heading: vec![260.0, 120.0] });
                keys.len() - 1
            })
        });
        let beside = nodes.len().checked_sub(1).filter(|_| follows);
        nodes.push(NodeInput { lane: Some(lane), group, role, width: f64::from(width), beside });
    }
    let count = nodes.len();
    if internet {
        nodes.push(NodeInput {
            lane: None,
            group: None,
            role: Role::Data,
            width: 0.0,
            beside: None,
        });
    }
    let mut wired = Vec::new();
    for &(from, to, way, stop, label) in edges {
        if count == 0 {
            break;
        }
        let (from, to) = (from % count, to % count);
        let label = match label {
            0 => vec![],
            width => {
                let width = f64::from(width) + 20.0;
                vec![width + 120.0, width, 60.0, 40.0]
            }
        };
        let edge = match way % 6 {
            5 if internet => {
                EdgeInput { from: count, to, way: Way::Ingress, stop: None, label: vec![] }
            }
            4 => EdgeInput { from, to, way: Way::Outside, stop: None, label },
            _ => EdgeInput {
                from,
                to,
                way: Way::Inside,
                stop: boundary(&nodes, from, to, stop),
                label,
            },
        };
        let again = |other: &EdgeInput| {
            (other.from, other.to, other.way) == (edge.from, edge.to, edge.way)
                && other.stop == edge.stop
        };
        if edge.from != edge.to && !wired.iter().any(again) {
            wired.push(edge);
        }
    }
    LayoutInput { lanes, groups, nodes, edges: wired }
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

fn inputs(nodes: usize, edges: usize) -> impl Strategy<Value = LayoutInput> {
    let seed = (0..8_usize, prop::option::weighted(0.4, 0..3_usize), 0..3_u8, 60..400_u16);
    let seed = (seed, prop::bool::weighted(0.1))
        .prop_map(|((lane, group, role, width), follows)| (lane, group, role, width, follows));
    let edge = (0..nodes, 0..nodes, 0..12_u8, 0..16_u8, 0..220_u16);
    (
        1..=5_usize,
        any::<(bool, bool)>(),
        prop::collection::vec(seed, 0..nodes),
        prop::collection::vec(edge, 0..edges),
        prop::bool::weighted(0.9),
    )
        .prop_map(|(regions, tiers, seeds, edges, internet)| {
            input(regions, tiers, &seeds, &edges, internet)
        })
}

fn keeps_its_promises(input: &LayoutInput) -> Result<(), TestCaseError> {
    let placed = layout(input);
    let broken = check(input, &placed);
    prop_assert!(broken.is_empty(), "{broken:#?}");
    prop_assert_eq!(placed, layout(input));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn small_graphs_keep_the_promises(input in inputs(12, 24)) {
        keeps_its_promises(&input)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn large_graphs_keep_the_promises(input in inputs(60, 110)) {
        keeps_its_promises(&input)?;
    }
}

/// Graphs of the sizes that the comparison in `docs/layout.md` draws: 10 to 300 nodes with about as many edges, one to
/// five regions, and environments in half of the cases.
fn whole_range() -> impl Strategy<Value = LayoutInput> {
    (10..=300_usize, 1..=5_usize, any::<bool>(), any::<u64>()).prop_map(
        |(count, regions, environments, mut random)| {
            let mut pick = |below: usize| {
                random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_041);
                (random >> 33) as usize % below
            };
            let seeds: Vec<Seed> = (0..count)
                .map(|_| {
                    let group = (environments && pick(3) > 0).then(|| pick(6));
                    (pick(8), group, pick(3) as u8, 60 + pick(340) as u16, pick(12) == 0)
                })
                .collect();
            let edges: Vec<_> = (0..count + count / 4)
                .map(|_| {
                    (pick(count), pick(count), pick(12) as u8, pick(16) as u8, pick(220) as u16)
                })
                .collect();
            input(regions, (pick(2) == 0, pick(2) == 0), &seeds, &edges, true)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn graphs_of_every_size_keep_the_promises(input in whole_range()) {
        keeps_its_promises(&input)?;
    }
}

/// Everything that a picture shows, to be held by the next one.
fn held(input: &LayoutInput, placed: &Layout) -> Held {
    let nodes = input.nodes.iter().zip(&placed.nodes);
    Held {
        nodes: nodes.map(|(node, rect)| node.lane.map(|_| *rect)).collect(),
        lanes: placed.lanes.iter().map(|lane| Some(lane.rect)).collect(),
    }
}

/// The input before somebody wrote its last nodes and every other edge.
fn earlier(input: &LayoutInput, new_nodes: usize) -> LayoutInput {
    let mut input = input.clone();
    let internet = input.internet().map(|at| input.nodes.remove(at));
    let kept = input.nodes.len().saturating_sub(new_nodes);
    input.nodes.truncate(kept);
    let moved = |index: usize| if index < kept { Some(index) } else { None };
    let last = input.nodes.len();
    let had_internet = internet.is_some();
    input.nodes.extend(internet);
    let edges = std::mem::take(&mut input.edges);
    for (index, mut edge) in edges.into_iter().enumerate() {
        let is_ingress = had_internet && edge.way == Way::Ingress;
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

fn holds(input: &LayoutInput, new_nodes: usize) -> Result<(), TestCaseError> {
    let before = earlier(input, new_nodes);
    let shown = layout(&before);
    let mut kept = held(&before, &shown);
    if before.internet().is_some() {
        kept.nodes.pop();
    }
    let old = kept.nodes.clone();
    kept.nodes.resize(input.nodes.len(), None);
    let placed = layout_held(input, &kept);
    let broken = check(input, &placed);
    prop_assert!(broken.is_empty(), "{broken:#?}");
    for (node, (was, is)) in old.iter().zip(&placed.nodes).enumerate() {
        let Some(was) = was else { continue };
        prop_assert!(is.x >= was.x - 1e-6, "{node}: {was:?} went left to {is:?}");
        prop_assert!(is.center().y >= was.center().y - 1e-6, "{node}: {was:?} went up to {is:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn what_is_held_keeps_the_promises_and_goes_neither_left_nor_up(
        input in inputs(14, 28),
        new_nodes in 0..4_usize,
    ) {
        holds(&input, new_nodes)?;
    }

    #[test]
    fn a_picture_that_holds_itself_is_itself(input in inputs(14, 28)) {
        let placed = layout(&input);
        prop_assert_eq!(layout_held(&input, &held(&input, &placed)), placed);
    }
}
