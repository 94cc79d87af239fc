//! Findings that are new or gone.

use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::diff::FindingChange;

use super::change::{Change, Piece, message, ours, theirs};

pub(super) fn introduced(finding: &FindingChange) -> Change {
    let (mark, what) = match finding.severity {
        Severity::Error => ('!', "new error"),
        Severity::Warning => ('+', "new warning"),
        Severity::Info => ('+', "new note"),
    };
    Change::plain(mark, what, sentence(finding))
}

pub(super) fn solved(finding: &FindingChange) -> Change {
    Change::plain('-', "fixed", sentence(finding))
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
