//! Findings that are new or gone; of twins, those of one side alone.

use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::diff::FindingChange;

use super::change::{Change, Piece, message, ours, theirs};

pub(super) fn introduced(finding: &FindingChange, of_twins: bool) -> Change {
    let (mark, what) = match (finding.severity, of_twins) {
        (Severity::Error, false) => ('!', "new error"),
        (Severity::Warning, false) => ('+', "new warning"),
        (Severity::Info, false) => ('+', "new note"),
        (Severity::Error, true) => ('!', "error"),
        (severity, true) => ('+', severity.id()),
    };
    Change::plain(mark, what, sentence(finding, true))
}

pub(super) fn solved(finding: &FindingChange, of_twins: bool) -> Change {
    let what = if of_twins { finding.severity.id() } else { "fixed" };
    Change::plain('-', what, sentence(finding, false))
}

fn sentence(finding: &FindingChange, is_of_head: bool) -> Vec<Piece> {
    let mut sentence = Vec::new();
    if let Some(part) = &finding.part {
        sentence.extend([theirs(&part.id), ours(": ")]);
    }
    sentence.extend(message(&finding.message));
    let line = Piece::Line { number: finding.line, is_of_head };
    sentence.extend([ours(" ("), Piece::Rule(finding.rule), ours(", "), line, ours(")")]);
    sentence
}
