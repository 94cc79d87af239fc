//! Secrets inside of other texts: commands, URLs, comments.

use std::ops::Range;

use super::apart::apart;
use super::names::names_secret;
use super::placeholders::is_stand_in;
use super::tokens::{SHORTEST, is_token};
use super::{logins, pairs, webhooks};

/// Length from which a word of letters and digits may be a key: of both cases, or of any.
const RANDOM: (usize, usize) = (20, 32);

/// What is before a checksum or a commit, which are as random as a key and no secrets.
const CHECKSUMS: [&str; 3] = ["sha256:", "sha512:", ".git@"];

/// Parameters of addresses that let their bearer in, if they are at least so long.
const PARAMETERS: [&str; 6] = ["key", "sig", "signature", "auth", "authkey", "code"];
const SHORTEST_PARAMETER: usize = 8;

/// The passwords of URLs in `text`, the values of secret-looking assignments, known keys and what looks random: where
/// they are, in order and apart. A key in PEM form makes all of the text one.
pub fn secrets_within(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if text.contains("-----BEGIN") {
        found.push(0..text.len());
        return found;
    }
    let mut start = 0;
    let mut previous = "";
    for piece in text.split_inclusive(is_separator) {
        let word = piece.trim_end_matches(is_separator);
        in_word(word, start, &mut found);
        if text[..start].ends_with(['?', '&']) {
            found.extend(parameter(word, start));
        }
        if !word.is_empty() {
            let behind = logins::behind(previous, word);
            found.extend(behind.map(|at| start + at.start..start + at.end));
            previous = word;
        }
        start += piece.len();
    }
    logins::in_addresses(text, &mut found);
    pairs::secrets(text, &mut found);
    apart(found)
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || "\"'`,;&?<>()[]{}|".contains(c)
}

/// One word: a URL, an assignment, or plain text.
fn in_word(word: &str, start: usize, found: &mut Vec<Range<usize>>) {
    // Most words are nothing of it, and too short for a key.
    if word.len() < SHORTEST && !word.contains([':', '=', '@']) {
        return;
    }
    if let Some((scheme, rest)) = word.split_once("://") {
        in_url(scheme, rest, start + scheme.len() + "://".len(), found);
    } else if let Some((option, login)) = word.split_once('=')
        && let Some(at) = logins::behind(option, login)
    {
        let login = start + option.len() + 1;
        found.push(login + at.start..login + at.end);
    } else if let Some((name, value)) = word.split_once('=')
        && names_secret(name)
        && !is_stand_in(value)
    {
        found.push(start + name.len() + 1..start + word.len());
    } else if is_token(word) {
        found.push(start..start + word.len());
    } else if let Some(password) = logins::before_host(word) {
        found.push(start + password.start..start + password.end);
    } else {
        random(word, start, found);
    }
}

/// A parameter of an address that is as good as a password.
fn parameter(word: &str, start: usize) -> Option<Range<usize>> {
    let (name, value) = word.split_once('=')?;
    let is_one = PARAMETERS.contains(&name.to_ascii_lowercase().as_str());
    let counts = is_one && value.len() >= SHORTEST_PARAMETER && !is_stand_in(value);
    counts.then_some(start + name.len() + 1..start + word.len())
}

/// What follows the scheme of a URL. The user stays: it is a name. A lone user of a web address is a token, and so is the
/// path of a webhook. Passwords are found in the text as a whole.
fn in_url(scheme: &str, rest: &str, start: usize, found: &mut Vec<Range<usize>>) {
    let is_web = scheme.ends_with("http") || scheme.ends_with("https");
    if is_web
        && let Some(path) = webhooks::secret_path(rest).filter(|at| !is_stand_in(&rest[*at..]))
    {
        found.push(start + path..start + rest.len());
    }
    let end = if is_web { rest.find('/').unwrap_or(rest.len()) } else { rest.len() };
    let user = rest[..end].rfind('@').map(|at| &rest[..at]);
    match user {
        Some(user) if is_web && !user.contains(':') && !is_stand_in(user) => {
            found.push(start..start + user.len());
        }
        _ => random(rest, start, found),
    }
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
            ("postgres://app:p&s?s@db.example.com/x", "p&s?s"),
            ("https://app:pa/ss@git.example.com/x", "pa/ss"),
            ("docker.io/shop:hunter2@registry", "hunter2"),
            ("Authorization: Basic c2hvcDpodW50ZXIy", "c2hvcDpodW50ZXIy"),
            (r#"{"user":"shop","password":"hunter2"}"#, "hunter2"),
            ("https://hooks.slack.com/services/T0/B0/hunter2", "T0/B0/hunter2"),
            ("https://x.example.com/?v=1&sig=hunter2hunter2", "hunter2hunter2"),
            ("Server=db.example.com;User=shop;Pwd=hunter2;", "hunter2"),
            ("flower --basic_auth=shop:hunter2", "hunter2"),
            ("redis-server --requirepass hunter2", "hunter2"),
            ("npm ci && TOKEN=abc npm start", "abc"),
            ("https://x.example.com/?api_key=abc&b=1", "abc"),
            (
                "Bearer ghp_abcdefghijklmnopqrst0123456789ABCD",
                "ghp_abcdefghijklmnopqrst0123456789ABCD",
            ),
            ("sk_test_4eC39HqLyjWDarjtT1zdp7dc", "sk_test_4eC39HqLyjWDarjtT1zdp7dc"),
            ("-----BEGIN CERTIFICATE-----\nMIIE", "-----BEGIN CERTIFICATE-----\nMIIE"),
        ] {
            assert_eq!(within(text), [expected], "{text}");
        }
    }

    #[test]
    fn a_random_key_is_no_shorter_than_a_known_one() {
        assert!(RANDOM.0.min(RANDOM.1) >= SHORTEST);
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
            "gunicorn app.main:create --bind 0.0.0.0:8080",
            "http://api:8080/@scope/package,http://web:80",
            "npm i react@npm:preact@10.0.0 && chown -R app:app /srv",
            "the basic plan, with bearer tokens and a password",
            "https://discord.com/developers/docs?v=1&page=2",
            "https://hooks.slack.com/services/redacted",
        ] {
            assert_eq!(within(text), Vec::<&str>::new(), "{text}");
        }
    }
}
