//! One entry in flow style: a line.

use super::plain::reads_differently;
use crate::edit::quoted;

/// `key: {…}` with texts, in one line.
pub(crate) fn flow_entry(key: &str, entries: &[(&str, &str)]) -> String {
    let plain = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
            && !reads_differently(text)
            && !matches!(text.to_ascii_lowercase().as_str(), "true" | "false" | "null")
    };
    let entries: Vec<String> = entries
        .iter()
        .map(|(key, value)| {
            if plain(value) {
                format!("{key}: {value}")
            } else {
                format!("{key}: {}", quoted(value))
            }
        })
        .collect();
    format!("{key}: {{{}}}", entries.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_one_line() {
        let entries = [("name", "no"), ("type", "web"), ("property", "a, b")];
        assert_eq!(
            flow_entry("fromService", &entries),
            "fromService: {name: \"no\", type: web, property: \"a, b\"}"
        );
    }
}
