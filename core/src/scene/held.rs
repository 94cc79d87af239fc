//! What stands in a column, which its name says.

use std::collections::BTreeSet;

use super::boxed;
use super::picture::SceneNode;
use crate::graph::{NetNode, Network, NodeKind};
use crate::layout::{PlacedColumn, Role};

/// What stands in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Held {
    /// Something of these roles that the file declares.
    Declared(BTreeSet<Role>),
    /// Lanes or environments as boxes, of every role.
    Places,
    /// Only what is declared elsewhere.
    Named,
}

/// What stands in a column of a picture with these nodes, which are in the order of the network's.
pub(super) fn held(network: &Network, nodes: &[SceneNode], column: &PlacedColumn) -> Held {
    let all = network.nodes().zip(nodes);
    let inside = all.filter(|(_, placed)| (placed.rect.x - column.left).abs() < 0.01);
    let inside: Vec<(&NetNode, Role)> =
        inside.map(|((_, node), placed)| (node, placed.role)).collect();
    let is_box = |node: &NetNode| matches!(node.kind, NodeKind::Folded { .. });
    let declares = |node: &NetNode| !boxed::is_place(node) && (node.is_declared() || is_box(node));
    let declared = inside.iter().filter(|(node, _)| declares(node));
    let roles: BTreeSet<Role> = declared.map(|(_, role)| *role).collect();
    if !roles.is_empty() {
        Held::Declared(roles)
    } else if inside.iter().any(|(node, _)| boxed::is_place(node)) {
        Held::Places
    } else {
        Held::Named
    }
}
