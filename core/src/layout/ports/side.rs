//! The ports of one side of a node while their places are being decided.

use std::cmp::Ordering;

/// From top to bottom on one side, see `ports::order`.
pub(crate) type Key = (i32, i32, i32, i32);

/// The first number of the key of a port whose edge goes straight on.
pub(crate) const STRAIGHT: i32 = 2;

/// One end of an edge.
pub(crate) struct SidePort {
    /// Which route.
    pub(crate) route: usize,
    /// Whether the edge leaves here.
    pub(crate) is_from: bool,
    /// Whether it runs straight to the other node.
    pub(crate) straight: bool,
    /// Half the height that it takes.
    pub(crate) half: f64,
    /// Where it belongs.
    pub(crate) key: Key,
    /// The channel in which its line ends.
    pub(crate) turn: usize,
    /// From the middle of the row, downwards.
    pub(crate) offset: f64,
}

impl SidePort {
    /// Whether the edge turns up, goes straight on, or turns down.
    pub(crate) fn direction(&self) -> Ordering {
        self.key.0.cmp(&STRAIGHT)
    }
}

/// The ports of the left and the right side of a node, from top to bottom.
pub(crate) type Sides = [Vec<SidePort>; 2];
