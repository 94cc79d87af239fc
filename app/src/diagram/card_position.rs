//! Where the card stands in the pane.

use blueprint_lens_core::scene::{Rect, Size};

/// Room that a card may need, in CSS pixels.
const WIDTH: f64 = 300.0;
/// Room below, before the card goes above.
const HEIGHT: f64 = 240.0;
/// Distance to what it belongs to.
const GAP: f64 = 10.0;

/// The distances of the card to two sides of the pane, and the room that they leave.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct CardPosition {
    pub(super) left: Option<f64>,
    pub(super) right: Option<f64>,
    pub(super) top: Option<f64>,
    pub(super) bottom: Option<f64>,
    /// Most height.
    pub(super) height: f64,
}

/// Below a box of the pane, above it where there is more room, and never out of sight.
pub(super) fn position(rect: Rect, pane: Size) -> CardPosition {
    let below = pane.height - rect.bottom();
    let mut position = CardPosition::default();
    if below >= HEIGHT || below >= rect.y {
        position.top = Some((rect.bottom() + GAP).clamp(GAP, (pane.height - HEIGHT).max(GAP)));
    } else {
        position.bottom =
            Some((pane.height - rect.y + GAP).clamp(GAP, (pane.height - HEIGHT).max(GAP)));
    }
    let taken = position.top.or(position.bottom).unwrap_or_default();
    position.height = (pane.height - taken - GAP).max(GAP);
    if rect.x + WIDTH <= pane.width {
        position.left = Some(rect.x.max(GAP));
    } else {
        // A pane that is narrower than that shows the card's beginning.
        position.right =
            Some((pane.width - rect.right()).clamp(GAP, (pane.width - WIDTH - GAP).max(GAP)));
    }
    position
}

#[cfg(test)]
mod tests {
    use super::*;

    const PANE: Size = Size { width: 800.0, height: 600.0 };

    #[test]
    fn the_card_stands_below_and_turns_at_the_borders() {
        let low = position(Rect::new(100.0, 100.0, 200.0, 60.0), PANE);
        assert_eq!((low.left, low.top), (Some(100.0), Some(170.0)));
        let corner = position(Rect::new(590.0, 530.0, 200.0, 60.0), PANE);
        assert_eq!((corner.right, corner.bottom), (Some(10.0), Some(80.0)));
    }

    #[test]
    fn the_card_stays_in_sight_when_its_item_is_not() {
        let gone = position(Rect::new(-500.0, -300.0, 200.0, 60.0), PANE);
        assert_eq!((gone.left, gone.top), (Some(GAP), Some(GAP)));
    }
}
