//! Who could connect to whom, zone by zone: in one hop, everything that sends reaches all of its zone that receives, and
//! further hops lead nowhere else.

use std::collections::BTreeMap;

use crate::graph::{Network, NodeRef, Zone, receives, sends};
use crate::model::Blueprint;

/// The zones of a network, with what takes connections in each.
pub struct Zones {
    receivers: BTreeMap<Zone, Vec<NodeRef>>,
}

impl Zones {
    /// Those of the declared resources.
    pub fn new(blueprint: &Blueprint, network: &Network) -> Self {
        let mut receivers: BTreeMap<Zone, Vec<NodeRef>> = BTreeMap::new();
        for (node, data) in network.nodes().filter(|(_, node)| node.is_declared()) {
            if let Some(zone) = Zone::of(blueprint, data)
                && receives(blueprint, data)
            {
                receivers.entry(zone).or_default().push(node);
            }
        }
        Self { receivers }
    }

    /// The zone that a resource opens connections in, and what receives there, in source order, itself included; `None` if
    /// it opens none, or nobody knows where.
    pub fn entered_by(
        &self,
        blueprint: &Blueprint,
        network: &Network,
        node: NodeRef,
    ) -> Option<(Zone, &[NodeRef])> {
        let data = network.node(node);
        let zone = Zone::of(blueprint, data).filter(|_| sends(data))?;
        Some((zone, self.receivers.get(&zone).map_or(&[], Vec::as_slice)))
    }
}
