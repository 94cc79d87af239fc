//! The legend: how wide it is in a room, and where its entries stand in a width, for those who draw it and for those who
//! need its size.

use super::room::Room;
use crate::geometry::{Point, Size};
use crate::layout::input::LayoutInput;
use crate::layout::spacing::MARGIN;

/// Between two entries.
const BETWEEN: f64 = 24.0;
/// Height of a line of entries.
const LINE: f64 = 22.0;
/// Below the last line.
const FOOT: f64 = 6.0;

/// Where every entry begins, line by line, in a width: its left end and its middle.
pub fn legend_places(entries: impl IntoIterator<Item = f64>, width: f64) -> Vec<Point> {
    let mut at = Point::new(0.0, LINE / 2.0);
    let place = |entry: f64| {
        if at.x > 0.0 && at.x + entry > width {
            at = Point::new(0.0, at.y + LINE);
        }
        let place = at;
        at.x += entry + BETWEEN;
        place
    };
    entries.into_iter().map(place).collect()
}

/// The height that the legend takes in a width.
pub fn legend_height(entries: impl IntoIterator<Item = f64>, width: f64) -> f64 {
    legend_places(entries, width).last().map_or(0.0, |last| last.y + LINE / 2.0 + FOOT)
}

/// The size of a drawing with its legend, which explains these numbers.
pub(super) fn size_with_legend(input: &LayoutInput, drawing: Size, numbers: &[usize]) -> Size {
    let numbers = numbers.iter().map(|&number| input.numbers[number]);
    let entries: Vec<f64> = input.legend.iter().copied().chain(numbers).collect();
    let width = width_with_legend(&entries, drawing, input.room);
    let height = drawing.height + legend_height(entries, width - 2.0 * MARGIN);
    Size { width, height }
}

/// The width of a drawing with its legend: that of the drawing, or as much more as it takes to have fewer lines, where the
/// room has it. The drawing does not become smaller for it.
fn width_with_legend(entries: &[f64], drawing: Size, room: Room) -> f64 {
    let available = if room.height < Room::OPEN {
        room.width * (drawing.height + LINE + FOOT) / room.height
    } else {
        room.width
    };
    let height = |width: f64| legend_height(entries.iter().copied(), width - 2.0 * MARGIN);
    let least = height(available);
    if available <= drawing.width || height(drawing.width) <= least {
        return drawing.width;
    }
    let (mut narrow, mut wide) = (drawing.width, available);
    while wide - narrow > 1.0 {
        let middle = f64::midpoint(narrow, wide);
        if height(middle) > least { narrow = middle } else { wide = middle }
    }
    wide.ceil().min(available)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_that_do_not_fit_go_to_the_next_line() {
        assert_eq!(legend_height([], 100.0), 0.0);
        assert_eq!(legend_height([40.0, 36.0], 100.0), LINE + FOOT);
        assert_eq!(legend_height([40.0, 37.0], 100.0), 2.0 * LINE + FOOT);
        assert_eq!(legend_places([300.0, 300.0], 100.0)[1], Point::new(0.0, 1.5 * LINE));
    }

    #[test]
    fn a_legend_is_wider_than_the_drawing_only_where_the_room_is() {
        let entries = [100.0; 5];
        let line = |of: f64| of * 100.0 + (of - 1.0) * BETWEEN + 2.0 * MARGIN;
        let width = |width, height, room| width_with_legend(&entries, Size { width, height }, room);
        let room = |width, height| Room { width, height };
        // As wide as fewer lines need it, and not wider.
        let near = |width: f64, needed: f64| width >= needed && width < needed + 2.0;
        assert!(near(width(300.0, 600.0, room(1280.0, 800.0)), line(5.0)));
        assert!(near(width(300.0, 600.0, room(500.0, 800.0)), line(3.0)));
        assert_eq!(width(300.0, 600.0, room(400.0, 800.0)), 300.0);
        assert_eq!(width(800.0, 600.0, room(1280.0, 800.0)), 800.0);
        // Where the page scrolls, the room is as wide as it is at full size.
        let scrolling = |width| room(width, Room::OPEN);
        assert!(near(width(200.0, 600.0, scrolling(700.0)), line(5.0)));
        assert!(near(width(200.0, 600.0, scrolling(336.0)), line(2.0)));
    }
}
