//! What looks like a secret anywhere in a Blueprint, comments and broken YAML included, and the same text without it.
//! Whatever leaves a visitor's browser or is shown beside a difference goes through here. What secrets look like is said
//! in [`crate::conventions`].

mod by_start;
mod known;
mod lines;
mod messages;
mod secret_value;
mod values;

pub use known::KnownSecrets;
pub(crate) use messages::{hide_in, hide_in_edits};
pub use secret_value::SecretValue;

use std::collections::BTreeMap;

use by_start::ByStart;

use crate::conventions::REDACTED;
use crate::sort;
use crate::syntax::SyntaxTree;
use crate::text::Span;

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
    if found.iter().any(|secret| secret.name.is_empty()) {
        let holders = values::Holders::new(trees);
        for secret in found.iter_mut().filter(|secret| secret.name.is_empty()) {
            holders.of(secret.span).unwrap_or_default().clone_into(&mut secret.name);
        }
    }
    sort::by_key(&mut found, |secret| secret.span.start);
    found
}

/// Adds what overlaps nothing that is there.
fn add(found: &mut Vec<SecretValue>, more: Vec<SecretValue>) {
    let mut taken = Taken::default();
    for secret in found.iter() {
        taken.take(secret.span);
    }
    for secret in more {
        if !secret.span.is_empty() && !taken.overlaps(secret.span) {
            taken.take(secret.span);
            found.push(secret);
        }
    }
}

/// The parts of a text that secrets take: where each begins and ends.
#[derive(Default)]
struct Taken {
    ends: BTreeMap<usize, usize>,
}

impl Taken {
    fn overlaps(&self, span: Span) -> bool {
        self.ends.range(..span.end()).next_back().is_some_and(|(_, end)| *end > span.start())
    }

    fn take(&mut self, span: Span) {
        let before = self.ends.range(..=span.start()).next_back().map_or(0, |(_, end)| *end);
        self.ends.insert(span.start(), span.end().max(before));
    }
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
    for at in 0..text.len() {
        for (length, index) in known.beginning(&text.as_bytes()[at..]) {
            let span = Span::new(at, at + length);
            again.extend(index.filter(|_| is_word(span)).map(|index| (index, span)));
        }
    }
    // Where two overlap, the one that was found first counts.
    sort::ascending(&mut again);
    let named =
        |(index, span): (usize, Span)| SecretValue { span, name: found[index].name.clone() };
    again.into_iter().map(named).collect()
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
