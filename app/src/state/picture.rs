//! A picture: all of a snapshot, or what a view filter leaves of it.

use std::sync::Arc;

use blueprint_lens_core::graph::Network;
use blueprint_lens_core::scene::{Scene, Subgraph, View, ViewFilter};

use super::items::Items;
use super::snapshot::Snapshot;
use super::target::Target;

/// A picture, ready to be drawn.
pub(crate) struct Picture {
    /// What it is a picture of.
    pub(crate) snapshot: Arc<Snapshot>,
    /// Its items.
    pub(crate) items: Items,
    /// Edges that are drawn only while they are pointed at.
    pub(crate) undrawn: Items,
    filtered: Option<(Subgraph, Scene)>,
}

impl Picture {
    /// The picture of `snapshot`; while somebody types, what the picture `before` shows stays in place.
    pub(super) fn new(snapshot: Arc<Snapshot>, filter: &ViewFilter, before: Option<&Self>) -> Self {
        let is_previous =
            |before: &&Self| snapshot.is_stable() && !Arc::ptr_eq(&before.snapshot, &snapshot);
        let previous = before.filter(is_previous).map(Self::scene);
        let filtered = snapshot.analysis.subgraph(filter, View { room: snapshot.room(), previous });
        let scene = filtered.as_ref().map_or_else(|| snapshot.scene(), |(_, scene)| scene);
        let (items, undrawn) = (Items::new(scene), Items::undrawn(scene));
        Self { snapshot, items, undrawn, filtered }
    }

    /// The scene.
    pub(crate) fn scene(&self) -> &Scene {
        self.filtered.as_ref().map_or_else(|| self.snapshot.scene(), |(_, scene)| scene)
    }

    /// The network that is drawn.
    pub(crate) fn network(&self) -> &Network {
        self.subgraph()
            .map_or_else(|| self.snapshot.analysis.network(), |subgraph| &subgraph.network)
    }

    /// What is drawn when that is not everything.
    pub(crate) fn subgraph(&self) -> Option<&Subgraph> {
        self.filtered.as_ref().map(|(subgraph, _)| subgraph)
    }

    /// The id under which a node or an edge is drawn.
    pub(crate) fn representative<'a>(&'a self, id: &'a str) -> &'a str {
        self.subgraph().map_or(id, |subgraph| subgraph.representative(id))
    }

    /// The same for a target; an edge is drawn as its line.
    pub(crate) fn drawn(&self, target: &Target) -> Target {
        match target {
            Target::Node(id) => Target::Node(self.representative(id).to_owned()),
            Target::Edge(id) => {
                Target::Edge(self.scene().line_of(self.representative(id)).to_owned())
            }
        }
    }
}
