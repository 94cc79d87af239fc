//! `render --format json`.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::scene::{Point, Rect, Scene, SceneEdge, SceneNode};
use serde::Serialize;

use super::span::{JsonSpan, span};
use super::{Tool, VERSION, tool};

#[derive(Debug, Serialize)]
pub(crate) struct Picture {
    version: u32,
    tool: Tool,
    title: String,
    summary: String,
    size: JsonSize,
    frames: Vec<Frame>,
    lanes: Vec<Lane>,
    groups: Vec<Group>,
    nodes: Vec<Node>,
    edges: Vec<Edge>,
}

#[derive(Debug, Serialize)]
struct JsonSize {
    width: f64,
    height: f64,
}

#[derive(Debug, Serialize)]
struct JsonPoint {
    x: f64,
    y: f64,
}

#[derive(Debug, Serialize)]
struct JsonBox {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// The frame of a file; only where there are several.
#[derive(Debug, Serialize)]
struct Frame {
    path: String,
    #[serde(rename = "box")]
    rect: JsonBox,
}

#[derive(Debug, Serialize)]
struct Lane {
    id: String,
    label: String,
    kind: &'static str,
    #[serde(rename = "box")]
    rect: JsonBox,
}

#[derive(Debug, Serialize)]
struct Group {
    id: String,
    env: String,
    label: String,
    isolated: bool,
    lane: String,
    #[serde(rename = "box")]
    rect: JsonBox,
}

#[derive(Debug, Serialize)]
struct Node {
    id: String,
    kind: &'static str,
    name: String,
    region: Option<&'static str>,
    scope: Option<String>,
    lane: Option<String>,
    exposure: Option<&'static str>,
    declared: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<&'static str>,
    severity: Option<&'static str>,
    #[serde(rename = "box")]
    rect: JsonBox,
    span: Option<JsonSpan>,
}

#[derive(Debug, Serialize)]
struct Edge {
    id: String,
    from: String,
    to: String,
    class: &'static str,
    verdict: &'static str,
    severity: Option<&'static str>,
    variables: Vec<String>,
    route: Vec<JsonPoint>,
    drawn: bool,
    bundle: Option<String>,
    stop: Option<Stop>,
    label: Option<Label>,
    spans: Vec<JsonSpan>,
}

#[derive(Debug, Serialize)]
struct Stop {
    x: f64,
    y: f64,
    reason: &'static str,
}

#[derive(Debug, Serialize)]
struct Label {
    text: String,
    #[serde(rename = "box")]
    rect: JsonBox,
}

impl From<Rect> for JsonBox {
    fn from(rect: Rect) -> Self {
        Self {
            x: round(rect.x),
            y: round(rect.y),
            width: round(rect.width),
            height: round(rect.height),
        }
    }
}

impl From<Point> for JsonPoint {
    fn from(point: Point) -> Self {
        Self { x: round(point.x), y: round(point.y) }
    }
}

/// Two decimals, as the SVG has them.
fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// The picture of an analysed file.
pub(crate) fn picture(analysis: &Analysis) -> Picture {
    let scene: &Scene = analysis.scene();
    Picture {
        version: VERSION,
        tool: tool(),
        title: scene.title.clone(),
        summary: scene.summary.clone(),
        size: JsonSize { width: round(scene.size.width), height: round(scene.size.height) },
        frames: scene
            .frames
            .iter()
            .map(|frame| Frame { path: frame.path.clone(), rect: frame.rect.into() })
            .collect(),
        lanes: scene
            .lanes
            .iter()
            .map(|lane| Lane {
                id: lane.id.clone(),
                label: lane.label.clone(),
                kind: lane.kind.id(),
                rect: lane.rect.into(),
            })
            .collect(),
        groups: scene
            .groups
            .iter()
            .map(|group| Group {
                id: group.id.clone(),
                env: group.env.clone(),
                label: group.label.clone(),
                isolated: group.isolated,
                lane: group.lane.clone(),
                rect: group.rect.into(),
            })
            .collect(),
        nodes: scene.nodes.iter().map(|found| node(analysis, found)).collect(),
        edges: scene.edges.iter().map(|found| edge(analysis, found)).collect(),
    }
}

fn node(analysis: &Analysis, node: &SceneNode) -> Node {
    Node {
        id: node.id.clone(),
        kind: node.kind,
        name: node.name.clone(),
        region: node.region,
        scope: node.scope.clone(),
        lane: node.lane.clone(),
        exposure: node.declared.then(|| node.exposure.id()),
        declared: node.declared,
        expected: node.expected,
        severity: node.severity.map(blueprint_lens_core::diagnostics::Severity::id),
        rect: node.rect.into(),
        span: node.span.map(|found| span(analysis, found)),
    }
}

fn edge(analysis: &Analysis, edge: &SceneEdge) -> Edge {
    Edge {
        id: edge.id.clone(),
        from: edge.from.clone(),
        to: edge.to.clone(),
        class: edge.class.id(),
        verdict: edge.verdict.id(),
        severity: edge.severity.map(blueprint_lens_core::diagnostics::Severity::id),
        variables: edge.variables.clone(),
        route: edge.route.iter().map(|point| (*point).into()).collect(),
        drawn: edge.drawn,
        bundle: edge.bundle.clone(),
        stop: edge.stop.as_ref().map(|stop| Stop {
            x: round(stop.at.x),
            y: round(stop.at.y),
            reason: stop.reason,
        }),
        label: edge
            .label
            .as_ref()
            .map(|label| Label { text: label.text.clone(), rect: label.rect.into() }),
        spans: edge.spans.iter().map(|found| span(analysis, *found)).collect(),
    }
}
