//! Going from one pane to another.

use blueprint_lens_core::html::Places;
use blueprint_lens_core::text::{Files, Span};
use blueprint_lens_core::wording::sentence::capitalised;
use leptos::prelude::Set as _;

use super::app_state::AppState;
use super::editing::refuses_edits;
use super::view::{Panel, View};
use crate::engine::bundle;
use crate::platform::{self, editor};

/// Puts the cursor where `span` begins, in the middle of the view, and says where that is.
///
/// `focus` moves the keyboard focus along; `what` names the thing gone to.
pub(crate) fn go_to(state: AppState, span: Span, what: &str, focus: bool) {
    if refuses_edits(state) {
        return;
    }
    let snapshot = state.document.now();
    let (text, files) = (snapshot.analysis.text(), snapshot.analysis.files());
    let (file, [offset, _]) = bundle::locate(files, text, span);
    editor::reveal(file, offset, focus);
    announce_lines(state, files, Span::at(span.start()), what);
}

/// Selects the lines of `span` in the editor, and says which they are.
pub(crate) fn select_lines(state: AppState, span: Span, what: &str) {
    if refuses_edits(state) {
        return;
    }
    let snapshot = state.document.now();
    let (whole, files) = (snapshot.analysis.text(), snapshot.analysis.files());
    let (file, place, meant) = (files.of(span.start()), files.of_span(span), files.lines_of(span));
    let (text, lines) = (place.span.slice(whole), &place.lines);
    let start = lines.line_range(*meant.start(), text).start;
    let end = lines.line_range(*meant.end(), text).end;
    editor::select(file.0, lines.utf16(start, text) as u32, lines.utf16(end, text) as u32);
    announce_lines(state, files, span, what);
}

/// Says on which lines a span is, and what is there.
fn announce_lines(state: AppState, files: &Files, span: Span, what: &str) {
    let words = Places::among(files).all_words(span);
    // Of several files, the name of one comes first, as it is.
    let words = if files.count() == 1 { capitalised(&words) } else { words };
    state.announcer.announce(format!("{words}, {what}"));
}

/// Opens the explanation of a pair: the ids of caller and callee.
pub(crate) fn explain(state: AppState, pair: (String, String)) {
    state.reach.opened.set(Some(pair));
    state.view.view.set(View::Reach);
    // The explanation exists after the next round of effects.
    platform::next_frame(|| {
        platform::focus(".reach-detail");
    });
}

/// Opens the what-if choices for a node.
pub(crate) fn ask_what_if(state: AppState, node: String) {
    state.selection.dismissed.set(true);
    state.reach.subject.set(Some(node));
    state.view.panel.set(Some(Panel::WhatIf));
}
