//! Applying a fix: edits of the text, made by the editor so that they can be undone.

use blueprint_lens_core::text::TextEdit;
use js_sys::Uint32Array;

use super::{bridge, is_trial};
use crate::state::AppState;

/// Applies a fix of the present text: places in the lists of findings and of their fixes.
pub(crate) fn apply_fix(state: AppState, finding: usize, fix: usize) {
    let snapshot = state.document.now();
    let found =
        snapshot.analysis.diagnostics().get(finding).and_then(|finding| finding.fixes.get(fix));
    if let Some(fix) = found {
        apply_edits(state, &fix.title, &fix.edits);
    }
}

/// Applies edits of the present text as one step, and says what was done.
pub(crate) fn apply_edits(state: AppState, title: &str, edits: &[TextEdit]) {
    if is_trial(state) {
        return;
    }
    let snapshot = state.document.now();
    let (text, lines) = (snapshot.analysis.text(), snapshot.analysis.lines());
    let places = |place: fn(&blueprint_lens_core::text::Span) -> usize| -> Uint32Array {
        let offsets: Vec<u32> =
            edits.iter().map(|edit| lines.utf16(place(&edit.span), text) as u32).collect();
        Uint32Array::from(offsets.as_slice())
    };
    let inserts = edits.iter().map(|edit| edit.text.clone()).collect();
    bridge::apply(places(|span| span.start()), places(|span| span.end()), inserts);
    state.voice.notify(format!("Done: {title}. Undo in the editor reverts it."));
}
