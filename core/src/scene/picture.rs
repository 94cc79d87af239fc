//! The scene: what `render --format json` tells, and the flat list of what is drawn.

use super::shape::Shape;
use crate::diagnostics::Severity;
use crate::geometry::{Point, Rect, Size};
use crate::graph::{EdgeClass, Exposure, Verdict};
use crate::layout::{Form, GridLines, Role};
use crate::text::Span;

/// A finished picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Size of the whole drawing.
    pub size: Size,
    /// Its title: what the Blueprint holds, in a few words.
    pub title: String,
    /// The whole graph as prose, for people who do not see it.
    pub summary: String,
    /// Frames of files, top to bottom; none where there is only one.
    pub frames: Vec<SceneFrame>,
    /// Lanes, top to bottom.
    pub lanes: Vec<SceneLane>,
    /// Frames of environments, in source order.
    pub groups: Vec<SceneGroup>,
    /// Nodes, in source order.
    pub nodes: Vec<SceneNode>,
    /// Edges, in source order.
    pub edges: Vec<SceneEdge>,
    /// What the legend explains; only what occurs.
    pub legend: Vec<LegendEntry>,
    /// What numbers stand for that some labels show, from 1.
    pub numbers: Vec<String>,
    /// Everything to draw, back to front.
    pub items: Vec<SceneItem>,
    /// Edges to draw while they are pointed at.
    pub undrawn: Vec<SceneItem>,
    /// The grid of the layout, for its overlay.
    pub grid: GridLines,
    /// The form of the layout, which the next picture keeps while somebody types.
    pub form: Form,
}

/// The frame around everything that one file of several declares.
#[derive(Clone, Debug, PartialEq)]
pub struct SceneFrame {
    /// The path of the file.
    pub path: String,
    /// Where.
    pub rect: Rect,
}

/// What a lane stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaneKind {
    /// One region: one private network.
    Region,
    /// Static sites: on no private network.
    Edge,
    /// Named here, declared somewhere else.
    Elsewhere,
}

impl LaneKind {
    /// The word used in machine output.
    pub fn id(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Edge => "edge",
            Self::Elsewhere => "elsewhere",
        }
    }
}

/// A lane.
#[derive(Clone, Debug, PartialEq)]
pub struct SceneLane {
    /// `region:oregon`, `edge`, `elsewhere`; in a later file than the first one with such a lane, `@FILE` behind it.
    pub id: String,
    /// Its name: `Oregon`.
    pub label: String,
    /// What it stands for.
    pub kind: LaneKind,
    /// Where.
    pub rect: Rect,
}

/// The frame of an environment inside one lane.
#[derive(Clone, Debug, PartialEq)]
pub struct SceneGroup {
    /// `env:project/environment@lane`.
    pub id: String,
    /// `project/environment`.
    pub env: String,
    /// The environment's name.
    pub label: String,
    /// Whether its private network is closed to the rest.
    pub isolated: bool,
    /// Id of its lane.
    pub lane: String,
    /// Where.
    pub rect: Rect,
}

/// A node.
#[derive(Clone, Debug, PartialEq)]
pub struct SceneNode {
    /// Id of the network's node.
    pub id: String,
    /// `web`, `postgres`, …, `internet`, `external`, `unknown`.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// Its region's id, when known.
    pub region: Option<&'static str>,
    /// `root`, `ungrouped` or `project/environment`; `None` when not declared.
    pub scope: Option<String>,
    /// Id of its lane; `None` for the internet.
    pub lane: Option<String>,
    /// How open it is to the internet.
    pub exposure: Exposure,
    /// How many resources it stands for, where it is the box of a lane or of an environment.
    pub resources: Option<usize>,
    /// Whether the file declares it.
    pub declared: bool,
    /// Its column, from callers to data.
    pub role: Role,
    /// The kind that its reference states, when it is not declared.
    pub expected: Option<&'static str>,
    /// The worst finding marked on it.
    pub severity: Option<Severity>,
    /// Where.
    pub rect: Rect,
    /// Where the text speaks of it.
    pub span: Option<Span>,
}

