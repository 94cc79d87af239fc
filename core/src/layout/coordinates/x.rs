//! Pass 11: widths. Columns and channels from left to right, and a track for every vertical segment.
//!
//! Needs: heights. Gives: where every column, border and turn stands. From left to right a channel holds: labels of edges
//! that leave the column before it; tracks of edges that stay inside a frame ending there; those frames' right borders;
//! tracks of all other edges; left borders of frames that begin behind it; tracks inside those; labels of edges that
//! arrive at the column after it. So no track runs through a label, and no border is drawn over a track. A frame that
//! holds nothing but nodes on a side stands close to them.

use crate::layout::coordinates::channel_space::{ARRIVING, ChannelSpaces, spaces};
use crate::layout::coordinates::y::YCoordinates;
use crate::layout::input::LayoutInput;
use crate::layout::placement::grid::Grid;
use crate::layout::routing::router::{End, Path, Side};
use crate::layout::stability::PreviousLayout;
use crate::layout::tracks::columns::{ColumnSegment, Zone, ZoneTracks, segments};

/// Around the whole drawing.
pub(crate) const MARGIN: f64 = 24.0;
/// Width of the internet's bar; the tracks of public detours come on top.
pub const INTERNET_BAR: f64 = 44.0;
/// Between a node's right side and the first track.
const LEAVING: f64 = 20.0;
/// Between two columns at least.
const COLUMN_GAP: f64 = 64.0;
/// Between the internet and the lanes.
const CORRIDOR: f64 = 34.0;
/// Beside the tracks of public detours.
const DETOUR_PAD: f64 = 12.0;
/// Between a lane's border and its first and last column at least.
const LANE_PAD: f64 = 40.0;
/// Between a frame's border and its nodes, where nothing else stands there.
const CLOSE: f64 = 22.0;
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

/// Where everything stands from left to right.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct XCoordinates {
    /// Left and right border of each column.
    pub(crate) columns: Vec<(f64, f64)>,
    /// Where each turn of each path runs.
    pub(crate) turns: Vec<Vec<f64>>,
    /// Left and right border of each frame.
    pub(crate) frames: Vec<(f64, f64)>,
    /// Left and right border of all lanes.
    pub(crate) lanes: (f64, f64),
    /// Right border of the internet's bar.
    pub(crate) internet: f64,
}

pub(crate) fn widths(
    input: &LayoutInput,
    grid: &Grid,
    paths: &[Option<Path>],
    hosts: &[Option<usize>],
    heights: &YCoordinates,
    previous: &PreviousLayout,
) -> XCoordinates {
    let segments = segments(input, grid, paths, heights);
    let spaces = spaces(input, grid, paths, hosts, &segments);
    let mut placer = ColumnPlacer {
        input,
        grid,
        previous: previous_columns(grid, previous),
        paths,
        spaces,
        close: Vec::new(),
        at: MARGIN,
        out: XCoordinates {
            columns: vec![(0.0, 0.0); grid.columns()],
            turns: paths
                .iter()
                .map(|path| vec![0.0; path.as_ref().map_or(0, |path| path.turns.len())])
                .collect(),
            frames: vec![(0.0, 0.0); input.groups.len()],
            lanes: (0.0, 0.0),
            internet: MARGIN,
        },
    };
    placer.corridor(&segments[0]);
    for (k, segments) in segments.iter().enumerate().skip(1) {
        placer.channel(k, segments);
    }
    if grid.columns() == 0 {
        placer.out.lanes.1 = placer.out.lanes.0 + NARROWEST_LANE;
    }
    let right = previous.lanes.iter().flatten().map(|lane| lane.right()).fold(0.0, f64::max);
    placer.out.lanes.1 = placer.out.lanes.1.max(right);
    placer.out
}

/// Goes from left to right.
struct ColumnPlacer<'a> {
    input: &'a LayoutInput,
    grid: &'a Grid,
    paths: &'a [Option<Path>],
    /// Left and right border of each column before an edit; zeros for a new one.
    previous: Vec<(f64, f64)>,
    spaces: ChannelSpaces,
    /// Frames whose left border waits for the column behind it.
    close: Vec<usize>,
    at: f64,
    out: XCoordinates,
}

