//! Forms of a drawing: what may differ from one room to another while the graph stays the same.

use crate::layout::input::Role;
use crate::layout::spacing::{MARGIN, TOP};

/// Roles that share their columns stand in one group of columns; there are at most so many.
pub(crate) const GROUPS: usize = 3;

/// A form of the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// Which roles share columns.
    pub flow: Flow,
    /// How many columns each group of roles has.
    pub columns: [usize; GROUPS],
    /// How much room labels get.
    pub labels: LabelRoom,
    /// How close everything stands.
    pub density: Density,
    /// How much wider than usual a column may be so that no name in it is cut, in SVG user units.
    pub for_names: u16,
    /// How much is free on either side of the drawing because its legend is wider, in SVG user units.
    pub inset: u16,
}

/// Which roles share columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// None: public, private and data stand side by side, and calls read from left to right.
    Across,
    /// Public and private stand one below the other, data beside them.
    Folded,
    /// All: everything stands one below the other, and calls read from top to bottom.
    Down,
}

/// How much room labels get.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LabelRoom {
    /// As much as they like, within reason.
    Full,
    /// Enough for most names of variables.
    Short,
    /// Enough for a number, which the legend explains, where nothing longer fits.
    Number,
}

/// How close everything stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Density {
    /// With air around everything.
    Airy,
    /// As close as it can be told apart.
    Close,
}

impl Flow {
    /// The group of columns in which a role stands.
    pub(crate) fn group(self, role: Role) -> usize {
        match (self, role) {
            (Self::Across, Role::Data) => 2,
            (Self::Across, Role::Private) | (Self::Folded, Role::Data) => 1,
            _ => 0,
        }
    }
}

/// What differs between densities, in SVG user units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Gaps {
    /// Height of a node with few ports.
    pub(crate) node_height: f64,
    /// Between two rows, at least.
    pub(crate) row: f64,
    /// Between two columns, at least.
    pub(crate) column: f64,
    /// Between two lanes.
    pub(crate) lane: f64,
    /// Below the last row of a lane.
    pub(crate) lane_foot: f64,
}

/// What stands beside the columns, in SVG user units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sides {
    /// Between the internet and the lanes: room for the arrows that come in.
    pub(crate) corridor: f64,
    /// Between a lane's left border and its first column, at least: room for an arrow.
    pub(crate) lane_pad: f64,
    /// Between its last column and its right border, at least.
    pub(crate) lane_end: f64,
    /// Lanes are at least as wide as this: room for their headings.
    pub(crate) narrowest_lane: f64,
    /// Columns are at most as wide as this, unless the form has more for names.
    pub(crate) widest_column: f64,
}

impl Form {
    /// Width of the internet's bar; the tracks of public detours come on top.
    pub fn internet_bar(self) -> f64 {
        if self.is_tight() { 26.0 } else { 36.0 }
    }

    /// What stands between nodes, and how high they are.
    pub(crate) fn gaps(self) -> Gaps {
        match self.density {
            Density::Airy => {
                Gaps { node_height: 56.0, row: 20.0, column: 56.0, lane: 10.0, lane_foot: 12.0 }
            }
            Density::Close => {
                Gaps { node_height: 48.0, row: 12.0, column: 44.0, lane: 8.0, lane_foot: 10.0 }
            }
        }
    }

    /// Whether its columns have names: not where everything stands in one.
    pub fn has_column_names(self) -> bool {
        self.flow != Flow::Down
    }

    /// The upper border of the first lane.
    pub(crate) fn top(self) -> f64 {
        if self.has_column_names() { TOP } else { MARGIN }
    }

    /// What stands beside the columns.
    pub(crate) fn sides(self) -> Sides {
        let (corridor, lane_pad, lane_end) =
            if self.is_tight() { (14.0, 30.0, 14.0) } else { (16.0, 36.0, 20.0) };
        Sides {
            corridor,
            lane_pad,
            lane_end,
            narrowest_lane: if self.is_narrow() { 240.0 } else { 460.0 },
            widest_column: if self.flow == Flow::Down { 352.0 } else { 288.0 },
        }
    }

    /// Whether roles share columns because there is little room.
    fn is_narrow(self) -> bool {
        self.flow != Flow::Across
    }

    /// Whether what stands beside the columns takes as little as it can.
    fn is_tight(self) -> bool {
        self.is_narrow() || self.density == Density::Close
    }
}

impl LabelRoom {
    /// The widest label that gets room beside a node.
    pub(crate) fn widest(self) -> f64 {
        match self {
            Self::Full => 240.0,
            Self::Short => 128.0,
            Self::Number => 0.0,
        }
    }
}

impl Default for Form {
    /// The simplest: one column for each role.
    fn default() -> Self {
        Self {
            flow: Flow::Across,
            columns: [1; GROUPS],
            labels: LabelRoom::Full,
            density: Density::Airy,
            for_names: 0,
            inset: 0,
        }
    }
}
