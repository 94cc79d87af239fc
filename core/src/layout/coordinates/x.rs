//! X coordinates: columns and channels from left to right, and then every turn of every route.
//!
//! Needs: the tracks of the vertical channels and the room for labels. Gives: where every column, border and turn stands.
//! From left to right a channel holds: labels of edges that leave the column before it; tracks of edges that stay inside
//! a frame ending there; those frames' right borders; tracks of all other edges; left borders of frames that begin behind
//! it; tracks inside those; labels of edges that arrive at the column after it. So no track runs through a label, and no
//! border is drawn over a track. A frame that holds nothing but nodes on a side stands close to them.
//! O(columns · (frames + m) + n).

use super::channel_space::ChannelSpace;
use crate::layout::fitting::form::Form;
use crate::layout::input::{LayoutInput, NodeInput};
use crate::layout::placement::grid::Grid;
use crate::layout::placement::zone::Zone;
use crate::layout::routing::path::{End, Side};
use crate::layout::routing::route::Route;
use crate::layout::spacing::{
    ARRIVING, COLUMN_STEP, DETOUR_PAD, FRAME_CLOSE, FRAME_INSIDE_PAD, FRAME_PAD, FRAME_STOP_PAD,
    LEAVING, MARGIN, NARROWEST_COLUMN,
};
use crate::layout::stability::PreviousLayout;
use crate::layout::tracks::columns::{ColumnTracks, ZoneTracks};

/// Where everything stands from left to right.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct XCoordinates {
    /// Left and right border of each column.
    pub(crate) columns: Vec<(f64, f64)>,
    /// Where the tracks of each zone of each vertical channel begin.
    pub(crate) zones: Vec<[f64; 3]>,
    /// Left and right border of each frame.
    pub(crate) frames: Vec<(f64, f64)>,
    /// Left and right border of all lanes.
    pub(crate) lanes: (f64, f64),
    /// Left and right border of the internet's bar.
    pub(crate) internet: (f64, f64),
}

/// Places columns, channels, frames and lanes.
pub(crate) fn place_columns(
    input: &LayoutInput,
    grid: &Grid,
    tracks: &[ColumnTracks],
    space: &ChannelSpace,
    routes: &[Route],
    form: Form,
    previous: &PreviousLayout,
) -> XCoordinates {
    let mut placer = ColumnPlacer {
        input,
        grid,
        space,
        routes,
        form,
        kept: previous_columns(grid, previous),
        close: Vec::new(),
        at: MARGIN,
        x: XCoordinates {
            columns: vec![(0.0, 0.0); grid.columns()],
            zones: vec![[0.0; 3]; tracks.len()],
            frames: vec![(0.0, 0.0); input.groups.len()],
            lanes: (0.0, 0.0),
            internet: (MARGIN, MARGIN + form.internet_bar()),
        },
    };
    placer.corridor(&tracks[0]);
    for (channel, zones) in tracks.iter().enumerate().skip(1) {
        placer.channel(channel, zones);
    }
    if grid.columns() == 0 {
        placer.x.lanes.1 = placer.x.lanes.0 + form.sides().narrowest_lane;
    }
    let right = previous.lanes.iter().flatten().map(|lane| lane.right()).fold(0.0, f64::max);
    placer.x.lanes.1 = placer.x.lanes.1.max(right);
    placer.x
}

/// Gives every turn of every route its place.
pub(crate) fn place_turns(
    tracks: &[ColumnTracks],
    x: &XCoordinates,
    mut routes: Vec<Route>,
) -> Vec<Route> {
    for route in &mut routes {
        route.turn_x = route.path.turns.iter().map(|_| 0.0).collect();
    }
    for (zones, starts) in tracks.iter().zip(&x.zones) {
        for (zone, start) in zones.iter().zip(starts) {
            for turn in &zone.turns {
                routes[turn.route].turn_x[turn.turn] = start + turn.middle;
            }
        }
    }
    routes
}

/// Goes from left to right.
struct ColumnPlacer<'a> {
    input: &'a LayoutInput,
    grid: &'a Grid,
    space: &'a ChannelSpace,
    routes: &'a [Route],
    form: Form,
    /// Left and right border of each column in the previous layout; zeros for a new one.
    kept: Vec<(f64, f64)>,
    /// Frames whose left border waits for the column behind it.
    close: Vec<usize>,
    at: f64,
    x: XCoordinates,
}

