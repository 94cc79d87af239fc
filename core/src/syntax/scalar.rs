//! What an unquoted scalar is under the core schema of YAML 1.2. The words of YAML 1.1 (`yes`, `off`) are text here.

use super::tree::{Node, ScalarStyle};

/// What YAML makes of a scalar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reading {
    /// Nothing: `null`, `~` or empty.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number.
    Number(f64),
    /// Text.
    Text,
}

impl Node {
    /// What YAML makes of it, when it is a scalar.
    pub fn reading(&self) -> Option<Reading> {
        let scalar = self.as_scalar()?;
        if self.is_null() {
            return Some(Reading::Null);
        }
        if scalar.style != ScalarStyle::Plain || self.tag.as_deref() == Some("!!str") {
            return Some(Reading::Text);
        }
        Some(match scalar.text.as_str() {
            "true" | "True" | "TRUE" => Reading::Boolean(true),
            "false" | "False" | "FALSE" => Reading::Boolean(false),
            text => number(text).map_or(Reading::Text, Reading::Number),
        })
    }
}

/// Decimal digits that a `f64` holds exactly, whichever they are.
const EXACT: usize = 15;

/// Whether a text is written as a decimal number: what `str::parse::<f64>` reads.
pub(crate) fn is_decimal(text: &str) -> bool {
    let is_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let text = unsigned(text);
    if ["inf", "infinity", "nan"].iter().any(|word| text.eq_ignore_ascii_case(word)) {
        return true;
    }
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent = unsigned(exponent);
    whole.len() + fraction.len() > 0
        && !exponent.is_empty()
        && [whole, fraction, exponent].into_iter().all(is_digits)
}

/// Whether a text stays text when it is written without quotes.
#[cfg(feature = "writing")]
pub(crate) fn is_text_when_plain(text: &str) -> bool {
    const WORDS: [&str; 11] =
        ["", "~", "null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE"];
    !WORDS.contains(&text) && number(text).is_none()
}

/// The number that a plain scalar is, if it is one.
fn number(text: &str) -> Option<f64> {
    let digits = unsigned(text);
    let radix = |prefix: &str, radix: u32| {
        let digits = text.strip_prefix(prefix)?;
        digits.starts_with(|c: char| c.is_digit(radix)).then_some(())?;
        u64::from_str_radix(digits, radix).ok().map(|number| number as f64)
    };
    if let Some(number) = radix("0x", 16).or_else(|| radix("0o", 8)) {
        return Some(number);
    }
    if matches!(digits, ".inf" | ".Inf" | ".INF") {
        return Some(if text.starts_with('-') { f64::NEG_INFINITY } else { f64::INFINITY });
    }
    if matches!(text, ".nan" | ".NaN" | ".NAN") {
        return Some(f64::NAN);
    }
    if digits.len() <= EXACT
        && let Ok(number) = digits.parse::<u64>()
        && !digits.starts_with('+')
    {
        return Some(if text.starts_with('-') { -(number as f64) } else { number as f64 });
    }
    let plain = digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && digits.bytes().any(|b| b.is_ascii_digit())
        && digits
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'E' | b'+' | b'-'));
    if plain { text.parse().ok() } else { None }
}

/// A number without its sign.
fn unsigned(text: &str) -> &str {
    text.strip_prefix(['+', '-']).unwrap_or(text)
}

/// The length of the quoted value that `text` begins with, quotes included; of text that begins with none, its length
/// without the blanks at its end.
pub(super) fn quoted_length(text: &str) -> usize {
    let mut rest = text.char_indices().peekable();
    let quote = rest.next().map(|(_, quote)| quote);
    while let Some((at, c)) = rest.next() {
        match (c, quote) {
            ('\\', Some('"')) => {
                rest.next();
            }
            ('\'', Some('\'')) if rest.peek().is_some_and(|(_, next)| *next == '\'') => {
                rest.next();
            }
            ('"', Some('"')) | ('\'', Some('\'')) => return at + 1,
            _ => {}
        }
    }
    text.trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers() {
        for (text, value) in
            [("1", 1.0), ("-2", -2.0), ("+3", 3.0), ("1e3", 1000.0), ("0x1F", 31.0), (".5", 0.5)]
        {
            assert_eq!(number(text), Some(value), "{text}");
        }
        for text in
            ["", "1_000", "1.2.3", "12:30:00", "0x", "e3", "-", "1-2", ".inf.", "v1", "+-1", "-+1"]
        {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn a_long_number_is_read_like_a_short_one() {
        for text in ["0", "007", "999999999999999", "-999999999999999", "1234567890123456789"] {
            assert_eq!(number(text), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn a_decimal_is_what_can_be_parsed_as_one() {
        let texts = [
            "1",
            "-1",
            "+1",
            "+-1",
            "1.",
            ".5",
            ".",
            "-.",
            "",
            "-",
            "1.5",
            "1.5.2",
            "1e5",
            "1E-5",
            "1e+",
            "e5",
            ".e5",
            "1.e5",
            "1e5.0",
            "inf",
            "-Infinity",
            "NaN",
            "infinit",
            "1_000",
            "0x1F",
            "12ab",
            "1e400",
            " 1",
        ];
        for text in texts {
            assert_eq!(is_decimal(text), text.parse::<f64>().is_ok(), "{text}");
        }
    }

    #[test]
    fn a_quoted_value_ends_at_its_quote() {
        for (text, length) in [
            ("\"off\" # none", 5),
            ("'it''s'  # x", 7),
            (r#""a\"b" # c"#, 6),
            ("\"two\n  lines\" # d", 13),
            ("\"open # e  ", 9),
        ] {
            assert_eq!(quoted_length(text), length, "{text}");
        }
    }
}
