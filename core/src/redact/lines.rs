//! Secrets that the tree does not tell: in comments, in commands, in a text that is no YAML.

use std::collections::BTreeSet;

use super::secret_value::SecretValue;
use crate::conventions::{is_secret_text, names_secret, secrets_within};
use crate::text::Span;

/// What begins and ends a key in PEM form.
const ARMOUR: (&str, &str) = ("-----BEGIN", "-----END");

/// The secrets of each line of a file of `text`; `known` is where the values begin that the tree tells.
pub(super) fn secrets(text: &str, file: Span, known: &BTreeSet<usize>) -> Vec<SecretValue> {
    let mut found = Vec::new();
    let mut variable = String::new();
    let mut armour: Option<usize> = None;
    let mut start = file.start();
    for whole in file.slice(text).split_inclusive('\n') {
        let line = whole.trim_end_matches(['\n', '\r']);
        armour = armour.or_else(|| line.find(ARMOUR.0).map(|at| start + at));
        match armour {
            Some(from) => {
                if let Some(end) = end_of_armour(line) {
                    found.push(unnamed(Span::new(from, start + end)));
                    armour = None;
                }
            }
            None => found.extend(in_line(line, start, &mut variable, known)),
        }
        start += whole.len();
    }
    if let Some(from) = armour {
        found.push(unnamed(Span::new(from, file.end())));
    }
    found
}

/// Where a key in PEM form ends in a line; what follows is not of it.
fn end_of_armour(line: &str) -> Option<usize> {
    let at = line.find(ARMOUR.1)? + ARMOUR.1.len();
    let dashes = line[at..].find("-----").map(|dashes| at + dashes + "-----".len());
    Some(dashes.unwrap_or(line.len()))
}

fn unnamed(span: Span) -> SecretValue {
    SecretValue::new(span, String::new())
}

/// `variable` is the secret variable that the line before names, else empty.
fn in_line(
    line: &str,
    start: usize,
    variable: &mut String,
    known: &BTreeSet<usize>,
) -> Vec<SecretValue> {
    let (before, value) = line.split_once(':').unwrap_or((line, ""));
    let value = behind_marks(value);
    let key = name_in(before);
    let is_comment = before.trim_start().starts_with('#');
    let written = match word(value) {
        // What follows a value in the line, or explains it in a comment, is no value.
        _ if value.trim_start().starts_with('#') => "",
        prose if is_comment && prose.contains(char::is_whitespace) => "",
        written => written,
    };
    let is_value = matches!(key, "value" | "previewValue");
    let holder = if is_value { variable.clone() } else { key.to_owned() };
    if key == "key" {
        written.clone_into(variable);
    } else if !is_value {
        variable.clear();
    }
    let at = start + line.len() - value.len() + value.find(written).unwrap_or_default();
    let is_known = known.contains(&at) || at.checked_sub(1).is_some_and(|at| known.contains(&at));
    let is_url = value.contains("://");
    if !is_known && !is_url && !is_port(value) && is_secret_text(written) && names_secret(&holder) {
        return vec![SecretValue::new(Span::new(at, at + written.len()), holder)];
    }
    let within = secrets_within(line).into_iter();
    within.map(|at| unnamed(Span::new(start + at.start, start + at.end))).collect()
}

/// A value behind its anchor and its tag.
fn behind_marks(value: &str) -> &str {
    let mut value = value.trim_start();
    while value.starts_with(['&', '!'])
        && let Some((_, rest)) = value.split_once(char::is_whitespace)
    {
        value = rest.trim_start();
    }
    value
}

/// Whether what follows a colon is a port, as in `auth:10000`: the name before it is one of a host.
fn is_port(value: &str) -> bool {
    let digits = value.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation());
    matches!(digits.len(), 1..=5) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The name before a colon. In a sentence, only a word in the form of a variable is one.
fn name_in(before: &str) -> &str {
    let name = word(before);
    match name.rsplit_once(char::is_whitespace) {
        None => name,
        Some((_, last)) if !last.contains(|c: char| c.is_ascii_lowercase()) => last,
        Some(_) => "",
    }
}

/// A piece of a line without what YAML puts around it.
fn word(piece: &str) -> &str {
    let bare = piece.trim_matches(|c: char| c.is_whitespace() || "-#'\"{,|>".contains(c));
    if bare.contains('{') {
        bare
    } else {
        bare.trim_end_matches(|c: char| c.is_whitespace() || "'\"}".contains(c))
    }
}
