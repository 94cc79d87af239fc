//! What the next sync does: consequences as changes. Those of one part that rest on one fact are one change.

use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::plan::{Class, Consequence, Plan};

use super::change::{Change, Piece, list, message, ours, theirs};

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

/// The heaviest first, else in the plan's order of parts.
fn changes(plan: &Plan, which: impl Fn(&Consequence) -> bool) -> Vec<Change> {
    let mut part = 0;
    let mut wanted: Vec<(usize, &Consequence)> = Vec::new();
    for one in plan.consequences.iter().filter(|one| which(one)) {
        part += usize::from(wanted.last().is_some_and(|(_, last)| last.part != one.part));
        wanted.push((part, one));
    }
    wanted.sort_by_key(|(part, one)| {
        (std::cmp::Reverse(one.severity), one.class, *part, one.id, one.certainty)
    });
    let mut groups: Vec<Vec<&Consequence>> = Vec::new();
    for (_, one) in wanted {
        match groups.last_mut() {
            Some(group) if belong_together(group[0], one) => group.push(one),
            _ => groups.push(vec![one]),
        }
    }
    groups.iter().map(|group| change(group)).collect()
}

fn belong_together(one: &Consequence, other: &Consequence) -> bool {
    let is_one = (&one.part, one.id, one.class, one.certainty)
        == (&other.part, other.id, other.class, other.certainty);
    is_one && (one.text == other.text || of_several(one).is_some())
}

fn change(group: &[&Consequence]) -> Change {
    let first = group[0];
    let mark = match first.class {
        _ if first.severity > Severity::Info => '!',
        Class::Create | Class::Prompt | Class::Adopt => '+',
        _ => '~',
    };
    let mut sentence = vec![theirs(&first.part.id), ours(": ")];
    let is_one_text = group.iter().all(|one| one.text == first.text);
    let (before, after, advice) = match of_several(first).filter(|_| !is_one_text) {
        Some((before, after, advice)) => (before, after, advice.map(ToOwned::to_owned)),
        None => ("", "", first.advice.clone()),
    };
    if is_one_text {
        sentence.extend(message(&first.text));
    } else {
        sentence.push(ours(before));
        sentence.extend(names(group));
        sentence.push(ours(after));
    }
    sentence.push(ours(&format!(" ({}, {})", first.id, first.certainty.words())));
    let mut details = Vec::new();
    if is_one_text && group.len() > 1 {
        let mut about = vec![ours("about ")];
        about.extend(names(group));
        details.push(about);
    }
    if let Some(advice) = advice {
        let mut words = vec![ours("\u{2192} ")];
        words.extend(message(&advice));
        details.push(words);
    }
    Change { mark, what: first.class.words(), sentence, details }
}

/// The fields of a group; variables by their keys.
fn names(group: &[&Consequence]) -> Vec<Piece> {
    let name = |one: &&Consequence| {
        let field = one.field.clone()?;
        Some(field.strip_prefix("envVars.").map_or(field.clone(), ToOwned::to_owned))
    };
    list(&group.iter().filter_map(name).collect::<Vec<_>>())
}

/// The words before and behind the names of several fields of which a fact says the same, and what to do.
fn of_several(one: &Consequence) -> Option<(&'static str, &'static str, Option<&'static str>)> {
    Some(match (one.id, one.class) {
        ("Z08", Class::Kept) => {
            ("", " stay with their last values", Some("delete them in the Dashboard"))
        }
        ("Z12", Class::Kept) => {
            ("", " keep their current values", Some("write the values that are meant"))
        }
        ("Z12", Class::Reset) => {
            ("", " go back to their defaults", Some("write them into the file to keep them"))
        }
        ("Z13", Class::SetByHand) => (
            "Render does not ask for ",
            ": each stays empty until somebody sets it",
            Some("set them in the Dashboard"),
        ),
        ("Z14", Class::Prompt) => {
            ("Render asks for ", " during the sync", Some("have the values at hand"))
        }
        ("Z15", Class::Kept) => (
            "",
            " keep their former values: sync: false changes nothing that is set",
            Some("change them in the Dashboard; secrets that were in the file must be made anew"),
        ),
        ("Z24", Class::InPlace) => ("", " change; the next deploy uses them", None),
        ("Z26", Class::InPlace) => ("", " change with the next deploy", None),
        ("Z35", Class::InPlace) => ("", " change in place", None),
        _ => return None,
    })
}
