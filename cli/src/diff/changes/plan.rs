//! What the next sync does: consequences as changes. Those of one part that say the same are one.

use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::plan::{Class, Consequence, Plan};

use super::change::{Change, list, message, ours, theirs};

/// What needs a look, a decision or a hand.
pub(super) fn pressing(plan: &Plan) -> Vec<Change> {
    changes(plan, is_pressing)
}

/// What happens by itself.
pub(super) fn quiet(plan: &Plan) -> Vec<Change> {
    changes(plan, |one| !is_pressing(one))
}

fn is_pressing(one: &Consequence) -> bool {
    one.severity > Severity::Info || one.class == Class::Prompt
}

/// The heaviest first, else in the plan's order.
fn changes(plan: &Plan, which: impl Fn(&Consequence) -> bool) -> Vec<Change> {
    let mut wanted: Vec<&Consequence> = plan.consequences.iter().filter(|one| which(one)).collect();
    wanted.sort_by_key(|one| (std::cmp::Reverse(one.severity), one.class));
    let mut groups: Vec<Vec<&Consequence>> = Vec::new();
    for one in wanted {
        match groups.last_mut() {
            Some(group) if says_the_same(group[0], one) => group.push(one),
            _ => groups.push(vec![one]),
        }
    }
    groups.iter().map(|group| change(group)).collect()
}

fn says_the_same(one: &Consequence, other: &Consequence) -> bool {
    one.part == other.part && one.id == other.id && one.text == other.text
}

fn change(group: &[&Consequence]) -> Change {
    let first = group[0];
    let mark = match first.class {
        _ if first.severity > Severity::Info => '!',
        Class::Create | Class::Prompt | Class::Adopt => '+',
        _ => '~',
    };
    let mut sentence = vec![theirs(&first.part.id), ours(": ")];
    sentence.extend(message(&first.text));
    sentence.push(ours(&format!(" ({}, {})", first.id, first.certainty.words())));
    let mut details = Vec::new();
    let fields: Vec<String> = group.iter().filter_map(|one| one.field.clone()).collect();
    if fields.len() > 1 {
        let mut words = vec![ours("about ")];
        words.extend(list(&fields));
        details.push(words);
    }
    if let Some(advice) = &first.advice {
        let mut words = vec![ours("\u{2192} ")];
        words.extend(message(advice));
        details.push(words);
    }
    Change { mark, what: first.class.words(), sentence, details }
}
