//! The room that labels need in the channels between columns, and which frames may stand close to their nodes.

use crate::layout::input::LayoutInput;
use crate::layout::placement::grid::Grid;
use crate::layout::routing::router::{Line, Path, Side};
use crate::layout::tracks::columns::{ColumnSegment, Zone};

/// The widest label that gets room beside a node; wider ones are worded shorter.
const WIDEST_LABEL: f64 = 240.0;
/// Beside a label.
const LABEL_PAD: f64 = 10.0;
/// Between the last track and a node's left side: room for an arrow.
pub(crate) const ARRIVING: f64 = 28.0;

/// What one channel must hold besides tracks.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct ChannelSpace {
    /// For labels behind the column before it.
    pub(crate) leaving: f64,
    /// For labels before the column after it.
    pub(crate) arriving: f64,
    /// From column to column, for labels of straight edges.
    pub(crate) whole: f64,
}

/// Room in every channel, and frames that must keep away from their nodes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ChannelSpaces {
    /// By channel.
    pub(crate) channels: Vec<ChannelSpace>,
    /// By frame: whether something of its own stands between its left and right border and its nodes.
    pub(crate) holds: Vec<[bool; 2]>,
}

/// The wording of a label that gets room beside a node, as an index into its widths.
pub(crate) fn wording(widths: &[f64]) -> usize {
    widths.iter().position(|&w| w <= WIDEST_LABEL).unwrap_or(widths.len().saturating_sub(1))
}

fn leaving(width: f64) -> f64 {
    width + 2.0 * LABEL_PAD
}

fn arriving(width: f64) -> f64 {
    width + LABEL_PAD + ARRIVING
}

pub(crate) fn spaces(
    input: &LayoutInput,
    grid: &Grid,
    paths: &[Option<Path>],
    hosts: &[Option<usize>],
    segments: &[Vec<ColumnSegment>],
) -> ChannelSpaces {
    let mut out = ChannelSpaces {
        channels: vec![ChannelSpace::default(); grid.columns() + 1],
        holds: vec![[false; 2]; input.groups.len()],
    };
    let mut straight = vec![0.0_f64; grid.columns() + 1];
    for (edge, path) in paths.iter().enumerate() {
        let (Some(path), Some(host)) = (path, hosts[edge]) else { continue };
        let wired = &input.edges[edge];
        let width = wired.label[wording(&wired.label)];
        let column = |node: usize| grid.place[node].map_or(0, |(_, column)| column);
        let (node, side) = match path.lines[host] {
            Line::From => (wired.from, path.from_side.unwrap_or(Side::Right)),
            Line::To => (wired.to, path.to_side),
            Line::Channel(_) => continue,
        };
        let k = column(node) + usize::from(side == Side::Right);
        if path.is_straight() {
            if column(wired.from).abs_diff(column(wired.to)) == 1 {
                out.channels[k].whole = out.channels[k].whole.max(arriving(width));
                if !segments[k].is_empty() {
                    straight[k] = straight[k].max(width);
                }
            }
            continue;
        }
        // A line that passes empty cells has room there.
        let next = if host == 0 { path.turns.first() } else { path.turns.last() };
        if next.is_some_and(|&turn| turn != k) {
            continue;
        }
        let room = &mut out.channels[k];
        match side {
            Side::Right => room.leaving = room.leaving.max(leaving(width)),
            Side::Left => room.arriving = room.arriving.max(arriving(width)),
        }
        if let Some((group, extent)) = grid.frame_of(input, node)
            && (k == extent.first || k == extent.last + 1)
        {
            out.holds[group][side as usize] = true;
        }
    }
    // Labels of straight edges stand where the others do, on one side of the tracks that cross their line.
    for (room, width) in out.channels.iter_mut().zip(straight).filter(|(_, width)| *width > 0.0) {
        if room.leaving < leaving(width) && room.arriving < arriving(width) {
            if room.arriving > room.leaving {
                room.arriving = arriving(width);
            } else {
                room.leaving = leaving(width);
            }
        }
    }
    for segment in segments.iter().flatten() {
        let side = match segment.zone {
            Zone::Between => continue,
            Zone::InsideBefore => Side::Right,
            Zone::InsideAfter => Side::Left,
        };
        if let Some(group) = input.nodes[input.edges[segment.edge].from].group {
            out.holds[group][side as usize] = true;
        }
    }
    out
}
