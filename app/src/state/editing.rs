//! Edits of the text, made by the editor so that they can be undone.

use blueprint_lens_core::text::TextEdit;

use super::app_state::AppState;
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
    let (text, lines) = (snapshot.analysis.text(), snapshot.analysis.lines());
    let replacement = |edit: &TextEdit| Replacement {
        from: lines.utf16(edit.span.start(), text) as u32,
        to: lines.utf16(edit.span.end(), text) as u32,
        text: edit.text.clone(),
    };
    let is_done = editor::apply(&edits.iter().map(replacement).collect::<Vec<_>>());
    state.announcer.notify(if is_done {
        format!("Done: {title}. Undo in the editor reverts it.")
    } else {
        "The text has changed since. Try again when it has been analysed.".to_owned()
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
