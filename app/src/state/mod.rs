//! What the page knows, and what a visitor can have it do; every pane reads it, and none is known here.

mod announcer;
mod app_state;
mod counts;
mod document;
mod editing;
pub(crate) mod examples;
mod items;
mod lazy_analysis;
mod navigation;
mod opening;
mod picture;
mod picture_state;
mod preview;
mod printing;
mod reach;
mod row;
mod selection;
mod snapshot;
mod target;
mod theme;
mod view;

pub(crate) use app_state::AppState;
pub(crate) use counts::count_of;
pub(crate) use document::Document;
pub(crate) use editing::{apply_edits, apply_fix};
pub(crate) use items::{Item, ItemKey, Items};
pub(crate) use navigation::{ask_what_if, explain, go_to};
pub(crate) use opening::{open_file, open_text, restore_draft};
pub(crate) use picture::Picture;
pub(crate) use preview::WhatIfPreview;
pub(crate) use reach::ReachHighlight;
pub(crate) use row::Row;
pub(crate) use snapshot::Snapshot;
pub(crate) use target::Target;
pub(crate) use theme::Theme;
pub(crate) use view::{Panel, View};
