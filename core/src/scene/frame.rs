//! The ids of the frames that the picture draws around environments.

use crate::graph::NetNode;
use crate::model::Blueprint;

/// Id of the frame of an environment in a lane; `twin` counts the environments before it that have the same name.
pub(super) fn group_id(environment: &str, twin: usize, lane: &str) -> String {
    match twin {
        0 => format!("env:{environment}@{lane}"),
        twin => format!("env:{environment}@{lane}#{}", twin + 1),
    }
}

/// The id of the frame that draws a node's environment, when it stands in one.
pub fn frame_id(blueprint: &Blueprint, node: &NetNode) -> Option<String> {
    let environment = node.environment?;
    let label = blueprint.environment_label(environment);
    let twin = blueprint.environment(environment).twin;
    Some(group_id(&label, twin, node.lane.as_deref()?))
}
