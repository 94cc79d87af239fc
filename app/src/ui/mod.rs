//! Bricks that know nothing of Blueprints.

mod button;
mod dialog;
mod icon;
mod menu;
mod prose;
mod severity;
mod splitter;

pub(crate) use button::IconButton;
pub(crate) use dialog::Dialog;
pub(crate) use icon::Icon;
pub(crate) use menu::{Menu, MenuItem};
pub(crate) use prose::Prose;
pub(crate) use severity::SeverityMark;
pub(crate) use splitter::{Axis, Splitter};
