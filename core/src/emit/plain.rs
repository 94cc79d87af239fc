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
        || is_number_in_another_form(plain)
}

/// The digits that a double-precision number always keeps.
const EXACT_DIGITS: usize = 15;

/// Whether a scalar is a number that a program writes in another way than it stands there.
fn is_number_in_another_form(plain: &str) -> bool {
    let digits = plain.strip_prefix(['+', '-']).unwrap_or(plain).to_ascii_lowercase();
    let prefixed = ["0x", "0o", "0b"].iter().find_map(|prefix| digits.strip_prefix(prefix));
    let is_digit = |b: u8| b.is_ascii_hexdigit() || b == b'_';
    if prefixed.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(is_digit)) {
        return true;
    }
    let is_start = |c: char| c.is_ascii_digit() || c == '.';
    if !digits.starts_with(is_start) || digits.parse::<f64>().is_err() {
        return false;
    }
    let leading_zero = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    let long = digits.bytes().filter(u8::is_ascii_digit).count() > EXACT_DIGITS;
    let trailing = digits.contains('.') && digits.ends_with(['0', '.']);
    let is_short = digits.starts_with('.');
    leading_zero || is_short || long || trailing || plain.starts_with('+') || digits.contains('e')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_older_readers_take_for_something_else() {
        for text in [
            "yes",
            "Off",
            "12:30:00",
            "1_000",
            ".5",
            ".1e3",
            "0X1F",
            "0b11",
            "0x1_F",
            "2024-01-01",
            "n",
            "0x1F",
            "1e3",
            "010",
            "1.10",
            "+4",
        ] {
            assert!(reads_differently(text), "{text}");
        }
        for text in [
            "api",
            "0.5c-512mb",
            "1c-2g",
            "no-reply",
            "v1_000",
            "8080",
            "0.5",
            "1.2.0",
            "10.0.0.1",
            "0",
        ] {
            assert!(!reads_differently(text), "{text}");
        }
    }
}
