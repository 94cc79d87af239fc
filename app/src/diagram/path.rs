//! What lights up when something is pointed at: itself, its edges, and what they lead to.

use std::collections::BTreeSet;

use blueprint_lens_core::scene::{Rect, Scene, SceneEdge, SceneNode};

use crate::state::{Picture, Target, WhatIfPreview};

/// The lit part of the picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Path {
    lit: BTreeSet<Target>,
    /// Whether everything else is dimmed even when nothing is lit.
    searched: bool,
}

impl Path {
    /// What lights up around `target`; nothing when the picture does not hold it.
    pub(super) fn around(scene: &Scene, target: &Target) -> Self {
        let own = |edge: &&SceneEdge| match target {
            Target::Node(id) => edge.from == *id || edge.to == *id,
            Target::Edge(id) => edge.line() == id,
        };
        let edges: Vec<_> = scene.edges.iter().filter(own).collect();
        let mut lit = BTreeSet::new();
        for edge in edges {
            lit.insert(Target::Edge(edge.line().to_owned()));
            lit.insert(Target::Node(edge.from.clone()));
            lit.insert(Target::Node(edge.to.clone()));
        }
        if scene.nodes.iter().any(|node| *target == Target::Node(node.id.clone())) {
            lit.insert(target.clone());
        }
        Self { lit, searched: false }
    }

    /// These nodes, and the edges between two of them.
    pub(super) fn among(scene: &Scene, nodes: &[String]) -> Self {
        let holds = |id: &String| nodes.contains(id);
        let edges = scene.edges.iter().filter(|edge| edge.drawn);
        let edges = edges.filter(|edge| holds(&edge.from) && holds(&edge.to));
        let edges = edges.map(|edge| Target::Edge(edge.line().to_owned()));
        Self::of(nodes.iter().cloned().map(Target::Node).chain(edges).collect())
    }

    /// Exactly these items.
    pub(super) fn of(lit: Vec<Target>) -> Self {
        Self { lit: lit.into_iter().collect(), searched: false }
    }

    /// What a what-if preview makes different.
    pub(super) fn of_preview(preview: &WhatIfPreview, picture: &Picture) -> Self {
        let effect = &preview.effect;
        let node = |id: &String| Target::Node(id.clone());
        let mut lit: Vec<Target> = effect.nodes.iter().map(node).collect();
        lit.extend(effect.reach.iter().flat_map(|pair| [&pair.from, &pair.to]).map(node));
        let edges = picture.snapshot.scene().edges.iter();
        for edge in edges.filter(|edge| effect.edges.contains(&edge.id)) {
            lit.push(Target::Edge(edge.id.clone()));
            lit.extend([&edge.from, &edge.to].map(node));
        }
        Self::of(lit.iter().map(|target| picture.drawn(target)).collect())
    }

    /// The same as the result of a search, which may be that there is nothing.
    pub(super) fn searched(self) -> Self {
        Self { searched: true, ..self }
    }

    /// Whether `target` is lit.
    pub(super) fn contains(&self, target: &Target) -> bool {
        self.lit.contains(target)
    }

    /// The boxes of the nodes that are lit.
    pub(super) fn nodes(&self, scene: &Scene) -> Vec<Rect> {
        let is_lit = |node: &&SceneNode| self.contains(&Target::Node(node.id.clone()));
        // The internet's bar is beside everything.
        let nodes = scene.nodes.iter().filter(|node| node.lane.is_some());
        nodes.filter(is_lit).map(|node| node.rect).collect()
    }

    /// Whether nothing is.
    pub(super) fn is_empty(&self) -> bool {
        self.lit.is_empty() && !self.searched
    }
}

#[cfg(test)]
mod tests {
    use blueprint_lens_core::analysis::Analysis;

    use super::*;

    #[test]
    fn a_node_lights_its_edges_and_neighbours_only() {
        let analysis = Analysis::new(
            "services:\n  - {type: pserv, name: a, envVars: [{key: B, fromService: {name: b, type: pserv, property: host}}]}\n  - {type: pserv, name: b}\n  - {type: pserv, name: c}\n",
        );
        let node = |name: &str| Target::Node(format!("pserv:{name}"));
        let path = Path::around(analysis.scene(), &node("a"));
        assert!(path.contains(&node("a")) && path.contains(&node("b")));
        assert!(!path.contains(&node("c")));
        assert!(!Path::around(analysis.scene(), &node("c")).is_empty());
        assert!(Path::around(analysis.scene(), &node("gone")).is_empty());
    }
}
