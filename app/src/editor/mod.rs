//! The editor's pane and what the rest of the page asks of the editor.

pub(crate) mod assist;
pub(crate) mod bridge;
pub(crate) mod findings;
mod fix;
mod open;
mod pane;

use blueprint_lens_core::text::Span;

pub(crate) use fix::{apply_edits, apply_fix};
pub(crate) use open::{open_file, open_text, restore_text};
pub(crate) use pane::EditorPane;

use crate::state::AppState;

/// Puts the cursor where `span` begins, in the middle of the view, and says where that is.
///
/// `focus` moves the keyboard focus along; `what` names the thing gone to.
pub(crate) fn go_to(state: AppState, span: Span, what: &str, focus: bool) {
    if is_trial(state) {
        return;
    }
    let snapshot = state.document.now();
    let (analysis, lines) = (&snapshot.analysis, snapshot.analysis.lines());
    bridge::reveal(lines.utf16(span.start(), analysis.text()) as u32, focus);
    let line = lines.position(span.start(), analysis.text()).line;
    state.voice.say(format!("Line {line}, {what}"));
}

/// Whether something is tried out, which has no lines in the text yet; says so.
fn is_trial(state: AppState) -> bool {
    let trial = state.document.trial_now().is_some();
    if trial {
        state
            .voice
            .notify("This is a preview, not the text. Apply it to the text or discard it first.");
    }
    trial
}
