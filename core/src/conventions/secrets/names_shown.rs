//! Names as they may be shown: one that is an address, or that somebody pasted a key into, without what is secret in it.

use std::borrow::Cow;
use std::ops::Range;

use super::apart::apart;
use super::logins;
use super::tokens::known_token;

/// What is shown in place of a secret.
pub const HIDDEN: &str = "***";

/// Shorter names hold neither an address with a password nor a key.
const SHORTEST: usize = 6;

/// A text without the passwords of addresses in it, and without the keys whose form shows who issued them. What only looks
/// random stays: names may.
pub fn without_logins(text: &str) -> Cow<'_, str> {
    if text.len() < SHORTEST {
        return Cow::Borrowed(text);
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        if known_token(word).is_some() {
            found.push(start..start + word.len());
        } else if !word.contains("://") {
            let password = logins::before_host(word);
            found.extend(password.map(|range| start + range.start..start + range.end));
        }
        start += piece.len();
    }
    logins::in_addresses(text, &mut found);
    if found.is_empty() { Cow::Borrowed(text) } else { Cow::Owned(without(text, apart(found))) }
}

/// A text, however long, without the passwords of the addresses in it.
pub fn without_addresses(text: &str) -> String {
    let mut found = Vec::new();
    logins::in_addresses(text, &mut found);
    without(text, apart(found))
}

/// A text without ranges of it, which are in order and apart.
pub fn without(text: &str, ranges: impl IntoIterator<Item = Range<usize>>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for range in ranges {
        out.push_str(&text[at..range.start]);
        out.push_str(HIDDEN);
        at = range.end;
    }
    out.push_str(&text[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hides_passwords_and_keys_and_nothing_random() {
        for (name, shown) in [
            ("https://shop:hunter2@api.example.com", "https://shop:***@api.example.com"),
            ("shop:hunter2@api", "shop:***@api"),
            ("api ghp_abcdefghijklmnopqrst0123456789ABCD", "api ***"),
            ("https://shop:***@api.example.com", "https://shop:***@api.example.com"),
            ("api-3f786850e387550fdab836ed7e6dc881", "api-3f786850e387550fdab836ed7e6dc881"),
            ("api", "api"),
        ] {
            assert_eq!(without_logins(name), shown);
        }
    }
}
