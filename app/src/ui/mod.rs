//! Bricks of the page that know nothing of its state.

mod button;
mod dialog;
mod finding;
mod icon;
mod menu;
mod severity;
mod splitter;

pub(crate) use button::IconButton;
pub(crate) use dialog::Dialog;
pub(crate) use finding::push_finding_text;
pub(crate) use icon::Icon;
pub(crate) use menu::{Menu, MenuItem};
pub(crate) use severity::push_severity_mark;
pub(crate) use splitter::{Axis, Splitter};
