//! Which wording of a label or heading is used. Wordings are known by their widths, from the fullest to the shortest.

use crate::layout::fitting::form::LabelRoom;
use crate::layout::spacing::HEADING_PAD;

/// A vertical segment of some route or border.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct VerticalSegment {
    /// Where it runs.
    pub(crate) x: f64,
    /// Its upper end.
    pub(crate) top: f64,
    /// Its lower end.
    pub(crate) bottom: f64,
}

/// The wording of a label that gets room beside a node, as an index.
pub(crate) fn beside_node(widths: &[f64], room: LabelRoom) -> usize {
    let widest = room.widest();
    widths.iter().position(|&w| w <= widest).unwrap_or(widths.len().saturating_sub(1))
}

/// The wording of a heading that starts at `start`: the fullest that ends before the first line through its band.
pub(crate) fn of_heading(
    widths: &[f64],
    start: f64,
    band: (f64, f64),
    end: f64,
    lines: &[VerticalSegment],
) -> usize {
    let free = lines
        .iter()
        .filter(|line| line.top < band.1 && band.0 < line.bottom && line.x > start - HEADING_PAD)
        .map(|line| line.x)
        .fold(end, f64::min);
    widths
        .iter()
        .position(|width| start + width + HEADING_PAD <= free)
        .unwrap_or(widths.len().saturating_sub(1))
}
