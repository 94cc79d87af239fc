//! Names and passwords that stand together: in addresses with and without a scheme, behind `Basic` and `Bearer`, behind the
//! options of commands, and as a value.

use std::ops::Range;

use super::names::names_secret;
use super::placeholders::is_stand_in;
use super::values::is_secret_text;
use super::words::words;

/// What is before a colon in front of an `@` and is no user: `mailto:a@b.example`, `npm:react@18`.
const NO_USERS: [&str; 8] = ["mailto", "npm", "jsr", "sip", "xmpp", "acct", "workspace", "github"];

/// What is behind an `@` and is no host: digests of images.
const NO_HOSTS: [&str; 2] = ["sha256:", "sha512:"];

/// Users that are ones in any value. `postgres` is not among them: it is an image, too.
const WELL_KNOWN_USERS: [&str; 6] = ["admin", "administrator", "root", "user", "username", "guest"];

/// Words of names of variables with a user and a password.
const LOGIN_WORDS: [&str; 7] = ["AUTH", "LOGIN", "USER", "USERS", "ADMIN", "ACCOUNT", "BASIC"];

/// Options of commands with a user and a password behind.
const LOGIN_OPTIONS: [&str; 6] =
    ["-u", "--user", "--basic_auth", "--basic-auth", "--proxy-user", "--auth"];

/// The passwords of addresses with a scheme, whatever signs they hold: `postgres://app:a&b/c@db.example.com`.
pub(super) fn in_addresses(text: &str, found: &mut Vec<Range<usize>>) {
    for (at, mark) in text.match_indices("://") {
        let start = at + mark.len();
        let rest = &text[start..];
        let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '`' | '<' | '>');
        let rest = &rest[..rest.find(ends).unwrap_or(rest.len())];
        // Of several addresses, this one.
        let rest = rest.split_once("://").map_or(rest, |(first, _)| {
            &first[..first.rfind([',', ';', '|']).unwrap_or(first.len())]
        });
        let Some(user) = rest.find(':').filter(|colon| is_user(&rest[..*colon])) else { continue };
        let Some(end) = rest.rfind('@').filter(|end| *end > user) else { continue };
        let password = &rest[user + 1..end];
        if !begins_with_port(password) && !is_stand_in(password) {
            found.push(start + user + 1..start + end);
        }
    }
}

fn is_user(text: &str) -> bool {
    !text.contains(['/', '?', '#', '@', ',', ')'])
}

/// Whether a text is a port and what follows one, as in `example.com:8080/@scope`.
fn begins_with_port(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits > 0 && text[digits..].starts_with(['/', '?', '#', ','])
}

/// The password in `user:password@host`, which may be behind the host of a registry: `docker.io/user:password@image`.
pub(super) fn before_host(word: &str) -> Option<Range<usize>> {
    let at = word.rfind('@')?;
    let host = &word[at + 1..];
    let is_host = host.starts_with(|c: char| c.is_ascii_alphanumeric())
        && host.contains(|c: char| c.is_ascii_alphabetic())
        && !NO_HOSTS.iter().any(|digest| host.starts_with(digest));
    let login = &word[..at];
    let login = &login[login.rfind('/').map_or(0, |slash| slash + 1)..];
    let colon = login.find(':')?;
    let (user, password) = (&login[..colon], &login[colon + 1..]);
    let start = at - password.len();
    let is_login = is_host && !user.is_empty() && !user.contains('@') && !NO_USERS.contains(&user);
    (is_login && is_secret_text(password)).then_some(start..at)
}

/// The password behind a word that says so: `Basic dXNlcjpwYXNz`, `--user app:pass`, `--password pass`.
pub(super) fn behind(previous: &str, word: &str) -> Option<Range<usize>> {
    let bare = previous.trim_end_matches([':', '=']);
    if bare.eq_ignore_ascii_case("basic") {
        return is_login_in_base64(word).then_some(0..word.len());
    }
    if bare.eq_ignore_ascii_case("bearer") {
        let has = |test: fn(&u8) -> bool| word.bytes().any(|byte| test(&byte));
        let is_random = has(u8::is_ascii_digit) && has(u8::is_ascii_alphabetic);
        return (word.len() >= 8 && is_random && !is_stand_in(word)).then_some(0..word.len());
    }
    if LOGIN_OPTIONS.contains(&bare) {
        return password_of(word);
    }
    let is_option = bare.starts_with("--") && names_secret(bare);
    (is_option && is_secret_text(word) && !word.starts_with('-')).then_some(0..word.len())
}

/// The password of a value `user:password`, when the name of the variable or the user tells that it is one.
pub(super) fn of_name(name: &str, value: &str) -> Option<Range<usize>> {
    let user = value.split_once(':')?.0;
    let words = words(name);
    let named = words.split('_').any(|word| LOGIN_WORDS.contains(&word));
    let known = WELL_KNOWN_USERS.contains(&user.to_ascii_lowercase().as_str());
    if named || known { password_of(value) } else { None }
}

/// The password of `user:password`; numbers are ids and ports.
fn password_of(word: &str) -> Option<Range<usize>> {
    let (user, password) = word.split_once(':')?;
    let is_number = password.bytes().all(|byte| byte.is_ascii_digit());
    let one_word = !word.contains(char::is_whitespace) && !user.is_empty();
    (one_word && !is_number && is_secret_text(password)).then_some(user.len() + 1..word.len())
}

/// Whether a word is `user:password` in base64.
fn is_login_in_base64(word: &str) -> bool {
    let digits = word.trim_end_matches('=');
    let mut bytes = Vec::with_capacity(digits.len());
    let (mut bits, mut held) = (0_u32, 0_u32);
    for byte in digits.bytes() {
        let Some(digit) = base64_digit(byte) else { return false };
        bits = (bits << 6 | u32::from(digit)) & 0xffff;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held).to_le_bytes()[0]);
        }
    }
    bytes.contains(&b':') && bytes.iter().all(|byte| byte.is_ascii_graphic() || *byte >= 0x80)
}

fn base64_digit(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_without_a_scheme_has_a_password_too() {
        let within = |word: &'static str| before_host(word).map(|range| &word[range]);
        assert_eq!(within("docker.io/shop:hunter2@registry"), Some("hunter2"));
        assert_eq!(within("shop:hunter2@db.example.com/x"), Some("hunter2"));
        for word in [
            "mailto:shop@example.com",
            "npm:react@18.2.0",
            "app:1.0.3@sha256:9f86d081",
            "git@github.com:acme/shop",
            "shop:${PASS}@db.example.com",
            "a@b",
        ] {
            assert_eq!(within(word), None, "{word}");
        }
    }

    #[test]
    fn words_before_a_secret_tell_it() {
        for (previous, word, secret) in [
            ("Basic", "c2hvcDpodW50ZXIy", Some("c2hvcDpodW50ZXIy")),
            ("basic", "plan", None),
            ("Basic", "redacted", None),
            ("Bearer", "abc123def456", Some("abc123def456")),
            ("bearer", "authentication", None),
            ("-u", "shop:hunter2", Some("hunter2")),
            ("-u", "1000:1000", None),
            ("--requirepass", "hunter2", Some("hunter2")),
            ("--password", "--verbose", None),
            ("--password-file", "secret.txt", None),
        ] {
            let found = behind(previous, word).map(|range| &word[range]);
            assert_eq!(found, secret, "{previous} {word}");
        }
    }
}
