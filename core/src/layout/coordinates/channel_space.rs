//! Channel space: the room that labels need in the channels between columns, and which frames may stand close to their
//! nodes.
//!
//! Needs: label lines and the tracks of the vertical channels. O(m).

use crate::layout::fitting::form::Form;
use crate::layout::input::LayoutInput;
use crate::layout::labels::wording;
use crate::layout::placement::grid::Grid;
use crate::layout::placement::zone::Zone;
use crate::layout::routing::path::{Line, Side};
use crate::layout::routing::route::Route;
use crate::layout::spacing::{ARRIVING, CARD_FROM_END, LABEL_PAD};
use crate::layout::tracks::columns::ColumnTracks;

/// What one channel must hold besides tracks.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct LabelSpace {
    /// For labels behind the column before it.
    pub(crate) leaving: f64,
    /// For labels before the column after it.
    pub(crate) arriving: f64,
    /// From column to column, for labels of straight edges.
    pub(crate) whole: f64,
}

/// Room in every channel, and frames that must keep away from their nodes.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct ChannelSpace {
    /// By channel.
    pub(crate) channels: Vec<LabelSpace>,
    /// By frame: whether something of its own stands between its left and right border and its nodes.
    pub(crate) holds: Vec<[bool; 2]>,
}

fn leaving(width: f64) -> f64 {
    width + 2.0 * LABEL_PAD
}

/// For an edge that arrives from the right: room for its arrow as well.
fn arriving_behind(width: f64) -> f64 {
    width + LABEL_PAD + CARD_FROM_END
}

fn arriving(width: f64) -> f64 {
    width + LABEL_PAD + ARRIVING
}

/// Reserves the room for labels.
pub(crate) fn reserve_label_space(
    input: &LayoutInput,
    grid: &Grid,
    tracks: &[ColumnTracks],
    routes: &[Route],
    form: Form,
) -> ChannelSpace {
    let mut space = ChannelSpace {
        channels: vec![LabelSpace::default(); grid.columns() + 1],
        holds: vec![[false; 2]; input.groups.len()],
    };
    let mut straight = vec![0.0_f64; grid.columns() + 1];
    for route in routes {
        let (edge, path) = (route.input(input), &route.path);
        let Some(line) = route.label_line else { continue };
        let width = edge.label[wording::beside_node(&edge.label, form.labels)];
        let (node, side) = match path.lines[line] {
            Line::From => (edge.from, path.from_side.unwrap_or(Side::Right)),
            Line::To => (edge.to, path.to_side),
            Line::Channel(_) => continue,
        };
        let channel = grid.column_of(node) + usize::from(side == Side::Right);
        let label_space = &mut space.channels[channel];
        if path.is_straight() {
            if grid.column_of(edge.from).abs_diff(grid.column_of(edge.to)) == 1 {
                label_space.whole = label_space.whole.max(arriving(width));
                if tracks[channel].iter().any(|zone| !zone.turns.is_empty()) {
                    // On a trunk, the label stands before the others join.
                    match (route.trunk, side) {
                        (None, _) => straight[channel] = straight[channel].max(width),
                        (Some(_), Side::Right) => {
                            label_space.leaving = label_space.leaving.max(leaving(width));
                        }
                        (Some(_), Side::Left) => {
                            label_space.arriving = label_space.arriving.max(arriving(width));
                        }
                    }
                }
            }
            continue;
        }
        // A line that passes empty cells has room there.
        let next = if line == 0 { path.turns.first() } else { path.turns.last() };
        if next.is_some_and(|&turn| turn != channel) {
            continue;
        }
        match side {
            Side::Right => {
                let is_end = matches!(path.lines[line], Line::To) && path.has_target_port();
                let needed = if is_end { arriving_behind(width) } else { leaving(width) };
                label_space.leaving = label_space.leaving.max(needed);
            }
            Side::Left => label_space.arriving = label_space.arriving.max(arriving(width)),
        }
        if let Some((group, extent)) = grid.frame_of(input, node)
            && (channel == extent.first || channel == extent.last + 1)
        {
            space.holds[group][side as usize] = true;
        }
    }
    for (label_space, width) in space.channels.iter_mut().zip(straight) {
        make_room_beside_tracks(label_space, width);
    }
    for route in routes.iter().filter(|route| route.path.from_side.is_none()) {
        let node = route.input(input).to;
        if let Some((group, extent)) = grid.frame_of(input, node)
            && grid.column_of(node) == extent.first
        {
            space.holds[group][Side::Left as usize] = true;
        }
    }
    for zones in tracks {
        for (zone, side) in [(Zone::InsideBefore, Side::Right), (Zone::InsideAfter, Side::Left)] {
            for turn in &zones[zone as usize].turns {
                let caller = routes[turn.route].input(input).from;
                if let Some(group) = input.nodes[caller].group {
                    space.holds[group][side as usize] = true;
                }
            }
        }
    }
    space
}

/// Labels of straight edges stand where the others do, on one side of the tracks that cross their line.
fn make_room_beside_tracks(space: &mut LabelSpace, width: f64) {
    if width > 0.0 && space.leaving < leaving(width) && space.arriving < arriving(width) {
        if space.arriving > space.leaving {
            space.arriving = arriving(width);
        } else {
            space.leaving = leaving(width);
        }
    }
}
