//! Pass 11: widths. Columns and channels from left to right, and a track for every vertical piece.
//!
//! Needs: heights. Gives: where every column, border and turn stands. From left to right a channel holds: labels of edges
//! that leave the column before it; tracks of edges that stay inside a frame ending there; those frames' right borders;
//! tracks of all other edges; left borders of frames that begin behind it; tracks inside those; labels of edges that
//! arrive at the column after it. So no track runs through a label, and no border is drawn over a track.

use super::grid::Grid;
use super::heights::Heights;
use super::input::{LayoutInput, Way};
use super::paths::{End, Line, Path, Side};
use super::tracks::{Strand, Turn, tracks};

/// Around the whole drawing.
pub(super) const MARGIN: f64 = 24.0;
/// Width of the internet's bar.
pub(super) const INTERNET: f64 = 44.0;
/// The widest label that gets room beside a node; wider ones are worded shorter.
const WIDEST_LABEL: f64 = 240.0;
/// Beside a label.
const LABEL_PAD: f64 = 10.0;
/// Between a node's right side and the first track.
const LEAVING: f64 = 20.0;
/// Between the last track and a node's left side: room for an arrow.
const ARRIVING: f64 = 28.0;
/// Between two columns at least.
const COLUMN_GAP: f64 = 64.0;
/// Between the internet and the lanes at least, and beside the tracks there.
const CORRIDOR: f64 = 34.0;
const CORRIDOR_PAD: f64 = 12.0;
/// Between a lane's border and its first and last column at least.
const LANE_PAD: f64 = 40.0;
/// Between a border of a frame and what stands beside it.
const FRAME_PAD: f64 = 14.0;
/// The same where edges are stopped on the border: room for the cross.
const STOP_PAD: f64 = 22.0;
/// Lanes are at least as wide as this.
const NARROWEST_LANE: f64 = 500.0;
/// Columns are as wide as their widest node, in steps, so that a letter more moves nothing.
const COLUMN_STEP: f64 = 16.0;
const NARROWEST_COLUMN: f64 = 176.0;
const WIDEST_COLUMN: f64 = 288.0;
/// Half the room of a track that ends on a border with a cross, of a double line, of any other.
const STOPPED: f64 = 11.0;
const DOUBLE: f64 = 7.0;
const PLAIN: f64 = 5.5;

/// Where everything stands from left to right.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Widths {
    /// Left and right border of each column.
    pub(super) columns: Vec<(f64, f64)>,
    /// Where each turn of each path runs.
    pub(super) turns: Vec<Vec<f64>>,
    /// Left and right border of each frame.
    pub(super) frames: Vec<(f64, f64)>,
    /// Left and right border of all lanes.
    pub(super) lanes: (f64, f64),
}

/// The three places for tracks in a channel.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Zone {
    InsideBefore,
    Between,
    InsideAfter,
}

/// A piece of an edge in a channel.
struct Piece {
    edge: usize,
    turn: usize,
    zone: Zone,
    strand: Strand,
}

