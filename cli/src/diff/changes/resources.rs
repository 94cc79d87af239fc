//! Resources and settings that came, went or changed.

use blueprint_lens_core::diff::{FieldChange, PartChange, PartChangeKind, Shown};

use super::change::{Change, Piece, ours, theirs};

pub(super) fn change(change: &PartChange) -> Change {
    let mark = match change.kind {
        PartChangeKind::Added => '+',
        PartChangeKind::Removed => '-',
        PartChangeKind::Renamed { .. } | PartChangeKind::Changed => '~',
    };
    let mut sentence = vec![theirs(&change.part.id)];
    if let PartChangeKind::Renamed { from } = &change.kind {
        sentence.extend([ours(", was "), theirs(from)]);
    }
    if let Some(scope) = change.part.scope.as_deref().filter(|scope| *scope != "root") {
        sentence.extend([ours(" in "), theirs(scope)]);
    }
    let whole = matches!(change.kind, PartChangeKind::Added | PartChangeKind::Removed);
    let details = change.fields.iter().map(|changed| field(changed, whole)).collect();
    Change { mark, what: change.kind.id(), sentence, details, is_folded: false }
}

/// A field, `whole` when all of its resource came or went with it.
fn field(change: &FieldChange, whole: bool) -> Vec<Piece> {
    let mut sentence = vec![theirs(&change.field), ours(": ")];
    match (&change.before, &change.after) {
        (Some(one), None) | (None, Some(one)) if whole => sentence.push(theirs(&one.text)),
        (Some(before), Some(after)) if before.text == after.text => {
            sentence.extend([theirs(&after.text), ours(" (the hidden value changed)")]);
        }
        (before, after) => {
            sentence.extend([value(before.as_ref()), ours(" \u{2192} "), value(after.as_ref())]);
        }
    }
    sentence
}

fn value(shown: Option<&Shown>) -> Piece {
    shown.map_or_else(|| ours("not set"), |shown| theirs(&shown.text))
}
