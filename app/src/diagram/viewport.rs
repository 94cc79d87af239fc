//! Which part of the picture is seen: pan, zoom and fit as plain arithmetic.

use blueprint_lens_core::scene::{Point, Rect, Size};

/// Smallest and largest zoom.
const ZOOM: (f64, f64) = (0.1, 4.0);
/// A fitted picture is not blown up beyond this.
const FIT_MOST: f64 = 1.15;
/// A picture that would have to become smaller than this to be seen whole is not: nobody could read it.
const FIT_LEAST: f64 = 0.22;
/// It is shown from its beginning at this zoom instead.
pub(super) const READABLE: f64 = 0.75;
/// Free space around a fitted picture, in CSS pixels; the picture brings a margin of its own.
const MARGIN: f64 = 4.0;
/// Free space around what is moved into sight.
const AROUND: f64 = 24.0;

/// The picture's origin in the pane, in CSS pixels, and its zoom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Viewport {
    /// Where the picture's left edge lies.
    pub(crate) x: f64,
    /// Where its upper edge lies.
    pub(crate) y: f64,
    /// CSS pixels per user unit.
    pub(crate) zoom: f64,
}

impl Viewport {
    /// What a pane has for a fitted picture.
    pub(crate) fn room(pane: Size) -> Size {
        Size { width: pane.width - 2.0 * MARGIN, height: pane.height - 2.0 * MARGIN }
    }

    /// How high a pane of some width has to be for all of a picture that uses this width.
    pub(crate) fn needed_height(size: Size, width: f64) -> f64 {
        let whole = ((width - 2.0 * MARGIN).max(1.0) / size.width.max(1.0)).min(FIT_MOST);
        let zoom = if whole < FIT_LEAST { READABLE } else { whole };
        (size.height * zoom + 2.0 * MARGIN).ceil()
    }

    /// Shows the whole of a picture, however small that makes it.
    pub(crate) fn whole(size: Size, pane: Size) -> Self {
        let room = Self::room(pane);
        let zoom = (room.width.max(1.0) / size.width.max(1.0))
            .min(room.height.max(1.0) / size.height.max(1.0))
            .min(FIT_MOST);
        let start = |pane: f64, size: f64| (pane - size * zoom) / 2.0;
        Self { x: start(pane.width, size.width), y: start(pane.height, size.height), zoom }
    }

    /// Shows a picture of `size` in the middle of `pane`. One that is too large for that begins at its upper left, or as
    /// far down, and where the internet alone fills the pane as far right, as it takes to see one of its `boxes`.
    pub(crate) fn fit(size: Size, boxes: impl Iterator<Item = Rect>, pane: Size) -> Self {
        let whole = Self::whole(size, pane);
        if whole.zoom >= FIT_LEAST {
            return whole;
        }
        let start =
            |pane: f64, size: f64| ((pane - size * READABLE) / 2.0).max(MARGIN.min(pane / 10.0));
        let view = Self {
            x: start(pane.width, size.width),
            y: start(pane.height, size.height),
            zoom: READABLE,
        };
        let (across, further): (Vec<Rect>, Vec<Rect>) =
            boxes.partition(|&rect| view.on_pane(rect).center().x < pane.width);
        if let Some(top) = across.into_iter().min_by(|a, b| a.y.total_cmp(&b.y)) {
            return Self { y: view.reveal(top, pane).y, ..view };
        }
        let nearest =
            further.into_iter().min_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
        nearest.map_or(view, |nearest| view.reveal(nearest, pane))
    }

    /// Shows a box of the picture in the middle of the pane, large enough to be read.
    pub(crate) fn around(rect: Rect, pane: Size) -> Self {
        let rect = rect.grow(MARGIN);
        let room = |pane: f64, size: f64| (pane - 2.0 * MARGIN).max(1.0) / size.max(1.0);
        let zoom = room(pane.width, rect.width).min(room(pane.height, rect.height));
        Self { x: 0.0, y: 0.0, zoom: zoom.clamp(FIT_LEAST, FIT_MOST) }.center(rect.center(), pane)
    }

    /// Moves the picture.
    #[must_use]
    pub(crate) fn pan(self, dx: f64, dy: f64) -> Self {
        Self { x: self.x + dx, y: self.y + dy, ..self }
    }