pub(super) fn widths(
    input: &LayoutInput,
    grid: &Grid,
    paths: &[Option<Path>],
    hosts: &[Option<usize>],
    heights: &Heights,
) -> Widths {
    let count = grid.columns();
    let mut pieces: Vec<Vec<Piece>> = (0..=count).map(|_| Vec::new()).collect();
    for (edge, path) in paths.iter().enumerate() {
        let Some(path) = path else { continue };
        for turn in 0..path.turns.len() {
            pieces[path.turns[turn]].push(piece(input, grid, heights, edge, path, turn));
        }
    }
    let labels = label_rooms(input, grid, paths, hosts);
    let stopped = |k: usize, side: Side| {
        paths.iter().flatten().any(|path| match path.end {
            End::FrameSide(group, s) if s == side => grid.extents[group].is_some_and(|e| match s {
                Side::Left => e.first == k,
                Side::Right => e.last + 1 == k,
            }),
            _ => false,
        })
    };
    let mut out = Widths {
        columns: vec![(0.0, 0.0); count],
        turns: paths.iter().map(|p| vec![0.0; p.as_ref().map_or(0, |p| p.turns.len())]).collect(),
        frames: vec![(0.0, 0.0); input.groups.len()],
        lanes: (0.0, 0.0),
    };
    let mut at = if input.internet().is_some() { MARGIN + INTERNET } else { MARGIN };
    for k in 0..=count {
        let ends_here = |e: &super::grid::Extent| e.last + 1 == k;
        let starts_here = |e: &super::grid::Extent| e.first == k;
        let extents = || grid.extents.iter().flatten();
        let (closes, opens) = (extents().any(ends_here), extents().any(starts_here));
        let pads =
            [Side::Right, Side::Left].map(|s| if stopped(k, s) { STOP_PAD } else { FRAME_PAD });
        let mut zones = [Zone::InsideBefore, Zone::Between, Zone::InsideAfter]
            .map(|zone| Placed::new(&pieces[k], zone));
        let start = at;
        if k > 0 {
            at += labels[k].0.max(LEAVING);
            zones[0].at = at;
            at += zones[0].width;
            if closes {
                at += FRAME_PAD;
                for (group, extent) in grid.extents.iter().enumerate() {
                    if extent.as_ref().is_some_and(ends_here) {
                        out.frames[group].1 = at;
                    }
                }
                at += pads[0];
            }
        }
        if k == 0 {
            let corridor = (zones[1].width + 2.0 * CORRIDOR_PAD).max(CORRIDOR);
            zones[1].at = at + (corridor - zones[1].width) / 2.0;
            at += if input.internet().is_some() || zones[1].width > 0.0 { corridor } else { 0.0 };
            out.lanes.0 = at;
        } else {
            zones[1].at = at;
            at += zones[1].width;
        }
        if k == count {
            out.lanes.1 = at.max(start + LANE_PAD).max(out.lanes.0 + NARROWEST_LANE);
            if zones[1].width > 0.0 || closes {
                out.lanes.1 = out.lanes.1.max(at + FRAME_PAD);
            }
        } else {
            let lane_left = at;
            if opens {
                at += if k == 0 { FRAME_PAD } else { pads[1] };
                for (group, extent) in grid.extents.iter().enumerate() {
                    if extent.as_ref().is_some_and(starts_here) {
                        out.frames[group].0 = at;
                    }
                }
                at += FRAME_PAD - 4.0;
            }
            zones[2].at = at;
            at += zones[2].width + labels[k].1.max(ARRIVING);
            if k == 0 {
                at = at.max(lane_left + LANE_PAD);
            } else {
                // What is left of the least gap goes to both sides of the tracks.
                let rest = (COLUMN_GAP.max(labels[k].2) - (at - start)).max(0.0);
                if !closes && !opens {
                    zones[1].at += rest / 2.0;
                }
                at += rest;
            }
            let width = column_width(input, grid, k);
            out.columns[k] = (at, at + width);
            at += width;
        }
        for zone in &zones {
            for &(edge, turn, middle) in &zone.middles {
                out.turns[edge][turn] = zone.at + middle;
            }
        }
    }
    out
}

/// The tracks of one zone.
struct Placed {
    at: f64,
    width: f64,
    middles: Vec<(usize, usize, f64)>,
}

impl Placed {
    fn new(pieces: &[Piece], zone: Zone) -> Self {
        let members: Vec<&Piece> = pieces.iter().filter(|piece| piece.zone == zone).collect();
        let strands: Vec<Strand> = members.iter().map(|piece| piece.strand).collect();
        let (middles, width) = tracks(&strands, true);
        let middles = members.iter().zip(middles).map(|(p, middle)| (p.edge, p.turn, middle));
        Self { at: 0.0, width, middles: middles.collect() }
    }
}

fn column_width(input: &LayoutInput, grid: &Grid, column: usize) -> f64 {
    let nodes = grid.place.iter().zip(&input.nodes);
    let widest = nodes
        .filter(|(place, _)| place.is_some_and(|(_, c)| c == column))
        .map(|(_, node)| node.width)
        .fold(0.0, f64::max);
    let stepped = ((widest - NARROWEST_COLUMN) / COLUMN_STEP).ceil() * COLUMN_STEP;
    (NARROWEST_COLUMN + stepped).clamp(NARROWEST_COLUMN, WIDEST_COLUMN)
}

/// A turn of a path as a strand along its channel.
fn piece(
    input: &LayoutInput,
    grid: &Grid,
    heights: &Heights,
    edge: usize,
    path: &Path,
    turn: usize,
) -> Piece {
    let wired = &input.edges[edge];
    let k = path.turns[turn];
    let column = |node: usize| grid.place[node].map_or(0, |(_, column)| column);
    // Whether something at a column or at another channel lies to the left of this channel.
    let before = match turn.checked_sub(1) {
        Some(other) => path.turns[other] < k,
        None => path.from_side.is_none() || column(wired.from) < k,
    };
    let start_y = heights.lines[edge][turn];
    let (end_y, end_turn) = match path.lines.get(turn + 1) {
        Some(_) => {
            let to_left = match (path.turns.get(turn + 1), path.end) {
                (Some(&next), _) => next < k,
                (None, End::FrameSide(_, side)) => side == Side::Right,
                (None, _) => column(wired.to) < k,
            };
            (heights.lines[edge][turn + 1], if to_left { Turn::Back } else { Turn::On })
        }
        None => (border(path.end, heights), Turn::Stop),
    };
    let start = (start_y, if before { Turn::Back } else { Turn::On });
    let end = (end_y, end_turn);
    let (low, high) = if start.0 <= end.0 { (start, end) } else { (end, start) };
    let half = match wired.way {
        _ if end_turn == Turn::Stop => STOPPED,
        Way::Ingress => DOUBLE,
        Way::Inside | Way::Outside => PLAIN,
    };
    Piece {
        edge,
        turn,
        zone: zone(input, grid, edge, k),
        strand: Strand { low: low.0, high: high.0, at_low: low.1, at_high: high.1, half },
    }
}

