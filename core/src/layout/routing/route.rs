//! The route of an edge: its path through the grid, and what later passes add to it.

use arrayvec::ArrayVec;

use super::path::GridPath;
use super::polyline::Polyline;
use crate::geometry::{Point, Rect};
use crate::layout::input::{EdgeInput, LayoutInput};

/// Where an edge leaves or enters a side of its node.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Port {
    /// From the middle of the node's row, downwards.
    pub(crate) offset: f64,
    /// Half the height that it takes.
    pub(crate) half: f64,
}

/// The label of an edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct PlacedLabel {
    /// Which wording, as an index.
    pub(crate) wording: usize,
    /// Its card.
    pub(crate) card: Rect,
}

/// A drawn edge, as the passes work it out. Each pass fills in what it decides and leaves the rest.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Route {
    /// Which edge of the input.
    pub(crate) edge: usize,
    /// Its path through the grid (`routing::router`, `routing::clip`).
    pub(crate) path: GridPath,
    /// The same in whole numbers, as it is drawn: up to its stop (`routing::clip`).
    pub(crate) polyline: Polyline,
    /// The number of the trunk that it joins (`routing::trunks`).
    pub(crate) trunk: Option<usize>,
    /// The line that carries its label, as an index into the path's lines (`labels::segment`).
    pub(crate) label_line: Option<usize>,
    /// Where it leaves its caller, unless that is the internet (`ports`).
    pub(crate) from_port: Option<Port>,
    /// Where it enters its callee, if it gets there (`ports`).
    pub(crate) to_port: Option<Port>,
    /// The height of each line (`coordinates::y`).
    pub(crate) line_y: ArrayVec<f64, 4>,
    /// Where each turn runs (`coordinates::x`).
    pub(crate) turn_x: ArrayVec<f64, 3>,
    /// Its bends from end to end, every line with both of its ends (`coordinates::trace`).
    pub(crate) points: Vec<Point>,
    /// Its label, if there is room for one (`labels::place`).
    pub(crate) label: Option<PlacedLabel>,
}

impl Route {
    /// A route of which only the path is known.
    pub(crate) fn new(edge: usize, path: GridPath, polyline: Polyline) -> Self {
        Self {
            edge,
            path,
            polyline,
            trunk: None,
            label_line: None,
            from_port: None,
            to_port: None,
            line_y: ArrayVec::new(),
            turn_x: ArrayVec::new(),
            points: Vec::new(),
            label: None,
        }
    }

    /// The edge that takes this route.
    pub(crate) fn input<'a>(&self, input: &'a LayoutInput) -> &'a EdgeInput {
        &input.edges[self.edge]
    }
}
