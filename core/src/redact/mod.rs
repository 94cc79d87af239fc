//! What looks like a secret anywhere in a Blueprint, comments and broken YAML included, and the same text without it.
//! Whatever leaves a visitor's browser or is shown beside a difference goes through here. What secrets look like is said
//! in [`crate::conventions`].

mod known;
mod lines;
mod messages;
mod secret_value;
mod values;

pub use known::KnownSecrets;
pub(crate) use messages::{hide_in, hide_in_edits};
pub use secret_value::SecretValue;

use crate::conventions::REDACTED;
use crate::sort;
use crate::syntax::SyntaxTree;
use crate::text::Span;

/// Shorter secrets are not looked for elsewhere in the text, where they may be a word.
const REPEATED: usize = 8;

/// Everything in a text, whose trees these are, that looks like a secret, in source order; no two overlap. In doubt,
/// something does.
pub(crate) fn secret_values(text: &str, trees: &[SyntaxTree]) -> Vec<SecretValue> {
    let mut found: Vec<SecretValue> =
        trees.iter().flat_map(|tree| values::named(tree, text)).collect();
    let starts = trees.iter().flat_map(values::starts).collect();
    let by_lines = lines::secrets(text, &starts);
    add(&mut found, by_lines);
    let repeated = repeated(text, &found);
    add(&mut found, repeated);
    for secret in found.iter_mut().filter(|secret| secret.name.is_empty()) {
        let holder = trees.iter().find_map(|tree| values::holder(tree, secret.span));
        secret.name = holder.unwrap_or_default();
    }
    sort::by_key(&mut found, |secret| secret.span.start);
    found
}

/// Adds what overlaps nothing that is there.
fn add(found: &mut Vec<SecretValue>, more: Vec<SecretValue>) {
    for secret in more {
        let Span { start, end } = secret.span;
        let overlaps = |other: &SecretValue| other.span.start < end && start < other.span.end;
        if start < end && !found.iter().any(overlaps) {
            found.push(secret);
        }
    }
}

/// The same secrets where the text holds them once more: behind an anchor, in a comment, under a harmless name.
fn repeated(text: &str, found: &[SecretValue]) -> Vec<SecretValue> {
    let long = found.iter().filter(|secret| secret.span.len() >= REPEATED);
    let again = |secret: &SecretValue| {
        let name = secret.name.clone();
        let is_word = |at: usize, word: &str| {
            let part_of_word = |c: char| c.is_ascii_alphanumeric();
            !text[..at].ends_with(part_of_word)
                && !text[at + word.len()..].starts_with(part_of_word)
        };
        let matches = text.match_indices(secret.span.slice(text));
        let spans = matches
            .filter(|(at, word)| is_word(*at, word))
            .map(|(at, word)| Span::new(at, at + word.len()));
        spans.map(move |span| SecretValue { span, name: name.clone() }).collect::<Vec<_>>()
    };
    long.flat_map(again).collect()
}

/// The text with a stand-in for each of its secrets but those that are kept. Everything else stays as it is, so that the
/// picture stays the same.
pub fn redact(
    text: &str,
    secrets: &[SecretValue],
    is_kept: impl Fn(&SecretValue) -> bool,
) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for secret in secrets.iter().filter(|secret| !is_kept(secret)) {
        out.push_str(text.get(at..secret.span.start()).unwrap_or_default());
        out.push_str(REDACTED);
        at = secret.span.end();
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// Words about `text`, with a stand-in for each of its secrets that they repeat.
pub fn redact_words(words: &str, text: &str, secrets: &[&SecretValue]) -> String {
    let mut out = words.to_owned();
    for secret in secrets {
        out = out.replace(secret.span.slice(text), REDACTED);
    }
    out
}

#[cfg(test)]
mod tests;