/// The height of the border a path ends on.
pub(super) fn border(end: End, heights: &Heights) -> f64 {
    match end {
        End::LaneEdge(lane, true) => heights.lanes[lane].0,
        End::LaneEdge(lane, false) => heights.lanes[lane].1,
        End::FrameEdge(group, true) => heights.frames[group].0,
        End::FrameEdge(group, false) => heights.frames[group].1,
        End::Node | End::FrameSide(..) => 0.0,
    }
}

/// Where in channel `k` an edge turns: inside a frame that begins or ends there, or outside of all those.
fn zone(input: &LayoutInput, grid: &Grid, edge: usize, k: usize) -> Zone {
    let wired = &input.edges[edge];
    let shared = input.nodes[wired.from].group == input.nodes[wired.to].group;
    if !shared || wired.way != Way::Inside {
        return Zone::Between;
    }
    match grid.frame_of(input, wired.from) {
        Some((_, extent)) if extent.last + 1 == k => Zone::InsideBefore,
        Some((_, extent)) if extent.first == k => Zone::InsideAfter,
        _ => Zone::Between,
    }
}

/// The wording of a label that gets room beside a node, as an index into its widths.
pub(super) fn wording(widths: &[f64]) -> usize {
    widths.iter().position(|&w| w <= WIDEST_LABEL).unwrap_or(widths.len().saturating_sub(1))
}

/// The room that labels need in each channel: behind the column before it, before the column after it, and in all.
fn label_rooms(
    input: &LayoutInput,
    grid: &Grid,
    paths: &[Option<Path>],
    hosts: &[Option<usize>],
) -> Vec<(f64, f64, f64)> {
    let mut rooms = vec![(0.0_f64, 0.0_f64, 0.0_f64); grid.columns() + 1];
    let mut straight = vec![0.0_f64; grid.columns() + 1];
    let turned: Vec<bool> = (0..=grid.columns())
        .map(|k| paths.iter().flatten().any(|path| path.turns.contains(&k)))
        .collect();
    for (edge, path) in paths.iter().enumerate() {
        let (Some(path), Some(host)) = (path, hosts[edge]) else { continue };
        let wired = &input.edges[edge];
        let width = wired.label[wording(&wired.label)];
        let (leaving, arriving) = (width + 2.0 * LABEL_PAD, width + LABEL_PAD + ARRIVING);
        let column = |node: usize| grid.place[node].map_or(0, |(_, column)| column);
        let (node, side) = match path.lines[host] {
            Line::From => (wired.from, path.from_side.unwrap_or(Side::Right)),
            Line::To => (wired.to, path.to_side),
            Line::Channel(_) => continue,
        };
        let k = match side {
            Side::Right => column(node) + 1,
            Side::Left => column(node),
        };
        if path.is_straight() {
            if column(wired.from).abs_diff(column(wired.to)) == 1 {
                rooms[k].2 = rooms[k].2.max(width + LABEL_PAD + ARRIVING);
                if turned[k] {
                    straight[k] = straight[k].max(width);
                }
            }
            continue;
        }
        // A line that passes empty cells has room there.
        let next = if host == 0 { path.turns.first() } else { path.turns.last() };
        if next.is_none_or(|&turn| turn == k) {
            match side {
                Side::Right => rooms[k].0 = rooms[k].0.max(leaving),
                Side::Left => rooms[k].1 = rooms[k].1.max(arriving),
            }
        }
    }
    // Labels of straight edges stand where the others do, on one side of the tracks that cross their line.
    for (room, width) in rooms.iter_mut().zip(straight).filter(|(_, width)| *width > 0.0) {
        let (leaving, arriving) = (width + 2.0 * LABEL_PAD, width + LABEL_PAD + ARRIVING);
        if room.0 < leaving && room.1 < arriving {
            if room.1 > room.0 {
                room.1 = arriving;
            } else {
                room.0 = leaving;
            }
        }
    }
    rooms
}