    /// Zooms by `factor` around a point of the pane, which stays where it is.
    #[must_use]
    pub(crate) fn zoom_at(self, at: Point, factor: f64) -> Self {
        let zoom = (self.zoom * factor).clamp(ZOOM.0, ZOOM.1);
        let factor = zoom / self.zoom;
        Self { x: at.x - (at.x - self.x) * factor, y: at.y - (at.y - self.y) * factor, zoom }
    }

    /// Moves the picture so that a point of it is in the middle of the pane.
    #[must_use]
    pub(crate) fn center(self, at: Point, pane: Size) -> Self {
        Self {
            x: pane.width / 2.0 - at.x * self.zoom,
            y: pane.height / 2.0 - at.y * self.zoom,
            ..self
        }
    }

    /// The part of the picture's plane that a pane shows.
    pub(crate) fn seen(self, pane: Size) -> Rect {
        let Self { x, y, zoom } = self;
        Rect::new(-x / zoom, -y / zoom, pane.width / zoom, pane.height / zoom)
    }

    /// Where a box of the picture lies in the pane.
    pub(crate) fn on_pane(self, rect: Rect) -> Rect {
        Rect::new(
            self.x + rect.x * self.zoom,
            self.y + rect.y * self.zoom,
            rect.width * self.zoom,
            rect.height * self.zoom,
        )
    }

    /// Moves the picture by as little as it takes to see a box of it; one that is too large shows its upper left.
    #[must_use]
    pub(crate) fn reveal(self, rect: Rect, pane: Size) -> Self {
        let seen = self.on_pane(rect).grow(AROUND);
        let shift = |start: f64, end: f64, room: f64| {
            if start < 0.0 || end - start > room {
                -start
            } else if end > room {
                room - end
            } else {
                0.0
            }
        };
        let outside = |start: f64, end: f64, room: f64| start < 0.0 || end > room;
        let dx = if outside(seen.x, seen.right(), pane.width) {
            shift(seen.x, seen.right(), pane.width)
        } else {
            0.0
        };
        let dy = if outside(seen.y, seen.bottom(), pane.height) {
            shift(seen.y, seen.bottom(), pane.height)
        } else {
            0.0
        };
        self.pan(dx, dy)
    }

    /// The same, kept so that a part of the picture stays in the pane.
    #[must_use]
    pub(crate) fn within_reach(self, size: Size, pane: Size) -> Self {
        let clamp = |at: f64, size: f64, pane: f64| {
            let keep = (pane / 4.0).min(size * self.zoom / 2.0);
            at.clamp(keep - size * self.zoom, (pane - keep).max(keep - size * self.zoom))
        };
        Self {
            x: clamp(self.x, size.width, pane.width),
            y: clamp(self.y, size.height, pane.height),
            ..self
        }
    }

    /// The CSS `transform`, from its upper left corner, of a picture that is painted at the zoom `painted`.
    pub(crate) fn transform(self, painted: f64) -> String {
        format!("translate({:.1}px, {:.1}px) scale({:.4})", self.x, self.y, self.zoom / painted)
    }
}

#[cfg(test)]
mod tests {
    use std::iter;

    use super::*;

    const PANE: Size = Size { width: 800.0, height: 600.0 };

    #[test]
    fn a_small_picture_stands_in_the_middle_and_is_hardly_blown_up() {
        let view = Viewport::fit(Size { width: 200.0, height: 100.0 }, iter::empty(), PANE);
        assert_eq!(view.zoom, FIT_MOST);
        let shown = view.on_pane(Rect::new(0.0, 0.0, 200.0, 100.0));
        assert_eq!(shown.center(), Point::new(400.0, 300.0));
    }

    #[test]
    fn a_picture_that_fits_is_seen_whole() {
        let size = Size { width: 1200.0, height: 500.0 };
        let low = iter::once(Rect::new(0.0, 480.0, 20.0, 20.0));
        let view = Viewport::fit(size, low, PANE);
        let shown = view.on_pane(Rect::new(0.0, 0.0, size.width, size.height));
        assert!(Rect::new(0.0, 0.0, PANE.width, PANE.height).contains(shown));
    }