/// An edge.
#[derive(Clone, Debug, PartialEq)]
pub struct SceneEdge {
    /// Id of the network's edge.
    pub id: String,
    /// Id of the caller.
    pub from: String,
    /// Id of the callee.
    pub to: String,
    /// What kind of traffic.
    pub class: EdgeClass,
    /// Whether it gets through.
    pub verdict: Verdict,
    /// The variables that cause it.
    pub variables: Vec<String>,
    /// The way it takes, corner by corner, axis-aligned.
    pub route: Vec<Point>,
    /// Whether it is drawn without being asked for.
    pub drawn: bool,
    /// The edge that its line looks like, when it shares that line with other edges of its pair.
    pub bundle: Option<String>,
    /// Where it is stopped, when it is blocked.
    pub stop: Option<Stop>,
    /// Its label, when it has one.
    pub label: Option<Label>,
    /// The texts that cause it.
    pub spans: Vec<Span>,
    /// The worst finding marked on it.
    pub severity: Option<Severity>,
}

impl Scene {
    /// The id under which the line of an edge is drawn.
    pub fn line_of<'a>(&'a self, edge: &'a str) -> &'a str {
        let found = self.edges.iter().find(|other| other.id == edge);
        found.and_then(|found| found.bundle.as_deref()).unwrap_or(edge)
    }

    /// The edges of the line that is drawn under an id.
    pub fn line(&self, id: &str) -> impl Iterator<Item = &SceneEdge> {
        self.edges.iter().filter(move |edge| edge.line() == id)
    }
}

impl SceneEdge {
    /// The id under which its line is drawn.
    pub fn line(&self) -> &str {
        self.bundle.as_deref().unwrap_or(&self.id)
    }

    /// Whether its line looks like it.
    pub fn is_lead(&self) -> bool {
        self.line() == self.id
    }
}

/// The end of a blocked edge, on the boundary that stops it.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// Where.
    pub at: Point,
    /// The reason's code.
    pub reason: &'static str,
}

/// The label of an edge on its card.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The text as shown.
    pub text: String,
    /// The card.
    pub rect: Rect,
}

/// One line of the legend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    /// Stable word for it: `private`, `ingress`, `detour`, `blocked`, `unknown`, `can-receive`, …
    pub id: &'static str,
    /// What it means.
    pub text: &'static str,
}

/// One thing to draw: a group of shapes that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct SceneItem {
    /// What it is.
    pub kind: SceneItemKind,
    /// Id of the lane, group, node or edge; a fixed word for the rest. Unique together with `kind`.
    pub id: String,
    /// Style classes of the whole, which say everything that colour and line repeat.
    pub class: String,
    /// Its name for assistive technology; empty for decoration.
    pub name: String,
    /// Index into the list of its kind (`Scene::nodes`, `Scene::edges`, …), when it has one.
    pub index: Option<usize>,
    /// Where it stands in the drawing. An item that only moves keeps its shapes.
    pub origin: Point,
    /// The shapes, back to front, in coordinates that count from `origin`.
    pub shapes: Vec<Shape>,
}

/// What an item of the scene is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SceneItemKind {
    /// Column names and other decoration.
    Backdrop,
    /// The frame of a file and its path.
    File,
    /// A lane's frame and name.
    Lane,
    /// The frame of an environment.
    Group,
    /// The line of an edge with its ends.
    Edge,
    /// A node.
    Node,
    /// The number of lines that have become one.
    Trunk,
    /// The label card of an edge.
    EdgeLabel,
    /// The legend.
    Legend,
    /// What keeps resources out of reach, while a reach is lit.
    Barrier,
    /// What the layout works with, drawn over the picture to examine it.
    Overlay,
}
