//! What a picture shares with the one that is shown while its text is being edited.

use super::frame::group_id;
use super::picture::Scene;
use super::planned::Plan;
use crate::graph::Network;
use crate::layout::PreviousLayout;

/// Where the nodes and lanes of `plan` stand in `before`: those that are the same kind of thing in the same place.
pub(super) fn previous_layout(
    plan: &Plan<'_>,
    network: &Network,
    before: &Scene,
) -> PreviousLayout {
    let lane_id = |lane: usize| plan.lanes[lane].id.as_str();
    let group_id = |group: usize| {
        let lane = lane_id(plan.input.groups[group].lane);
        group_id(&plan.groups[group].env, plan.groups[group].twin, lane)
    };
    let nodes = network.nodes().enumerate().map(|(index, (_, node))| {
        let place = &plan.input.nodes[index];
        let known = before.nodes.iter().find(|known| known.id == node.id)?;
        let same_kind = known.kind == node.kind_id() && known.exposure == node.exposure;
        let same_lane = known.lane.as_deref() == place.lane.map(lane_id);
        let group = before.groups.iter().find(|group| {
            known.lane.as_ref() == Some(&group.lane) && group.rect.contains(known.rect)
        });
        let same_group = group.map(|group| &group.id) == place.group.map(group_id).as_ref();
        (same_kind && same_lane && same_group && place.lane.is_some()).then_some(known.rect)
    });
    let lanes = plan
        .lanes
        .iter()
        .map(|lane| before.lanes.iter().find(|known| known.id == lane.id).map(|known| known.rect));
    PreviousLayout { nodes: nodes.collect(), lanes: lanes.collect(), form: before.form }
}
