//! The plan as it is told: the heaviest first, and in one entry what is said of several fields of a part at once.

use std::cmp::Reverse;

use super::consequence::{Class, Consequence, Plan};

/// Consequences that are told together: those of one part that rest on one fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The consequences; never none, and all of one part, class, severity and certainty.
    pub consequences: Vec<&'a Consequence>,
    /// What happens: lower case, no full stop, names in backticks.
    pub text: String,
    /// The fields that it is about, where the text names none of them; variables by their keys.
    pub about: Vec<String>,
    /// What to do instead or next.
    pub advice: Option<&'a str>,
}

impl Entry<'_> {
    /// The first of the consequences.
    pub fn first(&self) -> &Consequence {
        self.consequences[0]
    }

    /// Whether it needs a look, a decision or a hand; the rest happens by itself.
    pub fn is_pressing(&self) -> bool {
        self.first().is_pressing()
    }
}

impl Plan {
    /// All of it as it is told: the heaviest first, else in the order of parts.
    pub fn entries(&self) -> Vec<Entry<'_>> {
        let mut part = 0;
        let mut all: Vec<(usize, &Consequence)> = Vec::new();
        for one in &self.consequences {
            part += usize::from(all.last().is_some_and(|(_, last)| last.part != one.part));
            all.push((part, one));
        }
        all.sort_by_key(|(part, one)| {
            (Reverse(one.severity), one.class, *part, one.id, one.certainty)
        });
        let mut groups: Vec<Vec<&Consequence>> = Vec::new();
        for (_, one) in all {
            match groups.last_mut() {
                Some(group) if belong_together(group[0], one) => group.push(one),
                _ => groups.push(vec![one]),
            }
        }
        groups.into_iter().map(entry).collect()
    }
}

fn belong_together(one: &Consequence, other: &Consequence) -> bool {
    let is_one = (&one.part, one.id, one.class, one.certainty)
        == (&other.part, other.id, other.class, other.certainty);
    is_one && (one.text == other.text || of_several(one).is_some())
}

fn entry(consequences: Vec<&Consequence>) -> Entry<'_> {
    let first = consequences[0];
    let is_one_text = consequences.iter().all(|one| one.text == first.text);
    if let Some((before, after, advice)) = of_several(first).filter(|_| !is_one_text) {
        let names: Vec<String> =
            names(&consequences).iter().map(|name| format!("`{name}`")).collect();
        let text = format!("{before}{}{after}", names.join(", "));
        return Entry { consequences, text, about: Vec::new(), advice };
    }
    let about = if consequences.len() > 1 { names(&consequences) } else { Vec::new() };
    let (text, advice) = (first.text.clone(), first.advice.as_deref());
    Entry { consequences, text, about, advice }
}

/// The fields of several; variables by their keys, without what would end their backticks.
fn names(consequences: &[&Consequence]) -> Vec<String> {
    let name = |one: &&Consequence| Some(one.field_name()?.replace('`', "'"));
    consequences.iter().filter_map(name).collect()
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
