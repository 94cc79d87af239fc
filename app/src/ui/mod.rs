//! Bricks that know nothing of Blueprints.

mod button;
mod dialog;
mod icon;
mod keyed;
mod menu;
mod severity;
mod splitter;

pub(crate) use button::IconButton;
pub(crate) use dialog::Dialog;
pub(crate) use icon::Icon;
pub(crate) use keyed::Keyed;
pub(crate) use menu::{Menu, MenuItem};
pub(crate) use severity::push_severity_mark;
pub(crate) use splitter::{Axis, Splitter};
