//! Bricks of the page that know nothing of its state.

mod button;
mod dialog;
mod icon;
mod menu;
mod splitter;
mod text_row;

pub(crate) use button::IconButton;
pub(crate) use dialog::Dialog;
pub(crate) use icon::Icon;
pub(crate) use menu::{Menu, MenuItem};
pub(crate) use splitter::{Axis, Splitter};
pub(crate) use text_row::TextRow;
