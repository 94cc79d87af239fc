//! What looks like a secret anywhere in a Blueprint, comments and broken YAML included, and the same text without it.
//! Whatever leaves a visitor's browser or is shown beside a difference goes through here. What secrets look like is said
//! in [`crate::conventions`].

mod by_start;
mod hidden;
mod known;
mod lines;
mod messages;
mod secret_value;
mod values;

pub use known::KnownSecrets;
pub(crate) use messages::{hide_in, hide_in_edits};
pub use secret_value::SecretValue;

use by_start::ByStart;
use hidden::{places, without};
use secret_value::joined;

use crate::conventions::REDACTED;
use crate::syntax::SyntaxTree;
use crate::text::{Files, Span};

/// Everything in a text, whose files and their trees these are, that looks like a secret, in source order; what overlaps is
/// one. In doubt, something does.
pub(crate) fn secret_values(text: &str, files: &Files, trees: &[SyntaxTree]) -> Vec<SecretValue> {
    let mut found: Vec<SecretValue> =
        trees.iter().flat_map(|tree| values::named(tree, text)).collect();
    let starts = trees.iter().flat_map(values::starts).collect();
    // What begins in one file ends in it.
    found.extend(files.iter().flat_map(|(_, file)| lines::secrets(text, file.span, &starts)));
    found.extend(repeated(text, &found));
    let mut found = joined(found);
    if found.iter().any(|secret| secret.name.is_empty()) {
        let holders = values::Holders::new(trees);
        for secret in found.iter_mut().filter(|secret| secret.name.is_empty()) {
            holders.of(secret.span).unwrap_or_default().clone_into(&mut secret.name);
        }
    }
    found
}

/// The same secrets where the text holds them once more: behind an anchor, in a comment, under a harmless name.
fn repeated(text: &str, found: &[SecretValue]) -> Vec<SecretValue> {
    let mut known: ByStart<Option<usize>> = ByStart::default();
    for (index, secret) in found.iter().enumerate() {
        if let Some(first) = known.entry(secret.span.slice(text).as_bytes()) {
            first.get_or_insert(index);
        }
    }
    let part_of_word = |c: char| c.is_ascii_alphanumeric();
    let is_word = |span: Span| {
        !text[..span.start()].ends_with(part_of_word)
            && !text[span.end()..].starts_with(part_of_word)
    };
    let mut again: Vec<(usize, Span)> = Vec::new();
    for at in known.starts(text.as_bytes()) {
        for (length, index) in known.beginning(&text.as_bytes()[at..]) {
            let span = Span::new(at, at + length);
            again.extend(index.filter(|_| is_word(span)).map(|index| (index, span)));
        }
    }
    let named = |(index, span): (usize, Span)| SecretValue::new(span, found[index].name.clone());
    again.into_iter().map(named).collect()
}

/// The text with a stand-in for each of its secrets but those that are kept. Everything else stays as it is, so that the
/// picture stays the same.
pub fn redact(
    text: &str,
    secrets: &[SecretValue],
    is_kept: impl Fn(&SecretValue) -> bool,
) -> String {
    let replaced = secrets.iter().filter(|secret| !is_kept(secret));
    without(text, replaced.map(|secret| secret.span).collect(), REDACTED)
}

/// Words about `text`, with a stand-in for each of its secrets that they repeat.
pub fn redact_words(words: &str, text: &str, secrets: &[&SecretValue]) -> String {
    let stretches = secrets.iter().flat_map(|secret| secret.stretches());
    let repeated = stretches.flat_map(|stretch| places(words, stretch.slice(text)));
    without(words, repeated.collect(), REDACTED)
}

#[cfg(test)]
mod tests;