    #[test]
    fn a_pane_of_the_needed_height_shows_all_at_the_full_width() {
        let size = Size { width: 500.0, height: 1200.0 };
        let height = Viewport::needed_height(size, 390.0);
        let view = Viewport::fit(size, iter::empty(), Size { width: 390.0, height });
        let shown = view.on_pane(Rect::new(0.0, 0.0, size.width, size.height));
        assert!((shown.width - (390.0 - 2.0 * MARGIN)).abs() < 1.0, "{shown:?}");
        assert!(shown.bottom() <= height);
    }

    #[test]
    fn a_huge_picture_stays_readable_and_begins_at_its_upper_left() {
        let view = Viewport::fit(Size { width: 9000.0, height: 9000.0 }, iter::empty(), PANE);
        assert_eq!(view.zoom, READABLE);
        assert!(view.x >= 0.0 && view.y >= 0.0);
    }

    #[test]
    fn a_huge_picture_is_not_empty_at_first_sight() {
        let size = Size { width: 9000.0, height: 9000.0 };
        let boxes = [(5000.0, 100.0), (100.0, 3000.0), (100.0, 2000.0)]
            .map(|(x, y)| Rect::new(x, y, 150.0, 50.0));
        let view = Viewport::fit(size, boxes.into_iter(), PANE);
        assert!(Rect::new(0.0, 0.0, PANE.width, PANE.height).contains(view.on_pane(boxes[2])));
        assert_eq!(view.x, Viewport::fit(size, iter::empty(), PANE).x);
    }

    #[test]
    fn a_wide_internet_is_not_all_that_is_seen() {
        let size = Size { width: 9000.0, height: 9000.0 };
        let boxes = [(4000.0, 100.0), (2000.0, 100.0), (2000.0, 300.0)]
            .map(|(x, y)| Rect::new(x, y, 150.0, 50.0));
        let view = Viewport::fit(size, boxes.into_iter(), PANE);
        assert!(Rect::new(0.0, 0.0, PANE.width, PANE.height).contains(view.on_pane(boxes[1])));
    }

    #[test]
    fn zooming_keeps_the_point_under_the_pointer() {
        let view = Viewport { x: 30.0, y: 40.0, zoom: 1.0 };
        let at = Point::new(230.0, 140.0);
        let zoomed = view.zoom_at(at, 2.0);
        let user =
            |view: Viewport| Point::new((at.x - view.x) / view.zoom, (at.y - view.y) / view.zoom);
        assert_eq!(user(view), user(zoomed));
        assert_eq!(view.zoom_at(at, 1e9).zoom, ZOOM.1);
        assert_eq!(view.zoom_at(at, 1e-9).zoom, ZOOM.0);
    }

    #[test]
    fn revealing_moves_only_what_is_out_of_sight() {
        let view = Viewport { x: 0.0, y: 0.0, zoom: 1.0 };
        assert_eq!(view.reveal(Rect::new(100.0, 100.0, 50.0, 50.0), PANE), view);
        let moved = view.reveal(Rect::new(900.0, -80.0, 50.0, 50.0), PANE);
        let seen = moved.on_pane(Rect::new(900.0, -80.0, 50.0, 50.0));
        assert!(Rect::new(0.0, 0.0, PANE.width, PANE.height).contains(seen));
    }

    #[test]
    fn what_is_centred_is_in_the_middle_of_what_is_seen() {
        let view = Viewport { x: 30.0, y: 40.0, zoom: 0.5 }.center(Point::new(700.0, 20.0), PANE);
        assert_eq!(view.seen(PANE).center(), Point::new(700.0, 20.0));
        assert_eq!(view.seen(PANE).width, 1600.0);
    }

    #[test]
    fn the_picture_cannot_be_lost() {
        let size = Size { width: 1000.0, height: 400.0 };
        let lost = Viewport { x: 90_000.0, y: -90_000.0, zoom: 1.0 }.within_reach(size, PANE);
        let shown = lost.on_pane(Rect::new(0.0, 0.0, size.width, size.height));
        assert!(shown.overlaps(Rect::new(0.0, 0.0, PANE.width, PANE.height)));
    }
}
