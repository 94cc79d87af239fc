//! The ids of the frames that the picture draws around environments.

use crate::graph::NetNode;
use crate::model::Blueprint;

/// Id of the frame of an environment in a lane.
pub(super) fn group_id(environment: &str, lane: &str) -> String {
    format!("env:{environment}@{lane}")
}

/// The id of the frame that draws a node's environment, when it stands in one.
pub fn frame_id(blueprint: &Blueprint, node: &NetNode) -> Option<String> {
    let label = blueprint.environment_label(node.environment?);
    Some(group_id(&label, &node.placement.lane_id()?))
}
