//! Inset: a drawing stands in the middle above a legend that is wider than the drawing itself.
//!
//! Needs: the finished layout. Everything in it moves to the right, so nothing else changes. O(n + m).

use super::legend::size_with_legend;
use super::search::numbers_shown;
use crate::geometry::{Point, Rect};
use crate::layout::input::LayoutInput;
use crate::layout::output::{Band, Layout};

/// How much a layout has to have free on either side for its legend.
pub(crate) fn for_legend(input: &LayoutInput, layout: &Layout) -> u16 {
    let numbers = numbers_shown(input, layout);
    let wider = size_with_legend(input, layout.size, &numbers).width - layout.size.width;
    (wider / 2.0).ceil() as u16
}

/// The layout with so much free on either side.
pub(crate) fn inset(mut layout: Layout, inset: u16) -> Layout {
    let by = f64::from(inset);
    let point = |point: &mut Point| point.x += by;
    let rect = |rect: &mut Rect| rect.x += by;
    let band = |band: &mut Band| {
        band.start += by;
        band.end += by;
    };
    layout.form.inset = inset;
    layout.size.width += 2.0 * by;
    for frame in layout.files.iter_mut().chain(&mut layout.lanes).chain(&mut layout.groups) {
        rect(&mut frame.rect);
        point(&mut frame.heading);
    }
    layout.nodes.iter_mut().for_each(rect);
    for edge in &mut layout.edges {
        edge.route.iter_mut().for_each(point);
        edge.label.iter_mut().for_each(|(_, card)| rect(card));
    }
    layout.trunks.iter_mut().for_each(|trunk| point(&mut trunk.foot));
    layout.undrawn.iter_mut().flatten().for_each(point);
    for column in &mut layout.columns {
        column.left += by;
        column.right += by;
    }
    layout.grid.columns.iter_mut().for_each(band);
    for channel in &mut layout.grid.column_channels {
        band(&mut channel.borders);
        channel.tracks.iter_mut().for_each(band);
    }
    layout
}
