//! Passwords in JSON and in what looks like it: `{"user": "a", "password": "b"}`.

use std::ops::Range;

use super::names::names_secret;
use super::values::is_secret_text;

/// The values of secret names inside braces.
pub(super) fn secrets(text: &str, found: &mut Vec<Range<usize>>) {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ':' if depth > 0 => found.extend(value_of(text, at)),
            _ => {}
        }
    }
}

/// The secret behind the colon at `colon`, when the name before it says that there is one.
fn value_of(text: &str, colon: usize) -> Option<Range<usize>> {
    let quotes = |c: char| matches!(c, '"' | '\'' | '\\') || c.is_whitespace();
    let before = text[..colon].trim_end_matches(quotes);
    let part_of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let name = &before[before.trim_end_matches(part_of_name).len()..];
    if name.is_empty() || !names_secret(name) {
        return None;
    }
    let behind = &text[colon + 1..];
    let opening = behind.len() - behind.trim_start_matches(quotes).len();
    let start = colon + 1 + opening;
    let value = &text[start..];
    let end = match text[..start].chars().next_back().filter(|c| matches!(c, '"' | '\'')) {
        Some(quote) => value.find(quote).unwrap_or(value.len()),
        None => value
            .find(|c: char| matches!(c, ',' | '}' | ']' | '{' | '[') || c.is_whitespace())
            .unwrap_or(value.len()),
    };
    let value = value[..end].trim_end_matches('\\');
    is_secret_text(value).then(|| start..start + value.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        secrets(text, &mut found);
        found.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn finds_passwords_in_json_however_it_is_quoted() {
        for text in [
            r#"{"user":"app","password":"pass word"}"#,
            r#"{ "db" : { "password" : "pass word" } }"#,
            r#"value: "{\"password\":\"pass word\"}""#,
            "{'password': 'pass word', 'port': 5432}",
        ] {
            assert_eq!(within(text), ["pass word"], "{text}");
        }
        assert_eq!(within("{user: app, password: hunter2}"), ["hunter2"]);
    }

    #[test]
    fn leaves_other_values_and_sentences_alone() {
        for text in [
            r#"{"password": null, "token": "${TOKEN}", "user": "app"}"#,
            "about the token: it is explained here",
            "password: {min: 8}",
            "{",
            "{password:",
        ] {
            assert_eq!(within(text), Vec::<&str>::new(), "{text}");
        }
    }
}
