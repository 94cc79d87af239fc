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

#[cfg(test)]
mod tests {
    use crate::layout::{
        LaneInput, LayoutInput, NodeInput, PreviousLayout, Role, Room, Tier, layout,
        layout_with_previous,
    };

    /// One node, with a legend of such entries, in a wide room.
    fn input(legend: &[f64]) -> LayoutInput {
        LayoutInput {
            lanes: vec![LaneInput::new(Tier::Region, vec![60.0])],
            nodes: vec![NodeInput::new(0, Role::Private, 120.0)],
            legend: legend.to_vec(),
            room: Room { width: 2400.0, height: 400.0 },
            ..LayoutInput::default()
        }
    }

    #[test]
    fn the_drawing_stands_in_the_middle_above_a_wider_legend() {
        let (alone, above) = (layout(&input(&[100.0])), layout(&input(&[300.0; 2])));
        assert_eq!(alone.form.inset, 0);
        let by = f64::from(above.form.inset);
        assert!(by > 0.0);
        assert_eq!(above.size.width, alone.size.width + 2.0 * by);
        assert_eq!(above.nodes[0].x, alone.nodes[0].x + by);
        assert_eq!(above.lanes[0].rect.x, alone.lanes[0].rect.x + by);
        assert_eq!(above.lanes[0].heading.x, alone.lanes[0].heading.x + by);
    }

    #[test]
    fn what_is_shown_stays_where_it_is_though_the_legend_changes() {
        let before = layout(&input(&[300.0; 2]));
        let previous = PreviousLayout {
            nodes: before.nodes.iter().copied().map(Some).collect(),
            lanes: before.lanes.iter().map(|lane| Some(lane.rect)).collect(),
            form: before.form,
        };
        assert_eq!(layout_with_previous(&input(&[100.0]), &previous), before);
    }
}
