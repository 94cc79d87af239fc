//! Edits of the text, made by the editor so that they can be undone.

use blueprint_lens_core::text::TextEdit;
use leptos::ev::KeyboardEvent;

use super::app_state::AppState;
use crate::engine::bundle;
use crate::platform;
use crate::platform::editor::{self, Replacement};

/// Applies a fix of the present text: the indices of a finding and of its fix.
pub(crate) fn apply_fix(state: AppState, finding: usize, fix: usize) {
    let snapshot = state.document.now();
    let finding = snapshot.diagnostics().get(finding);
    if let Some(fix) = finding.and_then(|finding| finding.fixes.get(fix)) {
        apply_edits(state, &fix.title, &fix.edits);
    }
}

/// Applies edits of the present text as one step, and says what was done.
pub(crate) fn apply_edits(state: AppState, title: &str, edits: &[TextEdit]) {
    if refuses_edits(state) {
        return;
    }
    let snapshot = state.document.now();
    let (text, files) = (snapshot.analysis.text(), snapshot.analysis.files());
    let replacement = |edit: &TextEdit| {
        let (file, [from, to]) = bundle::locate(files, text, edit.span);
        Replacement { file: file as u32, from, to, text: edit.text.clone() }
    };
    if editor::apply(&edits.iter().map(replacement).collect::<Vec<_>>()) {
        state.announcer.notify_undoable(format!("Done: {title}"));
    } else {
        state.announcer.notify("The text has changed since. Try again when it has been analysed.");
    }
}

/// Takes the last change of the text back, and says so.
pub(crate) fn undo(state: AppState) {
    state.announcer.dismiss();
    state.announcer.announce(if editor::undo() { "Undone" } else { "Nothing to undo" });
}

/// Ctrl Z and its relatives work wherever the focus is: the editor and other fields have an undo of their own, and a
/// dialog is about something else.
pub(crate) fn undo_from_anywhere(state: AppState) {
    platform::on_key_anywhere(move |event: KeyboardEvent| {
        let has_own = platform::closest(&event, ".editor, input, textarea, dialog").is_some();
        let is_ours = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        if event.default_prevented() || has_own || !is_ours {
            return;
        }
        match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => undo(state),
            ("z", true) | ("y", false) => {
                state.announcer.announce(if editor::redo() { "Redone" } else { "Nothing to redo" });
            }
            _ => return,
        }
        event.prevent_default();
    });
}

/// Whether a what-if preview is shown, whose lines are not in the text; says so.
pub(super) fn refuses_edits(state: AppState) -> bool {
    let has_preview = state.document.preview_now().is_some();
    if has_preview {
        state
            .announcer
            .notify("This is a preview, not the text. Apply it to the text or discard it first.");
    }
    has_preview
}
