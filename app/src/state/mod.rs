//! What the page knows, and what a visitor can have it do; every pane reads it, and none is known here.

mod announcer;
mod app_state;
mod checking;
mod choosing;
mod compared;
mod comparing;
mod counts;
mod document;
mod draft_title;
mod drafts;
mod editing;
pub(crate) mod examples;
mod former;
mod items;
mod lazy_analysis;
mod navigation;
mod open_files;
mod opening;
mod outgoing;
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
mod travel;
mod view;

pub(crate) use app_state::AppState;
pub(crate) use checking::{NO_RULES, follow_rules, load_rules, unchecked_words};
pub(crate) use choosing::{
    compare_with, compare_with_clipboard, compare_with_file, show_former, stop_comparing,
    takes_former,
};
pub(crate) use counts::count_of;
pub(crate) use document::Document;
pub(crate) use draft_title::describe_draft;
pub(crate) use drafts::Keeping;
pub(crate) use editing::{apply_edits, apply_fix, undo, undo_from_anywhere};
pub(crate) use former::Former;
pub(crate) use items::{Item, ItemKey, Items};
pub(crate) use navigation::{ask_what_if, explain, go_to, select_lines};
pub(crate) use opening::{
    add_files, close_file, keep_both, open_clipboard, open_draft, open_empty, open_file, open_text,
    other_drafts, take_theirs,
};
pub(crate) use outgoing::{KeptSecrets, OutgoingText};
pub(crate) use picture::Picture;
pub(crate) use preview::WhatIfPreview;
pub(crate) use reach::ReachHighlight;
pub(crate) use row::Row;
pub(crate) use snapshot::Snapshot;
pub(crate) use target::Target;
pub(crate) use theme::Theme;
pub(crate) use travel::follow_history;
pub(crate) use view::{Panel, View};
