//! The items of a scene, ready to be drawn: what an element shows, and what tells it from others.

use std::sync::Arc;

use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::scene::{
    Point, Rect, Scene, SceneEdge, SceneItem, SceneItemKind, SceneNode, Shape, svg,
};

use super::target::Target;

/// Where the button of a lane has its middle, before the lane's name; and that of a frame.
const FOLD_OF_LANE: (f64, f64) = (16.0, 20.0);
const FOLD_OF_FRAME: (f64, f64) = (15.0, 18.0);
/// What can be pressed around it.
const FOLD_AREA: Rect = Rect { x: -12.0, y: -12.0, width: 24.0, height: 24.0 };

/// One item of the picture as the page draws it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Item {
    /// Style classes.
    pub(crate) class: String,
    /// Name for assistive technology; empty for decoration.
    pub(crate) name: String,
    /// Where it stands.
    pub(crate) transform: String,
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
            SceneItemKind::File => "file",
            SceneItemKind::Lane => "lane",
            SceneItemKind::Group => "group",
            SceneItemKind::Edge => "edge",
            SceneItemKind::Node => "node",
            SceneItemKind::Trunk => "trunk",
            SceneItemKind::EdgeLabel => "edge-label",
            SceneItemKind::Legend => "legend",
            SceneItemKind::Barrier => "barrier",
            SceneItemKind::Overlay => "overlay",
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
pub(crate) struct Items(pub(crate) Vec<(ItemKey, Arc<Item>)>);

impl Items {
    /// Every item of `scene`.
    pub(crate) fn new(scene: &Scene) -> Self {
        let mut items = Self::of(scene, &scene.items);
        items.0.extend(folds(scene));
        items
    }

    /// Every edge of `scene` that is drawn only while it is pointed at.
    pub(crate) fn undrawn(scene: &Scene) -> Self {
        Self::of(scene, &scene.undrawn)
    }

    /// Such items as `scene` may hold.
    pub(crate) fn of(scene: &Scene, items: &[SceneItem]) -> Self {
        Self(items.iter().map(|item| (ItemKey::of(item), Arc::new(draw(scene, item)))).collect())
    }
}

/// A button in the corner of every lane and frame that holds several nodes, or one box that stands for them.
fn folds(scene: &Scene) -> impl Iterator<Item = (ItemKey, Arc<Item>)> {
    let lanes = scene.lanes.iter().map(|lane| (&lane.id, &lane.label, lane.rect, FOLD_OF_LANE));
    let groups = scene.groups.iter().map(|g| (&g.id, &g.label, g.rect, FOLD_OF_FRAME));
    lanes.chain(groups).filter_map(|(id, label, rect, (x, y))| {
        let inside = |node: &&SceneNode| node.lane.is_some() && rect.contains(node.rect);
        let folded = scene.nodes.iter().any(|node| node.id == *id);
        if !folded && scene.nodes.iter().filter(inside).take(2).count() < 2 {
            return None;
        }
        let sign = if folded { "M-2 -4L2 0L-2 4" } else { "M-4 -2L0 2L4 -2" };
        let word = if folded { "Expand" } else { "Collapse" };
        let at = Point::new(rect.x + x, rect.y + y);
        let item = Item {
            class: "fold".to_owned(),
            name: format!("{word} {label}"),
            transform: format!("translate({} {})", at.x, at.y),
            shapes: vec![
                Shape::Rect { rect: FOLD_AREA, radius: 6.0, class: "fold-area" },
                Shape::Path { d: sign.to_owned(), class: "fold-sign" },
            ],
            severity: None,
            verdict: None,
        };
        Some((ItemKey { hook: "fold", id: id.clone() }, Arc::new(item)))
    })
}

/// The worst finding about the edges of a line.
fn worst(scene: &Scene, lead: &SceneEdge) -> Option<Severity> {
    match &lead.bundle {
        None => lead.severity,
        Some(id) => scene.line(id).filter_map(|edge| edge.severity).max(),
    }
}

fn draw(scene: &Scene, item: &SceneItem) -> Item {
    let node = (item.kind == SceneItemKind::Node).then_some(item.index).flatten();
    let edge = (item.kind == SceneItemKind::Edge).then_some(item.index).flatten();
    let node = node.and_then(|index| scene.nodes.get(index));
    let edge = edge.and_then(|index| scene.edges.get(index));
    let severity = node.and_then(|node| node.severity).or(edge.and_then(|edge| worst(scene, edge)));
    Item {
        class: item.class.clone(),
        name: item.name.clone(),
        transform: svg::item_transform(item),
        shapes: item.shapes.clone(),
        severity: severity.map(Severity::id),
        verdict: edge.map(|edge| edge.verdict.id()),
    }
}
