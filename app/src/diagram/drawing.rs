//! The scene, item by item, ready to be drawn: what an element shows, and what tells it from others.

use std::sync::Arc;

use blueprint_lens_core::scene::{Scene, SceneItem, SceneItemKind, Shape, svg};

use crate::state::Target;

/// One item of the picture as the page draws it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Drawn {
    /// Style classes.
    pub(crate) class: String,
    /// Name for assistive technology; empty for decoration.
    pub(crate) name: String,
    /// Where it stands, as a `transform`.
    pub(crate) place: String,
    /// The shapes, back to front.
    pub(crate) shapes: Vec<Shape>,
    /// The worst finding marked on it.
    pub(crate) severity: Option<&'static str>,
    /// Of an edge: whether its traffic gets through.
    pub(crate) verdict: Option<&'static str>,
}

/// What never changes while an item stays the same item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ItemKey {
    /// The word of its kind: the hook `data-…` that carries its id.
    pub(crate) hook: &'static str,
    /// Its id.
    pub(crate) id: String,
}

impl ItemKey {
    fn of(item: &SceneItem) -> Self {
        let hook = match item.kind {
            SceneItemKind::Backdrop => "backdrop",
            SceneItemKind::Lane => "lane",
            SceneItemKind::Group => "group",
            SceneItemKind::Edge => "edge",
            SceneItemKind::Node => "node",
            SceneItemKind::EdgeLabel => "edge-label",
            SceneItemKind::Legend => "legend",
            SceneItemKind::Barrier => "barrier",
        };
        Self { hook, id: item.id.clone() }
    }

    /// What pointing at it means; an edge's label stands for its edge.
    pub(crate) fn target(&self) -> Option<Target> {
        match self.hook {
            "node" => Some(Target::Node(self.id.clone())),
            "edge" | "edge-label" => Some(Target::Edge(self.id.clone())),
            _ => None,
        }
    }
}

/// Items as the page draws them, back to front.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Items(pub(crate) Vec<(ItemKey, Arc<Drawn>)>);

impl Items {
    /// Every item of `scene`.
    pub(crate) fn new(scene: &Scene) -> Self {
        Self::of(scene, &scene.items)
    }

    /// Such items as `scene` may hold.
    pub(crate) fn of(scene: &Scene, items: &[SceneItem]) -> Self {
        let drawn = |item| (ItemKey::of(item), Arc::new(draw(scene, item)));
        Self(items.iter().map(drawn).collect())
    }
}

fn draw(scene: &Scene, item: &SceneItem) -> Drawn {
    let node = (item.kind == SceneItemKind::Node).then_some(item.index).flatten();
    let edge = (item.kind == SceneItemKind::Edge).then_some(item.index).flatten();
    let node = node.and_then(|index| scene.nodes.get(index));
    let edge = edge.and_then(|index| scene.edges.get(index));
    let severity = node.and_then(|node| node.severity).or(edge.and_then(|edge| edge.severity));
    Drawn {
        class: item.class.clone(),
        name: item.name.clone(),
        place: svg::item_transform(item),
        shapes: item.shapes.clone(),
        severity: severity.map(blueprint_lens_core::diagnostics::Severity::id),
        verdict: edge.map(|edge| edge.verdict.id()),
    }
}
