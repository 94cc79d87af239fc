//! The few shapes everything is drawn with. Colours, widths and fonts come from style classes.

use crate::geometry::{Point, Rect};

/// Something to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A box with rounded corners.
    Rect {
        /// Where.
        rect: Rect,
        /// Corner radius.
        radius: f64,
        /// Style class or classes.
        class: &'static str,
    },
    /// A circle.
    Circle {
        /// Middle.
        center: Point,
        /// Radius.
        radius: f64,
        /// Style class or classes.
        class: &'static str,
    },
    /// A path in SVG's path language.
    Path {
        /// The commands, numbers rounded to two decimals.
        d: String,
        /// Style class or classes.
        class: &'static str,
    },
    /// One line of text.
    Text {
        /// Where the baseline starts, ends or has its middle.
        at: Point,
        /// The text as shown, shortened if need be.
        text: String,
        /// Its measured width.
        width: f64,
        /// Which end of the text stands at `at`.
        anchor: Anchor,
        /// Style class or classes.
        class: &'static str,
        /// Turned by this many degrees around `at`; 0 for upright.
        rotate: f64,
    },
}

/// Which part of a text stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}
