//! The scene, item by item, ready for a keyed list: what changes is redrawn, what stays keeps its element and its focus.

use std::collections::BTreeMap;
use std::sync::Arc;

use blueprint_lens_core::scene::{Scene, SceneItem, SceneItemKind, svg};

use crate::state::Target;

/// One item of the picture as the page draws it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Drawn {
    /// Style classes.
    pub(crate) class: String,
    /// Name for assistive technology; empty for decoration.
    pub(crate) name: String,
    /// The shapes as SVG.
    pub(crate) markup: String,
    /// The worst finding marked on it.
    pub(crate) severity: Option<&'static str>,
    /// Of an edge: whether its traffic gets through.
    pub(crate) verdict: Option<&'static str>,
}

/// What never changes while an item stays the same item.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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
        };
        Self { hook, id: item.id.clone() }
    }

    /// The id, when this is an item of that hook.
    pub(crate) fn id_of(&self, hook: &str) -> Option<String> {
        (self.hook == hook).then(|| self.id.clone())
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

/// Every item, back to front, and where to find it.
pub(crate) struct Drawing {
    /// In drawing order.
    pub(crate) keys: Vec<ItemKey>,
    items: BTreeMap<(&'static str, String), Arc<Drawn>>,
}

impl Drawing {
    /// Draws every item of `scene`.
    pub(crate) fn new(scene: &Scene) -> Self {
        let mut keys = Vec::with_capacity(scene.items.len());
        let mut items = BTreeMap::new();
        for item in &scene.items {
            let key = ItemKey::of(item);
            items.insert((key.hook, key.id.clone()), Arc::new(draw(scene, item)));
            keys.push(key);
        }
        Self { keys, items }
    }

    /// The item of that key.
    pub(crate) fn find(&self, key: &ItemKey) -> Option<Arc<Drawn>> {
        self.items.get(&(key.hook, key.id.clone())).cloned()
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
        markup: svg::item_markup(item),
        severity: severity.map(blueprint_lens_core::diagnostics::Severity::id),
        verdict: edge.map(|edge| edge.verdict.id()),
    }
}
