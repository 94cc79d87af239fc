//! Which element shows which item of the picture.

use crate::platform::{self, Event};
use crate::state::Target;

/// The item of the picture under an event; an edge's label stands for its edge.
pub(super) fn target_of(event: &Event) -> Option<Target> {
    let element = platform::closest(event, "[data-node], [data-edge], [data-edge-label]")?;
    let id = |name: &str| platform::attribute(&element, name);
    let edge = || id("data-edge").or_else(|| id("data-edge-label"));
    id("data-node").map(Target::Node).or_else(|| edge().map(Target::Edge))
}

/// The selector of an item's element.
pub(super) fn selector_of(target: &Target) -> String {
    match target {
        Target::Node(id) => platform::selector("data-node", id),
        Target::Edge(id) => platform::selector("data-edge", id),
    }
}
