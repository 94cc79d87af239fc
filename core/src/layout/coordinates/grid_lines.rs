//! Grid lines: the grid in numbers, for whoever wants to see what the layout works with.

use super::x::XCoordinates;
use super::y::YCoordinates;
use crate::layout::output::{Band, Channel, GridLines};
use crate::layout::ports::assign::Sizes;
use crate::layout::tracks::columns::ColumnTracks;
use crate::layout::tracks::rows::RowTracks;

/// Reads rows, columns and channels off the coordinates.
pub(crate) fn grid_lines(
    sizes: &Sizes,
    row_tracks: &[RowTracks],
    column_tracks: &[ColumnTracks],
    x: &XCoordinates,
    y: &YCoordinates,
) -> GridLines {
    let rows = y.rows.iter().zip(&sizes.row_half);
    let row_channels = y.channel_borders.iter().zip(&y.channels).zip(row_tracks);
    let lefts = std::iter::once(x.lanes.0).chain(x.columns.iter().map(|column| column.1));
    let rights = x.columns.iter().map(|column| column.0).chain([x.lanes.1]);
    let column_channels = lefts.zip(rights).zip(x.zones.iter().zip(column_tracks));
    GridLines {
        rows: rows
            .map(|(middle, half)| Band { start: middle - half, end: middle + half })
            .collect(),
        columns: x.columns.iter().map(|&(start, end)| Band { start, end }).collect(),
        row_channels: row_channels
            .map(|((&(start, end), &first), tracks)| Channel {
                borders: Band { start, end },
                tracks: used(first, tracks.height).into_iter().collect(),
            })
            .collect(),
        column_channels: column_channels
            .map(|((start, end), (starts, zones))| Channel {
                borders: Band { start, end },
                tracks: starts.iter().zip(zones).filter_map(|(&at, z)| used(at, z.width)).collect(),
            })
            .collect(),
    }
}

/// What tracks cover, if there are any.
fn used(start: f64, width: f64) -> Option<Band> {
    (width > 0.0).then_some(Band { start, end: start + width })
}
