//! Applying a fix: edits of the text, made by the editor so that they can be undone.

use js_sys::Uint32Array;

use super::bridge;
use crate::state::AppState;

/// Applies a fix of the present text: places in the lists of findings and of their fixes.
pub(crate) fn apply_fix(state: AppState, finding: usize, fix: usize) {
    let snapshot = state.document.now();
    let (text, lines) = (snapshot.analysis.text(), snapshot.analysis.lines());
    let found =
        snapshot.analysis.diagnostics().get(finding).and_then(|finding| finding.fixes.get(fix));
    let Some(fix) = found else { return };
    let places = |place: fn(&blueprint_lens_core::text::Span) -> usize| -> Uint32Array {
        let offsets: Vec<u32> =
            fix.edits.iter().map(|edit| lines.utf16(place(&edit.span), text) as u32).collect();
        Uint32Array::from(offsets.as_slice())
    };
    let inserts = fix.edits.iter().map(|edit| edit.text.clone()).collect();
    bridge::apply(places(|span| span.start()), places(|span| span.end()), inserts);
    state.voice.notify(format!("Done: {}. Undo in the editor takes it back.", fix.title));
}
