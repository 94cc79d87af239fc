//! Where the card stands in the pane: beside what it explains, and over nothing that it lights.

use blueprint_lens_core::scene::{Point, Rect, Size};

/// Distance to what it belongs to, and to the sides of the pane.
const GAP: f64 = 10.0;
/// A pane narrower than this is a phone's.
const NARROW: f64 = 500.0;
/// The most of a narrow pane's height that the card takes.
const SHARE: f64 = 0.45;

/// Heights of a card that has no room for all of it.
const LOWER: [f64; 6] = [320.0, 240.0, 180.0, 130.0, 90.0, 66.0];

/// Where the upper left corner of the card is, and how high the card may be.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct CardPosition {
    /// Its upper left corner.
    pub(super) at: Point,
    /// Most height.
    pub(super) height: f64,
}

/// Puts a card of a size beside `rect`, where it covers least of `rect` and of the boxes that are lit; near `rect` among
/// equals. Where there is no free place for all of it, it is lower, and scrolls, if it `may_scroll`: one without anything
/// to press could not be scrolled by keyboard.
pub(super) fn position(
    rect: Rect,
    lit: &[Rect],
    pane: Size,
    card: Size,
    may_scroll: bool,
) -> CardPosition {
    let share = if may_scroll && pane.width < NARROW { SHARE } else { 1.0 };
    let most = (pane.height * share - 2.0 * GAP).max(GAP);
    let is_lower = |height: &f64| may_scroll && *height < card.height.min(most);
    let lower = LOWER.into_iter().filter(is_lower);
    let mut best: Option<(f64, CardPosition)> = None;
    for height in std::iter::once(most).chain(lower) {
        let card = Size { height: card.height.min(height), ..card };
        let (covered, at) = place(rect, lit, pane, card);
        if best.is_none_or(|(least, _)| covered < least) {
            best = Some((covered, CardPosition { at, height }));
        }
        if covered == 0.0 {
            break;
        }
    }
    best.map_or(CardPosition::default(), |(_, position)| position)
}

/// The best place for a card of exactly that size, and how much it covers there.
fn place(rect: Rect, lit: &[Rect], pane: Size, card: Size) -> (f64, Point) {
    let most = Point::new(
        (pane.width - card.width - GAP).max(GAP),
        (pane.height - card.height - GAP).max(GAP),
    );
    let mut best: Option<((f64, f64), Point)> = None;
    for candidate in candidates(rect, card, pane) {
        let at = Point::new(candidate.x.clamp(GAP, most.x), candidate.y.clamp(GAP, most.y));
        let place = Rect::new(at.x, at.y, card.width, card.height);
        let covered: f64 = lit.iter().map(|&lit| shared(place, lit)).sum();
        let cost = (covered + shared(place, rect), distance(place, rect));
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, at));
        }
    }
    best.map_or((0.0, Point::ORIGIN), |((covered, _), at)| (covered, at))
}

/// Upper left corners to compare, the ones to prefer among equals first: on each side of the box, along with its borders,
/// and along the sides of the pane.
fn candidates(rect: Rect, card: Size, pane: Size) -> Vec<Point> {
    let right = rect.right() + GAP;
    let left = rect.x - GAP - card.width;
    let below = rect.bottom() + GAP;
    let above = rect.y - GAP - card.height;
    let tops = [rect.y, rect.bottom() - card.height, 0.0, pane.height];
    let lefts = [rect.x, rect.right() - card.width, 0.0, pane.width];
    let mut out = Vec::new();
    out.extend(tops[..2].iter().flat_map(|&y| [Point::new(right, y), Point::new(left, y)]));
    out.extend(lefts[..2].iter().flat_map(|&x| [Point::new(x, below), Point::new(x, above)]));
    out.extend(tops.iter().flat_map(|&y| [Point::new(right, y), Point::new(left, y)]));
    out.extend(lefts.iter().flat_map(|&x| [Point::new(x, below), Point::new(x, above)]));
    out.extend(
        [0.0, pane.width].iter().flat_map(|&x| [0.0, pane.height].map(|y| Point::new(x, y))),
    );
    out
}

/// The area that two boxes share.
fn shared(a: Rect, b: Rect) -> f64 {
    let width = a.right().min(b.right()) - a.x.max(b.x);
    let height = a.bottom().min(b.bottom()) - a.y.max(b.y);
    width.max(0.0) * height.max(0.0)
}

/// How far two boxes are apart.
fn distance(a: Rect, b: Rect) -> f64 {
    let gap = |start: f64, end: f64, other: f64, other_end: f64| {
        (other - end).max(start - other_end).max(0.0)
    };
    gap(a.x, a.right(), b.x, b.right()) + gap(a.y, a.bottom(), b.y, b.bottom())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PANE: Size = Size { width: 900.0, height: 600.0 };
    const CARD: Size = Size { width: 300.0, height: 200.0 };

    fn placed(rect: Rect, lit: &[Rect], pane: Size) -> Rect {
        let CardPosition { at, height } = position(rect, lit, pane, CARD, true);
        Rect::new(at.x, at.y, CARD.width, CARD.height.min(height))
    }

    #[test]
    fn the_card_stands_beside_its_item() {
        let item = Rect::new(100.0, 100.0, 200.0, 60.0);
        assert_eq!(placed(item, &[], PANE), Rect::new(310.0, 100.0, 300.0, 200.0));
        let right = Rect::new(680.0, 500.0, 200.0, 60.0);
        assert_eq!(placed(right, &[], PANE), Rect::new(370.0, 390.0, 300.0, 200.0));
    }

    #[test]
    fn it_covers_nothing_that_it_lights() {
        let item = Rect::new(300.0, 200.0, 180.0, 60.0);
        let lit = [Rect::new(560.0, 180.0, 180.0, 60.0), Rect::new(30.0, 200.0, 180.0, 60.0), item];
        let card = placed(item, &lit, PANE);
        assert!(lit.iter().all(|&lit| shared(card, lit) == 0.0), "{card:?}");
        assert!(Rect::new(0.0, 0.0, PANE.width, PANE.height).contains(card));
    }

    #[test]
    fn it_is_lower_where_there_is_no_room_for_all_of_it() {
        let item = Rect::new(220.0, 180.0, 240.0, 60.0);
        let pane = Size { width: 700.0, height: 380.0 };
        let card = placed(item, &[item], pane);
        assert!(card.height < CARD.height && shared(card, item) == 0.0, "{card:?}");
    }

    #[test]
    fn on_a_phone_it_takes_less_than_half() {
        let pane = Size { width: 390.0, height: 400.0 };
        let item = Rect::new(40.0, 120.0, 180.0, 40.0);
        let card = placed(item, &[item], pane);
        assert!(card.height < 200.0 && shared(card, item) == 0.0, "{card:?}");
    }

    #[test]
    fn without_anything_to_press_all_of_it_is_shown() {
        let pane = Size { width: 390.0, height: 400.0 };
        let item = Rect::new(40.0, 120.0, 180.0, 40.0);
        let CardPosition { at, height } = position(item, &[item], pane, CARD, false);
        assert!(height >= CARD.height && at.y + CARD.height <= pane.height, "{at:?} {height}");
    }

    #[test]
    fn it_stays_in_sight_when_its_item_is_not() {
        let card = placed(Rect::new(-500.0, -300.0, 200.0, 60.0), &[], PANE);
        assert!(Rect::new(0.0, 0.0, PANE.width, PANE.height).contains(card));
    }
}
