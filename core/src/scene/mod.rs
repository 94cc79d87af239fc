//! The finished picture as flat data: shapes with places, ids, spans and accessible names. SVG text, the page and the
//! tests all draw the same scene.

mod geometry;
mod picture;
mod shape;

pub use geometry::{Point, Rect, Size};
pub use picture::{
    Label, LaneKind, LegendEntry, Scene, SceneEdge, SceneGroup, SceneItem, SceneItemKind,
    SceneLane, SceneNode, Stop,
};
pub use shape::{Anchor, Shape};

/// Draws the network.
pub fn build(
    _: &crate::model::Blueprint,
    _: &crate::graph::Network,
    _: &[crate::diagnostics::Diagnostic],
) -> Scene {
    Scene::default()
}
