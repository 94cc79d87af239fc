//! One change in words.

use crate::output::readable_all;

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Our words.
    Ours(String),
    /// Words of the Blueprint: names, values.
    Theirs(String),
    /// The code of a rule.
    Rule(&'static str),
    /// A line of the text after the change, or before it.
    Line {
        /// Counted from 1.
        number: usize,
        /// Whether it is one after the change.
        is_of_head: bool,
    },
}

/// A change with its details.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// `+`, `-`, `~` or `!`.
    pub(crate) mark: char,
    /// What happened, in one or two words.
    pub(crate) what: &'static str,
    /// What it happened to, and how.
    pub(crate) sentence: Vec<Piece>,
    /// Details, each a sentence.
    pub(crate) details: Vec<Vec<Piece>>,
    /// Whether the sentence says what the details say in full.
    pub(crate) is_folded: bool,
}

impl Change {
    /// A change without details.
    pub(super) fn plain(mark: char, what: &'static str, sentence: Vec<Piece>) -> Self {
        Self { mark, what, sentence, details: Vec::new(), is_folded: false }
    }
}

pub(super) fn ours(text: &str) -> Piece {
    Piece::Ours(text.to_owned())
}

pub(super) fn theirs(text: &str) -> Piece {
    Piece::Theirs(text.to_owned())
}

/// Texts of the Blueprint with commas of ours between.
pub(super) fn list(texts: &[String]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for text in texts {
        if !pieces.is_empty() {
            pieces.push(ours(", "));
        }
        pieces.push(theirs(text));
    }
    pieces
}

/// A message of a rule or a reason: names of the Blueprint are in backticks. What has no partner is the Blueprint's too.
pub(crate) fn message(text: &str) -> Vec<Piece> {
    let split: Vec<&str> = text.split('`').collect();
    if split.len().is_multiple_of(2) {
        return vec![theirs(text)];
    }
    let pieces = split.iter().enumerate().filter(|(_, piece)| !piece.is_empty());
    pieces.map(|(at, piece)| if at % 2 == 0 { ours(piece) } else { theirs(piece) }).collect()
}

/// A sentence without marks between our words and the Blueprint's, on one line.
pub(crate) fn plain(pieces: &[Piece]) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Ours(text) | Piece::Theirs(text) => readable_all(text),
            Piece::Rule(code) => (*code).to_owned(),
            Piece::Line { number, .. } => format!("line {number}"),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_ours_but_for_its_names() {
        assert_eq!(message("`a` calls `b`"), [theirs("a"), ours(" calls "), theirs("b")]);
        assert_eq!(message("an `open end"), [theirs("an `open end")]);
    }

    #[test]
    fn commas_between_names_are_ours() {
        assert_eq!(list(&[]), []);
        assert_eq!(list(&["a".to_owned(), "b".to_owned()]), [theirs("a"), ours(", "), theirs("b")]);
    }
}
