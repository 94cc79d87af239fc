//! Lane stacking: the lanes from top to bottom, and inside each lane the nodes outside every environment and then the
//! frames (swimlanes and clusters of one level).
//!
//! Needs: nothing. Gives: every node in exactly one block. The regions of a file stand in the order that keeps edges between
//! lanes short: linear arrangement, solved exactly, since a file has at most six, the unknown one included. Frames are moved
//! one by one to their best place until none moves, in at most [`ROUNDS`] rounds; of more than [`MOST_ORDERED`] none is moved.
//! Ties by source order. O(lanes! · lanes · pairs of lanes), and O(frames³ · pairs of frames) per round.

use std::collections::BTreeMap;

use crate::layout::input::{LayoutInput, Tier};
use crate::layout::stability::PreviousLayout;
use crate::sort;

/// Nodes of one lane that share a frame, or that have none.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Block {
    /// Its lane.
    pub(crate) lane: usize,
    /// Its frame.
    pub(crate) group: Option<usize>,
    /// Its nodes, in source order; never empty.
    pub(crate) nodes: Vec<usize>,
}

/// The lanes and their blocks.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct LaneStack {
    /// Lanes, top to bottom.
    pub(crate) lanes: Vec<usize>,
    /// Blocks, top to bottom.
    pub(crate) blocks: Vec<Block>,
}

/// How often every frame is moved to its best place.
const ROUNDS: usize = 4;
/// More frames in a lane stay in source order: the search takes a square of their number, times the edges.
const MOST_ORDERED: usize = 60;
/// More lanes than this in one tier keep their source order.
const MOST_PERMUTED: usize = 6;

/// Stacks lanes and blocks.
pub(crate) fn stack_lanes(input: &LayoutInput, previous: &PreviousLayout) -> LaneStack {
    let mut lanes = lane_order(input);
    previous.keep_lanes(&mut lanes, input);
    let mut members: BTreeMap<(usize, Option<usize>), Vec<usize>> = BTreeMap::new();
    for (index, node) in input.nodes.iter().enumerate() {
        if let Some(lane) = node.lane {
            members.entry((lane, node.group)).or_default().push(index);
        }
    }
    let mut blocks = Vec::new();
    for &lane in &lanes {
        let frames = frames(input, lane, previous);
        for group in std::iter::once(None).chain(frames.into_iter().map(Some)) {
            if let Some(nodes) = members.remove(&(lane, group)) {
                blocks.push(Block { lane, group, nodes });
            }
        }
    }
    LaneStack { lanes, blocks }
}

/// The lanes, top to bottom, as the input alone orders them.
pub fn lane_order(input: &LayoutInput) -> Vec<usize> {
    let mut lanes: Vec<usize> = (0..input.lanes.len()).collect();
    sort::by_key(&mut lanes, |&lane| input.lanes[lane].order());
    let traffic = traffic(input, |node| input.nodes[node].lane);
    let mut start = 0;
    while start < lanes.len() {
        let first = &input.lanes[lanes[start]];
        let alike = |&&lane: &&usize| input.lanes[lane].order() == first.order();
        let end = start + lanes[start..].iter().take_while(alike).count();
        if first.tier == Tier::Region && (2..=MOST_PERMUTED).contains(&(end - start)) {
            order_regions(&mut lanes, (start, end), &traffic);
        }
        start = end;
    }
    lanes
}

/// Puts the regions of one file, `lanes[start..end]`, into the order that keeps edges between lanes short.
fn order_regions(
    lanes: &mut Vec<usize>,
    (start, end): (usize, usize),
    traffic: &[(usize, usize, usize)],
) {
    let mut best = (cost(lanes, traffic), lanes.clone());
    permute(lanes, start, end, &mut |candidate| {
        let found = cost(candidate, traffic);
        if found < best.0 {
            best = (found, candidate.to_vec());
        }
    });
    *lanes = best.1;
}

