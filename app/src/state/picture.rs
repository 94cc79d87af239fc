//! A picture: all of a snapshot, or what a view filter leaves of it.

use std::sync::{Arc, OnceLock};

use blueprint_lens_core::graph::Network;
use blueprint_lens_core::scene::{Scene, Subgraph, View, ViewFilter, subgraph};

use super::items::Items;
use super::snapshot::Snapshot;
use super::target::Target;
use crate::engine::Part;

/// A picture, ready to be drawn.
pub(crate) struct Picture {
    /// What it is a picture of.
    pub(crate) snapshot: Arc<Snapshot>,
    /// Its items.
    pub(crate) items: Items,
    /// Edges that are drawn only while they are pointed at.
    pub(crate) undrawn: Items,
    filter: ViewFilter,
    part: Option<Part>,
    /// The scene, where that is not the snapshot's.
    scene: Option<Scene>,
    /// The network of the part, when somebody asks for it.
    subgraph: OnceLock<Option<Subgraph>>,
}

impl Picture {
    /// The picture of `snapshot`; while somebody types, what the picture `before` shows stays in place.
    pub(super) fn new(snapshot: Arc<Snapshot>, filter: &ViewFilter, before: Option<&Self>) -> Self {
        if let Some(drawing) = snapshot.drawing() {
            return Self {
                items: Items::new(&drawing.scene),
                undrawn: Items::undrawn(&drawing.scene),
                filter: drawing.filter.clone(),
                part: drawing.part.clone(),
                scene: None,
                subgraph: OnceLock::new(),
                snapshot,
            };
        }
        let is_previous =
            |before: &&Self| snapshot.is_stable() && !Arc::ptr_eq(&before.snapshot, &snapshot);
        let previous = before.filter(is_previous).map(Self::scene);
        let view = View { room: snapshot.room(), previous };
        let drawable = snapshot.drawable();
        let folding = drawable.with_folds(filter, view.room);
        let subgraph = drawable.part(&folding);
        let scene = subgraph.as_ref().map(|part| drawable.scene(Some(part), &folding, view));
        let drawn = scene.as_ref().unwrap_or_else(|| snapshot.scene());
        let (items, undrawn) = (Items::new(drawn), Items::undrawn(drawn));
        let part = subgraph.as_ref().map(Part::new);
        // The part of what is compared holds more than the text.
        let is_of_text = drawable.comparison.is_none();
        let subgraph = if is_of_text { OnceLock::from(subgraph) } else { OnceLock::new() };
        Self { snapshot, items, undrawn, filter: filter.clone(), part, scene, subgraph }
    }

    /// The scene.
    pub(crate) fn scene(&self) -> &Scene {
        self.scene.as_ref().unwrap_or_else(|| self.snapshot.scene())
    }

    /// The network that is drawn, without what only a former version has.
    pub(crate) fn network(&self) -> &Network {
        let analysis = &self.snapshot.analysis;
        if self.part.is_none() {
            return analysis.network();
        }
        let made = || {
            let filter = self.snapshot.with_folds(&self.filter);
            let found = analysis.diagnostics();
            subgraph(analysis.blueprint(), analysis.network(), found, &filter)
        };
        let subgraph = self.subgraph.get_or_init(made).as_ref();
        subgraph.map_or_else(|| analysis.network(), |subgraph| &subgraph.network)
    }

    /// What is drawn when that is not everything.
    pub(crate) fn part(&self) -> Option<&Part> {
        self.part.as_ref()
    }

    /// The id under which a node or an edge is drawn.
    pub(crate) fn representative<'a>(&'a self, id: &'a str) -> &'a str {
        self.part().map_or(id, |part| part.representative(id))
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
