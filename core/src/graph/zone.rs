//! Zones: what the private network treats alike, so that no two resources need to be compared. The same rule as
//! [`Reach::private`](super::Reach::private), from the other side.

use super::node::{NetNode, Placement};
use super::reach::{Reason, receiver, sender};
use crate::model::{Blueprint, EnvironmentId, Scope};
use crate::platform::Kind;

/// A part of the private network in which everything that sends reaches everything that receives, and nothing outside of it:
/// a region, or what an environment with a boundary has there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Zone {
    region: Placement,
    /// The environment, if it is isolated or may be: as its first declaration.
    bounded: Option<EnvironmentId>,
}

impl Zone {
    /// The zone that a resource is in; `None` for one that is on no private network, or nobody knows on which.
    pub fn of(blueprint: &Blueprint, node: &NetNode) -> Option<Self> {
        let Placement::Region(_) = node.placement else { return None };
        Some(Self { region: node.placement, bounded: bounded(blueprint, node) })
    }
}

/// The environment of a resource, as its first declaration, if it is isolated or may be; `None` for all others, which are
/// alike to the private network.
fn bounded(blueprint: &Blueprint, node: &NetNode) -> Option<EnvironmentId> {
    let Some(scope @ Scope::Environment(id)) = node.scope else { return None };
    let has_boundary = blueprint.is_isolated(scope) || blueprint.is_isolation_unknown(scope);
    has_boundary.then(|| blueprint.environment(id).first)
}

/// All that the private network looks at in a resource: kind, place, environment if it has a boundary, and what keeps it
/// from receiving. What is alike has the same answers.
pub type Likeness = (Option<Kind>, Placement, Option<EnvironmentId>, Option<Reason>);

/// What a resource is to the private network.
pub fn likeness(blueprint: &Blueprint, node: &NetNode) -> Likeness {
    let receiver = receiver(blueprint, node);
    (node.resource_kind(), node.placement, bounded(blueprint, node), receiver)
}

/// Whether a resource opens private connections, as far as the file tells.
pub fn sends(node: &NetNode) -> bool {
    sender(node).is_none()
}

/// Whether a declared resource takes private connections, as far as the file tells.
pub fn receives(blueprint: &Blueprint, node: &NetNode) -> bool {
    node.is_declared() && receiver(blueprint, node).is_none()
}
