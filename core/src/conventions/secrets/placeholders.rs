//! What is written where a secret will be, or where one was.

/// What stands for a secret that has been taken out of a text: safe in YAML with and without quotes, and in a URL.
pub const REDACTED: &str = "redacted";

/// Whether a literal is a stand-in rather than a secret: interpolation, brackets, asterisks, one letter again and
/// again, or a word that says so.
pub fn is_placeholder(value: &str) -> bool {
    let folded = value.to_ascii_lowercase();
    let first = folded.chars().next();
    let words: String =
        folded.chars().map(|c| if matches!(c, '_' | ' ') { '-' } else { c }).collect();
    value.is_empty()
        || value.contains(['$', '<', '{', '*', '[', '%'])
        || folded.chars().all(|c| Some(c) == first)
        || [
            "changeme",
            "change-me",
            "change-in",
            "replace-",
            "replaceme",
            "xxxx",
            "....",
            "placeholder",
            "example",
            "redacted",
        ]
        .iter()
        .any(|part| words.contains(part))
        || [
            "your", "set-in", "set-me", "set-via", "insert", "enter-", "to-be-", "todo", "tbd",
            "dummy", "fake",
        ]
        .iter()
        .any(|start| words.starts_with(start))
        || matches!(
            words.as_str(),
            "password" | "pass" | "secret" | "user" | "postgres" | "none" | "null" | "test"
        )
}

/// Whether a literal is a stand-in without any doubt, so that it may be shown to others: a reference to a variable, or
/// words that say so. A sign that is usual in both, `p%40ss`, leaves a doubt.
pub fn is_stand_in(value: &str) -> bool {
    let is_name =
        |name: &str| name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
    let inside = |open: &str, close: &str| value.strip_prefix(open)?.strip_suffix(close);
    value.chars().all(|c| matches!(c, '*' | '.' | '<' | '>'))
        || value.strip_prefix('$').is_some_and(is_name)
        || inside("${", "}").is_some()
        || inside("{{", "}}").is_some()
        || inside("<", ">").is_some()
        || inside("%", "%").is_some_and(is_name)
        || (!value.contains(['$', '<', '{', '*', '[', '%']) && is_placeholder(value))
}

/// Whether one of the words of a value, which has no blanks, says that somebody is to replace it, whatever it holds.
pub fn is_to_be_replaced(value: &str) -> bool {
    let words = value.to_ascii_lowercase().replace('_', "-");
    let begins_word =
        |at: usize| !words[..at].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
    !value.contains(char::is_whitespace)
        && ["your-", "replace-with", "replace-me", "replaceme", "changeme", "change-me"]
            .iter()
            .any(|start| words.match_indices(start).any(|(at, _)| begins_word(at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_placeholders() {
        for value in [
            "",
            "changeme",
            "set-in-render",
            "your-key",
            "${TOKEN}",
            "Replace me",
            "xxxx-1",
            "aaaa",
        ] {
            assert!(is_placeholder(value), "{value}");
        }
        for value in ["hunter22", "admin123", "correct-horse"] {
            assert!(!is_placeholder(value), "{value}");
        }
    }

    #[test]
    fn a_stand_in_is_one_without_doubt() {
        for value in
            ["", "${TOKEN}", "$TOKEN", "<your key>", "{{ key }}", "***", "changeme", REDACTED]
        {
            assert!(is_stand_in(value), "{value}");
        }
        for value in ["p%40ss", "$tr0ng-pass", "a*b*c*d", "pa[ss", "hunter22"] {
            assert!(!is_stand_in(value), "{value}");
        }
    }

    #[test]
    fn what_is_to_be_replaced_says_so_at_the_beginning_of_a_word() {
        for value in ["https://your_name.onrender.com", "changeme", "replace-with-a-bucket"] {
            assert!(is_to_be_replaced(value), "{value}");
        }
        for value in ["", "find-your-way", "your shop", "https://example.com", "exchangemeister"] {
            assert!(!is_to_be_replaced(value), "{value}");
        }
    }
}