/// The frames of a lane, top to bottom: frames that talk stand together, and near the nodes outside of all frames, which
/// come first, if they talk to those. Each frame is moved to its best place until none moves; ties by source order.
fn frames(input: &LayoutInput, lane: usize, previous: &PreviousLayout) -> Vec<usize> {
    let groups = input.groups.iter().enumerate().filter(|(_, group)| group.lane == lane);
    let mut frames: Vec<usize> = groups.map(|(index, _)| index).collect();
    if previous.keep_frames(&mut frames, input) || !(2..=MOST_ORDERED).contains(&frames.len()) {
        return frames;
    }
    // The nodes outside are place 0.
    let place_of = |node: usize| {
        let node = &input.nodes[node];
        (node.lane == Some(lane)).then(|| node.group.map_or(0, |group| group + 1))
    };
    let traffic = traffic(input, place_of);
    let mut order: Vec<usize> = std::iter::once(0).chain(frames.iter().map(|f| f + 1)).collect();
    let mut least = cost(&order, &traffic);
    for _ in 0..ROUNDS {
        let before = least;
        for frame in frames.iter().map(|frame| frame + 1) {
            for place in 1..order.len() {
                let mut moved: Vec<usize> = order.clone();
                moved.retain(|&other| other != frame);
                moved.insert(place, frame);
                let found = cost(&moved, &traffic);
                if found < least {
                    (least, order) = (found, moved);
                }
            }
        }
        if least == before {
            break;
        }
    }
    order[1..].iter().map(|place| place - 1).collect()
}

/// How many edges join each pair of places.
fn traffic(
    input: &LayoutInput,
    place_of: impl Fn(usize) -> Option<usize>,
) -> Vec<(usize, usize, usize)> {
    let mut pairs: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for edge in &input.edges {
        let (Some(from), Some(to)) = (place_of(edge.from), place_of(edge.to)) else { continue };
        let (low, high) = (from.min(to), from.max(to));
        if low == high {
            continue;
        }
        *pairs.entry((low, high)).or_default() += 1;
    }
    pairs.into_iter().map(|((low, high), count)| (low, high, count)).collect()
}

/// How far the edges between lanes reach, in lanes.
fn cost(lanes: &[usize], traffic: &[(usize, usize, usize)]) -> usize {
    let place = |lane| lanes.iter().position(|&other| other == lane).unwrap_or(0);
    traffic.iter().map(|&(a, b, count)| place(a).abs_diff(place(b)) * count).sum()
}

/// Calls `visit` with every order of `items[start..end]`, the given one first, then by what moves least at the front.
fn permute(items: &mut [usize], start: usize, end: usize, visit: &mut dyn FnMut(&[usize])) {
    if start == end {
        visit(items);
        return;
    }
    for pick in start..end {
        items[start..=pick].rotate_right(1);
        permute(items, start + 1, end, visit);
        items[start..=pick].rotate_left(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::input::{EdgeInput, EdgeRouting, LaneInput, NodeInput, Role};

    fn input(tiers: &[Tier], edges: &[(usize, usize)]) -> LayoutInput {
        LayoutInput {
            lanes: tiers.iter().map(|&tier| LaneInput::new(tier, vec![10.0])).collect(),
            nodes: (0..tiers.len()).map(|lane| NodeInput::new(lane, Role::Public, 100.0)).collect(),
            edges: edges
                .iter()
                .map(|&(from, to)| EdgeInput::new(from, to, EdgeRouting::Inside))
                .collect(),
            ..LayoutInput::default()
        }
    }

    #[test]
    fn tiers_come_first_and_source_order_breaks_ties() {
        let tiers = [Tier::Elsewhere, Tier::Region, Tier::Region, Tier::Edge];
        assert_eq!(
            stack_lanes(&input(&tiers, &[]), &PreviousLayout::default()).lanes,
            [3, 1, 2, 0]
        );
    }

    #[test]
    fn the_lanes_of_a_file_stand_together() {
        let tiers = [Tier::Region, Tier::Region, Tier::Elsewhere, Tier::Region, Tier::Edge];
        let mut input = input(&tiers, &[(0, 3)]);
        for (lane, file) in [(0, 0), (1, 1), (3, 1), (4, 1)] {
            input.lanes[lane].file = Some(file);
        }
        assert_eq!(lane_order(&input), [0, 4, 3, 1, 2], "what is elsewhere comes last");
    }

    #[test]
    fn lanes_that_talk_stand_together() {
        let tiers = [Tier::Region, Tier::Region, Tier::Region];
        assert_eq!(
            stack_lanes(&input(&tiers, &[(0, 2), (2, 0), (0, 1)]), &PreviousLayout::default())
                .lanes,
            [1, 0, 2]
        );
        assert_eq!(
            stack_lanes(&input(&tiers, &[(0, 1), (1, 2)]), &PreviousLayout::default()).lanes,
            [0, 1, 2]
        );
    }
}