impl ColumnPlacer<'_> {
    /// The internet with the tracks of public detours in it, and the lanes' left border.
    fn corridor(&mut self, segments: &[ColumnSegment]) {
        let mut tracks = ZoneTracks::new(segments, Zone::Between);
        let has_internet = self.input.internet().is_some();
        if has_internet {
            self.at += INTERNET_BAR;
        }
        if tracks.width > 0.0 {
            tracks.at = self.at + DETOUR_PAD;
            self.at = tracks.at + tracks.width + DETOUR_PAD;
        }
        if has_internet {
            self.out.internet = self.at;
            self.at += CORRIDOR;
        }
        self.put(&tracks);
        self.out.lanes.0 = self.at;
        if self.grid.columns() > 0 {
            let mut inside = ZoneTracks::new(segments, Zone::InsideAfter);
            self.before_column(0, FRAME_PAD, &mut inside);
            self.at = self.at.max(self.out.lanes.0 + LANE_PAD);
            self.column(0);
            self.put(&inside);
        }
    }

    /// Channel `k` and the column behind it, or the lanes' right border behind the last one.
    fn channel(&mut self, k: usize, segments: &[ColumnSegment]) {
        let start = self.at;
        let mut zones = [Zone::InsideBefore, Zone::Between, Zone::InsideAfter]
            .map(|zone| ZoneTracks::new(segments, zone));
        let closes = self.after_column(k, &mut zones[0]);
        zones[1].at = self.at;
        self.at += zones[1].width;
        if k == self.grid.columns() {
            let end = if closes || zones[1].width > 0.0 { self.at + FRAME_PAD } else { self.at };
            let least = (start + LANE_PAD).max(self.out.lanes.0 + NARROWEST_LANE);
            self.out.lanes.1 = end.max(least);
        } else {
            let pad = self.pad(k, Side::Left);
            let opens = self.before_column(k, pad, &mut zones[2]);
            // What is left of the least gap goes to both sides of the tracks.
            let least = COLUMN_GAP.max(self.spaces.channels[k].whole);
            let rest = (least - (self.at - start)).max(0.0);
            if !closes && !opens {
                zones[1].at += rest / 2.0;
            }
            self.at += rest;
            self.column(k);
        }
        for zone in &zones {
            self.put(zone);
        }
    }

    /// Labels, tracks and borders of frames that belong to the column before channel `k`. Whether a frame ends there.
    fn after_column(&mut self, k: usize, inside: &mut ZoneTracks) -> bool {
        let start = self.at;
        self.at += self.spaces.channels[k].leaving.max(LEAVING);
        inside.at = self.at;
        self.at += inside.width;
        let far = self.at + FRAME_PAD;
        let mut border = None;
        for (group, extent) in self.grid.extents.iter().enumerate() {
            if extent.is_some_and(|extent| extent.last + 1 == k) {
                let is_far = self.spaces.holds[group][Side::Right as usize];
                let x = if is_far { far } else { start + CLOSE };
                self.out.frames[group].1 = x;
                border = Some(x.max(border.unwrap_or(x)));
            }
        }
        if let Some(border) = border {
            self.at = self.at.max(border + self.pad(k, Side::Right));
        }
        border.is_some()
    }

    /// The same for the column behind it: `pad` keeps the borders away from what stands before them.
    fn before_column(&mut self, k: usize, pad: f64, inside: &mut ZoneTracks) -> bool {
        let starts = |extent: &Option<crate::layout::placement::grid::Extent>| {
            extent.is_some_and(|e| e.first == k)
        };
        let holds = |group: usize| self.spaces.holds[group][Side::Left as usize];
        let groups: Vec<usize> =
            (0..self.grid.extents.len()).filter(|&g| starts(&self.grid.extents[g])).collect();
        let room = self.spaces.channels[k].arriving.max(ARRIVING);
        let border = self.at + pad;
        if groups.iter().any(|&group| holds(group)) {
            self.at = border + FRAME_PAD - 4.0;
        }
        inside.at = self.at;
        self.at += inside.width + room;
        if !groups.is_empty() {
            self.at = self.at.max(border + CLOSE);
        }
        for &group in &groups {
            if holds(group) {
                self.out.frames[group].0 = border;
            } else {
                self.close.push(group);
            }
        }
        !groups.is_empty()
    }

    /// Column `k`, and the frames that stand close to its left side.
    fn column(&mut self, k: usize) {
        let left = self.at.max(self.previous[k].0);
        self.at = (left + column_width(self.input, self.grid, k)).max(self.previous[k].1);
        self.out.columns[k] = (left, self.at);
        for group in std::mem::take(&mut self.close) {
            self.out.frames[group].0 = left - CLOSE;
        }
    }

    /// Between borders of frames beside channel `k` and its tracks.
    fn pad(&self, k: usize, side: Side) -> f64 {
        let here = |group: usize| {
            self.grid.extents[group].is_some_and(|extent| match side {
                Side::Left => extent.first == k,
                Side::Right => extent.last + 1 == k,
            })
        };
        let stops =
            self.paths.iter().flatten().any(
                |path| matches!(path.end, End::FrameSide(group, at) if at == side && here(group)),
            );
        if stops { STOP_PAD } else { FRAME_PAD }
    }

    fn put(&mut self, tracks: &ZoneTracks) {
        for &(edge, turn, middle) in &tracks.middles {
            self.out.turns[edge][turn] = tracks.at + middle;
        }
    }
}

/// Where the columns stood before an edit: where their nodes did.
fn previous_columns(grid: &Grid, previous: &PreviousLayout) -> Vec<(f64, f64)> {
    let mut columns: Vec<(f64, f64)> = vec![(0.0, 0.0); grid.columns()];
    for (node, place) in grid.place.iter().enumerate() {
        if let (Some((_, column)), Some(rect)) = (*place, previous.node(node)) {
            let (left, right) = &mut columns[column];
            (*left, *right) = (left.max(rect.x), right.max(rect.right()));
        }
    }
    columns
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
