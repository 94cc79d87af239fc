//! What the layout gives: where everything stands.

use crate::geometry::{Point, Rect, Size};
use crate::layout::fitting::form::Form;
use crate::layout::input::Role;

/// Where everything stands. Every list runs parallel to its list of the input.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Size of the drawing without its legend.
    pub size: Size,
    /// Frames of files.
    pub files: Vec<Frame>,
    /// Lanes, top to bottom, as indices.
    pub lane_order: Vec<usize>,
    /// Lanes.
    pub lanes: Vec<Frame>,
    /// Frames of environments; an empty box for one without members.
    pub groups: Vec<Frame>,
    /// Nodes.
    pub nodes: Vec<Rect>,
    /// Edges; an empty route for what is not drawn.
    pub edges: Vec<PlacedEdge>,
    /// Trunks: where several edges become one line.
    pub trunks: Vec<Trunk>,
    /// The routes of undrawn edges, corner by corner.
    pub undrawn: Vec<Vec<Point>>,
    /// Columns, left to right.
    pub columns: Vec<PlacedColumn>,
    /// The grid that all of this stands in.
    pub grid: GridLines,
    /// The form that the drawing has; what is laid out after it keeps that.
    pub form: Form,
}

/// A lane or a frame.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Frame {
    /// Where.
    pub rect: Rect,
    /// Which wording of its heading fits, as an index.
    pub wording: usize,
    /// Where the heading's baseline starts.
    pub heading: Point,
}

/// An edge.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedEdge {
    /// Its corners from end to end.
    pub route: Vec<Point>,
    /// Whether it ends at a boundary rather than at its callee.
    pub is_cut: bool,
    /// Its label: which wording, as an index, and its card.
    pub label: Option<(usize, Rect)>,
    /// The trunk that it joins before its callee, as an index into `Layout::trunks`.
    pub trunk: Option<usize>,
}

/// A line that several edges of one look share on the last stretch to their callee.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trunk {
    /// The callee.
    pub to: usize,
    /// How many edges it carries.
    pub edges: usize,
    /// The place on it that the last of them joins.
    pub foot: Point,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedColumn {
    /// What stands in it; `None` where several roles do.
    pub role: Option<Role>,
    /// Left border of its nodes.
    pub left: f64,
    /// Right border of its nodes.
    pub right: f64,
}

/// The grid: rows and columns, and the channels between them. `scene::layout_overlay` draws it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GridLines {
    /// Rows, top to bottom.
    pub rows: Vec<Band>,
    /// Columns, left to right.
    pub columns: Vec<Band>,
    /// Channels above and below rows, top to bottom.
    pub row_channels: Vec<Channel>,
    /// Channels beside columns, left to right.
    pub column_channels: Vec<Channel>,
}

/// From where to where something reaches, across the direction in which it runs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Band {
    /// Its upper or left border.
    pub start: f64,
    /// Its lower or right border.
    pub end: f64,
}

/// A channel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Channel {
    /// From row to row, or from column to column.
    pub borders: Band,
    /// What its tracks cover; those of the internet's bar lie outside of the first channel.
    pub tracks: Vec<Band>,
}
