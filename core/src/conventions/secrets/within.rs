//! Secrets inside of other texts: commands, URLs, comments.

use std::ops::Range;

use super::names::names_secret;
use super::placeholders::is_stand_in;
use super::tokens::known_token;

/// Length from which a word of letters and digits may be a key: of both cases, or of any.
const RANDOM: (usize, usize) = (20, 32);

/// What is before a checksum or a commit, which are as random as a key and no secrets.
const CHECKSUMS: [&str; 3] = ["sha256:", "sha512:", ".git@"];

/// The passwords of URLs in `text`, the values of secret-looking assignments, known keys and what looks random: where
/// they are, in order. A key in PEM form makes all of the text one.
pub fn secrets_within(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if text.contains("-----BEGIN") {
        found.push(0..text.len());
        return found;
    }
    let mut start = 0;
    for piece in text.split_inclusive(is_separator) {
        let word = piece.trim_end_matches(is_separator);
        in_word(word, start, &mut found);
        start += piece.len();
    }
    found
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || "\"'`,;&?<>()[]{}|".contains(c)
}

/// One word: a URL, an assignment, or plain text.
fn in_word(word: &str, start: usize, found: &mut Vec<Range<usize>>) {
    if let Some((scheme, rest)) = word.split_once("://") {
        in_url(scheme, rest, start + scheme.len() + "://".len(), found);
    } else if let Some((name, value)) = word.split_once('=')
        && names_secret(name)
        && !is_stand_in(value)
    {
        found.push(start + name.len() + 1..start + word.len());
    } else if known_token(word).is_some() {
        found.push(start..start + word.len());
    } else {
        random(word, start, found);
    }
}

/// What follows the scheme of a URL. The user stays: it is a name. A lone user of a web address is a token.
fn in_url(scheme: &str, rest: &str, start: usize, found: &mut Vec<Range<usize>>) {
    let is_web = scheme.ends_with("http") || scheme.ends_with("https");
    // The password of a datastore may hold a slash that should have been encoded.
    let end = if is_web { rest.find('/').unwrap_or(rest.len()) } else { rest.len() };
    let Some(at) = rest[..end].rfind('@') else { return random(rest, start, found) };
    let user = &rest[..at];
    match user.split_once(':') {
        Some((name, password)) => {
            random(name, start, found);
            if !is_stand_in(password) {
                found.push(start + name.len() + 1..start + at);
            }
        }
        None if is_web && !is_stand_in(user) => found.push(start..start + at),
        None => random(user, start, found),
    }
    random(&rest[at..], start + at, found);
}

/// The runs of letters and digits that are too random for a word.
fn random(word: &str, start: usize, found: &mut Vec<Range<usize>>) {
    let mut from = 0;
    while let Some(begin) = word[from..].find(|c: char| c.is_ascii_alphanumeric()) {
        let begin = from + begin;
        let run = &word[begin..];
        let run = &run[..run.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(run.len())];
        let is_checksum = CHECKSUMS.iter().any(|mark| word[..begin].ends_with(mark));
        from = begin + run.len();
        if is_random(run) && !is_checksum {
            found.push(start + begin..start + from);
        }
    }
}

fn is_random(run: &str) -> bool {
    let has = |test: fn(&u8) -> bool| run.as_bytes().iter().any(test);
    let digits = has(u8::is_ascii_digit);
    let both_cases = has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase);
    digits
        && ((run.len() >= RANDOM.0 && both_cases)
            || (run.len() >= RANDOM.1
                && (has(u8::is_ascii_lowercase) || has(u8::is_ascii_uppercase))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within(text: &str) -> Vec<&str> {
        secrets_within(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn finds_what_is_secret_inside_a_text() {
        for (text, expected) in [
            ("postgres://app:s3cret@db.example.com/x", "s3cret"),
            ("postgres://app:a/b@db.example.com/x", "a/b"),
            ("redis://:pw@cache:6379", "pw"),
            ("https://abc@github.com/x", "abc"),
            ("npm ci && TOKEN=abc npm start", "abc"),
            ("https://x.example.com/?api_key=abc&b=1", "abc"),
            (
                "Bearer ghp_abcdefghijklmnopqrst0123456789ABCD",
                "ghp_abcdefghijklmnopqrst0123456789ABCD",
            ),
            ("sk_test_4eC39HqLyjWDarjtT1zdp7dc", "4eC39HqLyjWDarjtT1zdp7dc"),
            ("-----BEGIN CERTIFICATE-----\nMIIE", "-----BEGIN CERTIFICATE-----\nMIIE"),
        ] {
            assert_eq!(within(text), [expected], "{text}");
        }
    }

    #[test]
    fn leaves_ordinary_texts_and_placeholders_alone() {
        for text in [
            "https://api-1x2y.onrender.com/v1",
            "https://cdn.example.com/@scope/package",
            "npm ci --include=dev && npm run build",
            "203.0.113.4/30 (office)",
            "dpg-abcdefghij0123456789-a",
            "docker.io/library/postgres:16",
            "app@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "git+https://github.com/acme/shop.git@fd9c0fe9a9e6818621d6dcd464def77f5637abc8",
            "postgres://app:redacted@db.example.com/x",
            "TOKEN=$TOKEN npm start",
        ] {
            assert_eq!(within(text), Vec::<&str>::new(), "{text}");
        }
    }
}
