//! The legend's lines: where its entries stand in a width, for those who draw it and for those who need its height.

use crate::geometry::Point;

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
}
