//! Staging and production twins: two files, or two environments, made comparable. Goes in: two sides. Comes out: two
//! texts in which the same thing has the same name, so that what `diff` then finds is what tells the twins apart.
//!
//! A name loses the words that mean its stage: those that are usual for stages, and those that only the path or the
//! environment of its own side has. Where that would give two things of one side one name, they keep theirs.

mod environment;
mod names;
mod rename;

use std::collections::BTreeSet;

use crate::analysis::Analysis;
use crate::text::{Decoded, TextEdit, apply};

pub use environment::{environment_file, environments, uses_aliases};

/// One of two sides.
pub struct TwinSide<'a> {
    /// What it says.
    pub analysis: &'a Analysis,
    /// What it goes by: its path, and the environment that was chosen.
    pub name: &'a str,
}

/// A side with the names that both have in common.
#[derive(Clone, Debug)]
pub struct Renamed {
    /// Its text.
    pub text: Decoded,
    /// The names that were changed, each with what it became, by the alphabet.
    pub names: Vec<(String, String)>,
}

/// Gives both sides the names that they have in common.
pub fn twins(one: &TwinSide<'_>, other: &TwinSide<'_>) -> (Renamed, Renamed) {
    let (words, other_words) = (names::words(one.name), names::words(other.name));
    let own = |words: &BTreeSet<String>, others: &BTreeSet<String>| -> BTreeSet<String> {
        words.difference(others).cloned().collect()
    };
    let (here, there) = (own(&words, &other_words), own(&other_words, &words));
    (renamed(one.analysis, &here), renamed(other.analysis, &there))
}

/// A side whose names have lost the words of their stage.
fn renamed(analysis: &Analysis, own_words: &BTreeSet<String>) -> Renamed {
    let names = names::common_names(analysis.blueprint(), own_words);
    let edits: Vec<TextEdit> = rename::edits(analysis, &names);
    // Edits of text that an alias uses again come up once for each of its users.
    let text = apply(analysis.text(), &edits).unwrap_or_else(|_| analysis.text().to_owned());
    let names = names.all();
    Renamed { text: Decoded { text, invalid: Vec::new() }, names }
}
