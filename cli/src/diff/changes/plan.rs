//! What the next sync does: the entries of a plan as changes.

use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::plan::{Class, Entry, Plan};

use super::change::{Change, list, message, ours, theirs};

/// What needs a look, a decision or a hand.
pub(super) fn pressing(plan: &Plan) -> Vec<Change> {
    plan.entries().iter().filter(|entry| entry.is_pressing()).map(change).collect()
}

/// What happens by itself.
pub(super) fn quiet(plan: &Plan) -> Vec<Change> {
    plan.entries().iter().filter(|entry| !entry.is_pressing()).map(change).collect()
}

fn change(entry: &Entry<'_>) -> Change {
    let first = entry.first();
    let mark = match first.class {
        _ if first.severity > Severity::Info => '!',
        Class::Create | Class::Prompt | Class::Adopt => '+',
        _ => '~',
    };
    let mut sentence = vec![theirs(&first.part.id), ours(": ")];
    sentence.extend(message(&entry.text));
    sentence.push(ours(&format!(" ({}, {})", first.id, first.certainty.words())));
    let mut details = Vec::new();
    if !entry.about.is_empty() {
        let mut about = vec![ours("about ")];
        about.extend(list(&entry.about));
        details.push(about);
    }
    if let Some(advice) = entry.advice {
        let mut words = vec![ours("\u{2192} ")];
        words.extend(message(advice));
        details.push(words);
    }
    Change { mark, what: first.class.words(), sentence, details, is_folded: true }
}
