//! YAML that we write ourselves: `serde_yaml` writes it, then it gets our quotes and the indentation of the place it
//! goes to. What we write gives no finding of ours.
//!
//! Without the feature `writing`, for readers who are offered no changes, generated blocks are empty.

#[cfg(feature = "writing")]
mod document;

#[cfg(feature = "writing")]
pub(crate) use document::{Yaml, document};

use crate::edit::quoted;

/// `key:` with these texts below it, in the order given. The first line starts at the place of insertion, the others
/// at `indent`; no line break at the end.
#[cfg(feature = "writing")]
pub(crate) fn entry(key: &str, entries: &[(&str, &str)], indent: &str, line_break: &str) -> String {
    let texts =
        entries.iter().map(|(key, text)| ((*key).to_owned(), Yaml::Text((*text).to_owned())));
    let whole = Yaml::Mapping(vec![(key.to_owned(), Yaml::Mapping(texts.collect()))]);
    let text = document(&whole);
    text.lines().collect::<Vec<_>>().join(&format!("{line_break}{indent}"))
}

/// Nothing: nobody is offered the change that it would be part of.
#[cfg(not(feature = "writing"))]
pub(crate) fn entry(_: &str, _: &[(&str, &str)], _: &str, _: &str) -> String {
    String::new()
}

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

/// Whether readers of YAML 1.1, Render's among them, may take an unquoted text for a boolean, a number or a date.
pub(crate) fn reads_differently(plain: &str) -> bool {
    let folded = plain.to_ascii_lowercase();
    let digits = |allowed: &[u8]| {
        plain.starts_with(|c: char| c.is_ascii_digit())
            && plain.bytes().all(|b| b.is_ascii_digit() || allowed.contains(&b))
    };
    matches!(folded.as_str(), "y" | "yes" | "n" | "no" | "on" | "off")
        || (digits(b":") && plain.contains(':'))
        || (digits(b"_") && plain.contains('_'))
        || (digits(b"-") && plain.matches('-').count() == 2)
}

#[cfg(all(test, feature = "writing"))]
mod tests {
    use super::*;

    #[test]
    fn writes_blocks_at_their_place() {
        let entries = [("name", "off"), ("type", "web"), ("envVarKey", "RENDER_EXTERNAL_URL")];
        assert_eq!(
            entry("fromService", &entries, "        ", "\n"),
            "fromService:\n          name: \"off\"\n          type: web\n          envVarKey: RENDER_EXTERNAL_URL"
        );
    }

    #[test]
    fn writes_one_line() {
        let entries = [("name", "no"), ("type", "web"), ("property", "a, b")];
        assert_eq!(
            flow_entry("fromService", &entries),
            "fromService: {name: \"no\", type: web, property: \"a, b\"}"
        );
    }

    #[test]
    fn knows_what_older_readers_take_for_something_else() {
        for text in ["yes", "Off", "12:30:00", "1_000", "2024-01-01", "n"] {
            assert!(reads_differently(text), "{text}");
        }
        for text in ["api", "0.5c-512mb", "1c-2g", "no-reply", "v1_000"] {
            assert!(!reads_differently(text), "{text}");
        }
    }
}
