//! The finished picture as flat data: shapes with places, ids, spans and accessible names. SVG text, the page and the
//! tests all draw the same scene.

mod alike;
mod asked;
mod boundary;
mod boxed;
mod build;
mod caption;
mod draw;
mod folding;
mod frame;
mod held;
mod lanes;
mod legend;
mod lines;
mod most;
pub mod outline;
pub mod palette;
mod picture;
mod places;
mod plan;
mod plan_frames;
mod planned;
mod previous;
mod prose;
mod shape;
mod subgraph;
pub mod svg;
mod svg_style;
mod view_filter;

pub use crate::geometry::{Point, Rect, Size};
pub use crate::layout::Room;
pub use asked::{View, layout_input, layout_of_view};
pub use build::{build, build_subgraph, build_view, build_with_previous};
pub use draw::{barriers, layout_overlay};
pub use folding::{folds, with_folds};
pub use frame::frame_id;
pub use lanes::{LaneName, lanes};
pub use most::{MOST_DRAWN, too_large};
pub use picture::{
    Label, LaneKind, LegendEntry, Scene, SceneEdge, SceneFrame, SceneGroup, SceneItem,
    SceneItemKind, SceneLane, SceneNode, Stop,
};
pub use shape::{Anchor, Shape};
pub use subgraph::{Subgraph, subgraph};
pub use view_filter::ViewFilter;
