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
    Change::plain(mark, what, sentence(finding))
}

pub(super) fn solved(finding: &FindingChange, of_twins: bool) -> Change {
    let what = if of_twins { finding.severity.id() } else { "fixed" };
    Change::plain('-', what, sentence(finding))
}

fn sentence(finding: &FindingChange) -> Vec<Piece> {
    let mut sentence = Vec::new();
    if let Some(part) = &finding.part {
        sentence.extend([theirs(&part.id), ours(": ")]);
    }
    sentence.extend(message(&finding.message));
    sentence.push(ours(&format!(" ({}, line {})", finding.rule, finding.line)));
    sentence
}
