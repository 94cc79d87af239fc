//! The lanes of a network in the order of its picture, found without drawing it.

use std::collections::BTreeMap;

use super::plan::plan;
use crate::graph::Network;
use crate::layout::{Room, lane_order};
use crate::model::Blueprint;

/// A lane, by what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneName {
    /// Its id, as a node's placement says it.
    pub id: String,
    /// Its name on the picture.
    pub label: &'static str,
}

/// The lanes of `network`, top to bottom, as [`build`](super::build()) draws them.
pub fn lanes(blueprint: &Blueprint, network: &Network) -> Vec<LaneName> {
    let representatives = BTreeMap::new();
    let room = Room::default();
    let plan = plan(blueprint, network, &[], &representatives, (room, false));
    let name =
        |lane: usize| LaneName { id: plan.lanes[lane].id.clone(), label: plan.lanes[lane].label };
    lane_order(&plan.input).into_iter().map(name).collect()
}
