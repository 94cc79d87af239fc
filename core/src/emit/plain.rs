//! Which texts must not be written without quotes.

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

#[cfg(test)]
mod tests {
    use super::*;

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