impl ColumnPlacer<'_> {
    /// The internet, the tracks of public detours beside it, and the lanes' left border.
    fn corridor(&mut self, zones: &[ZoneTracks; 3]) {
        let [_, between, inside] = zones;
        let has_internet = self.input.internet().is_some();
        if has_internet {
            self.at = self.x.internet.1;
        }
        if between.width > 0.0 {
            self.x.zones[0][Zone::Between as usize] = self.at + DETOUR_PAD;
            self.at = self.at + DETOUR_PAD + between.width + DETOUR_PAD;
        } else if has_internet {
            self.at += self.form.sides().corridor;
        }
        self.x.lanes.0 = self.at;
        if self.grid.columns() > 0 {
            self.before_column(0, FRAME_PAD, inside);
            self.at = self.at.max(self.x.lanes.0 + self.form.sides().lane_pad);
            self.column(0);
        }
    }

    /// A channel and the column behind it, or the lanes' right border behind the last one.
    fn channel(&mut self, channel: usize, zones: &[ZoneTracks; 3]) {
        let start = self.at;
        let [before, between, after] = zones;
        let closes = self.after_column(channel, before);
        self.x.zones[channel][Zone::Between as usize] = self.at;
        self.at += between.width;
        if channel == self.grid.columns() {
            let sides = self.form.sides();
            let end = if closes || between.width > 0.0 { self.at + FRAME_PAD } else { self.at };
            let least = (start + sides.lane_end).max(self.x.lanes.0 + sides.narrowest_lane);
            self.x.lanes.1 = end.max(least);
            return;
        }
        let pad = self.pad(channel, Side::Left);
        let opens = self.before_column(channel, pad, after);
        // What is left of the least gap goes to both sides of the tracks.
        let least = self.form.gaps().column.max(self.space.channels[channel].whole);
        let rest = (least - (self.at - start)).max(0.0);
        if !closes && !opens {
            self.x.zones[channel][Zone::Between as usize] += rest / 2.0;
        }
        self.at += rest;
        self.column(channel);
    }

    /// Labels, tracks and borders of frames that belong to the column before a channel. Whether a frame ends there.
    fn after_column(&mut self, channel: usize, inside: &ZoneTracks) -> bool {
        let start = self.at;
        self.at += self.space.channels[channel].leaving.max(LEAVING);
        self.x.zones[channel][Zone::InsideBefore as usize] = self.at;
        self.at += inside.width;
        let far = self.at + FRAME_PAD;
        let mut border = None;
        for (group, extent) in self.grid.extents.iter().enumerate() {
            if extent.is_some_and(|extent| extent.last + 1 == channel) {
                let is_far = self.space.holds[group][Side::Right as usize];
                let x = if is_far { far } else { start + FRAME_CLOSE };
                self.x.frames[group].1 = x;
                border = Some(x.max(border.unwrap_or(x)));
            }
        }
        if let Some(border) = border {
            self.at = self.at.max(border + self.pad(channel, Side::Right));
        }
        border.is_some()
    }

    /// The same for the column behind it: `pad` keeps the borders away from what stands before them.
    fn before_column(&mut self, channel: usize, pad: f64, inside: &ZoneTracks) -> bool {
        let begins =
            |group: &usize| self.grid.extents[*group].is_some_and(|extent| extent.first == channel);
        let holds = |group: usize| self.space.holds[group][Side::Left as usize];
        let groups: Vec<usize> = (0..self.grid.extents.len()).filter(begins).collect();
        let room = self.space.channels[channel].arriving.max(ARRIVING);
        let border = self.at + pad;
        if groups.iter().any(|&group| holds(group)) {
            self.at = border + FRAME_INSIDE_PAD;
        }
        self.x.zones[channel][Zone::InsideAfter as usize] = self.at;
        self.at += inside.width + room;
        if !groups.is_empty() {
            self.at = self.at.max(border + FRAME_CLOSE);
        }
        for &group in &groups {
            if holds(group) {
                self.x.frames[group].0 = border;
            } else {
                self.close.push(group);
            }
        }
        !groups.is_empty()
    }

    /// A column, and the frames that stand close to its left side.
    fn column(&mut self, column: usize) {
        let left = self.at.max(self.kept[column].0);
        let places = self.grid.place.iter().zip(&self.input.nodes);
        let inside = places.filter(|(place, _)| place.is_some_and(|(_, at)| at == column));
        let width = column_width(inside.map(|(_, node)| node), self.form);
        self.at = (left + width).max(self.kept[column].1);
        self.x.columns[column] = (left, self.at);
        for group in std::mem::take(&mut self.close) {
            self.x.frames[group].0 = left - FRAME_CLOSE;
        }
    }

    /// Between borders of frames beside a channel and its tracks.
    fn pad(&self, channel: usize, side: Side) -> f64 {
        let here = |group: usize| {
            self.grid.extents[group].is_some_and(|extent| match side {
                Side::Left => extent.first == channel,
                Side::Right => extent.last + 1 == channel,
            })
        };
        let stops = self.routes.iter().any(|route| {
            matches!(route.path.end, End::FrameSide(group, at) if at == side && here(group))
        });
        if stops { FRAME_STOP_PAD } else { FRAME_PAD }
    }
}

/// Where the columns stood in the previous layout: where their nodes did.
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

/// How wide a column of some nodes is.
pub(crate) fn column_width<'a>(nodes: impl Iterator<Item = &'a NodeInput>, form: Form) -> f64 {
    let (widest, name) = nodes.fold((0.0_f64, 0.0_f64), |(widest, name), node| {
        (widest.max(node.width), name.max(node.name))
    });
    let usual = form.sides().widest_column;
    let most = stepped(name).clamp(usual, usual + f64::from(form.for_names));
    stepped(widest).min(most)
}

/// The width of a column that holds so much.
pub(crate) fn stepped(width: f64) -> f64 {
    let steps = ((width - NARROWEST_COLUMN) / COLUMN_STEP).ceil().max(0.0);
    NARROWEST_COLUMN + steps * COLUMN_STEP
}
