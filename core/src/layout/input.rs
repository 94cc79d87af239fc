//! What may influence the layout: who stands where, who is joined to whom, how wide texts are. No names, no YAML, no
//! findings beyond what they add to a label. And the room that there is.

use crate::layout::fitting::room::Room;

/// The whole input. Indices refer to the lists of this value; every list is in source order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LayoutInput {
    /// Files, one below the other; none when there is only one.
    pub files: Vec<FileInput>,
    /// Lanes, by first appearance.
    pub lanes: Vec<LaneInput>,
    /// Frames of environments, one per environment and lane.
    pub groups: Vec<GroupInput>,
    /// Nodes; at most one of them is the internet.
    pub nodes: Vec<NodeInput>,
    /// Edges. Each gets its own line, even where two join the same nodes.
    pub edges: Vec<EdgeInput>,
    /// Edges that are shown for a moment only: they get a route, but no room.
    pub undrawn: Vec<EdgeInput>,
    /// Widths of the legend's entries.
    pub legend: Vec<f64>,
    /// Widths of the legend's entries for numbers, each of which is there when a label shows its number.
    pub numbers: Vec<f64>,
    /// Where it is to be seen.
    pub room: Room,
}

/// A file of several, with a frame around its lanes.
#[derive(Clone, Debug, PartialEq)]
pub struct FileInput {
    /// Widths of its heading, from the fullest wording to the shortest.
    pub heading: Vec<f64>,
}

/// A lane.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneInput {
    /// The file around it, as an index; `None` for what is outside of all files, and where there is only one.
    pub file: Option<usize>,
    /// Where it stands among the others.
    pub tier: Tier,
    /// Widths of its heading, from the fullest wording to the shortest.
    pub heading: Vec<f64>,
}

/// The bands that lanes are stacked in, top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Static sites.
    Edge,
    /// Private networks.
    Region,
    /// What is declared somewhere else.
    Elsewhere,
}

/// The frame of an environment inside one lane.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupInput {
    /// Its lane.
    pub lane: usize,
    /// Widths of its heading, from the fullest wording to the shortest.
    pub heading: Vec<f64>,
}

/// A node.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeInput {
    /// Its lane; `None` for the internet.
    pub lane: Option<usize>,
    /// Its frame, inside that lane.
    pub group: Option<usize>,
    /// Its column.
    pub role: Role,
    /// The width its texts would like.
    pub width: f64,
    /// The width at which its name is not cut.
    pub name: f64,
    /// How high it is at least; 0 where the height of all nodes is enough.
    pub height: f64,
    /// The node that it stands directly below: a read replica's primary.
    pub follows: Option<usize>,
}

/// The columns, from callers to data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Takes requests from the internet.
    Public,
    /// Private services and jobs.
    Private,
    /// Stores data.
    Data,
}

/// An edge.
#[derive(Clone, Debug, PartialEq)]
pub struct EdgeInput {
    /// The caller.
    pub from: usize,
    /// The callee.
    pub to: usize,
    /// How it is routed.
    pub routing: EdgeRouting,
    /// The boundary that stops it.
    pub stop: Option<Boundary>,
    /// Widths of its label, from the fullest wording to the shortest; empty for no label.
    pub label: Vec<f64>,
    /// The number that the shortest wording shows, as an index into the legend's entries for numbers.
    pub number: Option<usize>,
    /// What it looks like, when it may join others of that look on their way to the same callee.
    pub look: Option<usize>,
}

/// How an edge is routed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EdgeRouting {
    /// Through the channels between columns and rows.
    Inside,
    /// Out of the lane, through the internet and back in.
    Outside,
    /// In from the internet: a stub before the node.
    Ingress,
}

/// A boundary that stops traffic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Boundary {
    /// The frame around the caller.
    OwnGroup,
    /// The border of the caller's lane.
    OwnLane,
    /// The frame around the callee.
    TargetGroup,
    /// The callee's outline.
    Target,
}

impl LaneInput {
    /// A lane that is in no file.
    pub fn new(tier: Tier, heading: Vec<f64>) -> Self {
        Self { file: None, tier, heading }
    }

    /// What comes first, from top to bottom: files, then what is outside of all, and the tiers in each.
    pub(crate) fn order(&self) -> (usize, Tier) {
        (self.file.unwrap_or(usize::MAX), self.tier)
    }
}

impl NodeInput {
    /// A node in a lane, in no frame, with a name as wide as all of its texts.
    pub fn new(lane: usize, role: Role, width: f64) -> Self {
        Self { lane: Some(lane), group: None, role, width, name: width, height: 0.0, follows: None }
    }
}

impl EdgeInput {
    /// An edge that nothing stops, without a label.
    pub fn new(from: usize, to: usize, routing: EdgeRouting) -> Self {
        Self { from, to, routing, stop: None, label: Vec::new(), number: None, look: None }
    }
}

impl LayoutInput {
    /// The internet's index, when it is drawn.
    pub fn internet(&self) -> Option<usize> {
        self.nodes.iter().position(|node| node.lane.is_none())
    }
}
