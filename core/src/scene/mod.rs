//! The finished picture as flat data: shapes with places, ids, spans and accessible names. SVG text, the page and the
//! tests all draw the same scene.

mod build;
mod caption;
mod draw;
mod excerpt;
pub mod palette;
mod picture;
mod plan;
mod previous;
mod prose;
mod shape;
pub mod svg;

pub use crate::geometry::{Point, Rect, Size};
pub use build::{build, build_part, build_with_previous, layout_input};
pub use draw::{barriers, layout_overlay};
pub use excerpt::{Excerpt, Part, frame_id, part};
pub use picture::{
    Label, LaneKind, LegendEntry, Scene, SceneEdge, SceneGroup, SceneItem, SceneItemKind,
    SceneLane, SceneNode, Stop,
};
pub use shape::{Anchor, Shape};
