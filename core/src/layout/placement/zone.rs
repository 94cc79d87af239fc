//! The three zones of a vertical channel: a frame that ends or begins in the channel has its border between two of them.

use super::grid::Grid;
use crate::layout::input::{EdgeInput, EdgeRouting, LayoutInput};

/// A zone of a vertical channel, from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Zone {
    /// Inside frames that end before the channel.
    InsideBefore,
    /// Outside of all frames that begin or end there.
    Between,
    /// Inside frames that begin behind it.
    InsideAfter,
}

/// Where in a channel an edge turns: inside a frame that begins or ends there, or outside of all those.
pub(crate) fn zone(input: &LayoutInput, grid: &Grid, edge: &EdgeInput, channel: usize) -> Zone {
    let shared = input.nodes[edge.from].group == input.nodes[edge.to].group;
    if !shared || edge.routing != EdgeRouting::Inside {
        return Zone::Between;
    }
    match grid.frame_of(input, edge.from) {
        Some((_, extent)) if extent.last + 1 == channel => Zone::InsideBefore,
        Some((_, extent)) if extent.first == channel => Zone::InsideAfter,
        _ => Zone::Between,
    }
}
