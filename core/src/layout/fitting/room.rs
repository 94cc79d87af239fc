//! The room that a drawing is laid out for.

use std::fmt;

use crate::geometry::Size;

/// Steps in which a room grows, in CSS pixels: while somebody drags a border, the drawing is not laid out at every pixel.
const STEP: f64 = 48.0;
/// The smallest room that is told from others.
const LEAST: f64 = 192.0;

/// The room that a drawing is laid out for, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// How wide it is.
    pub width: f64,
    /// How high it is; [`Room::OPEN`] where the page scrolls.
    pub height: f64,
}

impl Default for Room {
    /// A picture on its own: 16:10.
    fn default() -> Self {
        Self { width: 1280.0, height: 800.0 }
    }
}

impl Room {
    /// The height of a room that is as high as need be.
    pub const OPEN: f64 = 100_000.0;

    /// The class of rooms that a room of this size belongs to: the smallest of them, so that what fits there fits in all.
    pub fn class_of(size: Size) -> Self {
        let step = |side: f64| {
            if side < Self::OPEN { ((side / STEP).floor() * STEP).max(LEAST) } else { Self::OPEN }
        };
        Self { width: step(size.width), height: step(size.height) }
    }

    /// The largest zoom at which a drawing of this size is seen whole.
    pub fn zoom(self, size: Size) -> f64 {
        (self.width / size.width.max(1.0)).min(self.height / size.height.max(1.0))
    }
}

impl fmt::Display for Room {
    /// As the command line takes it: `960x540`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{}", self.width, self.height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_changes_its_class_in_steps() {
        let class = |width, height| Room::class_of(Size { width, height });
        assert_eq!(class(870.0, 440.0), class(900.0, 470.0));
        assert_ne!(class(870.0, 440.0), class(920.0, 440.0));
        assert_eq!(class(10.0, Room::OPEN), Room { width: LEAST, height: Room::OPEN });
    }

    #[test]
    fn the_narrower_side_decides() {
        let room = Room { width: 400.0, height: 300.0 };
        assert_eq!(room.zoom(Size { width: 800.0, height: 100.0 }), 0.5);
        assert_eq!(room.zoom(Size { width: 100.0, height: 600.0 }), 0.5);
    }
}
