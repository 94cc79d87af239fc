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

/// Whether a text stays text when it is written without quotes.
pub(crate) fn is_text_when_plain(text: &str) -> bool {
    const WORDS: [&str; 11] =
        ["", "~", "null", "Null", "NULL", "true", "True", "TRUE", "false", "False", "FALSE"];
    !WORDS.contains(&text) && number(text).is_none()
}

/// The number that a plain scalar is, if it is one.
fn number(text: &str) -> Option<f64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
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
    decimal(text)
}

/// The number that is written in decimal digits, with or without sign, point and exponent. Whole numbers are exact as
/// far as a float holds them, others are off in the last place at most: the reader of the standard library, which is
/// never off, brings 14 KB of tables and code into the page.
pub(crate) fn decimal(text: &str) -> Option<f64> {
    let (negative, text) = match text.strip_prefix(['+', '-']) {
        Some(digits) => (text.starts_with('-'), digits),
        None => (false, text),
    };
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, whole(exponent)?),
        None => (text, 0),
    };
    let (before, behind) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if before.is_empty() && behind.is_empty() {
        return None;
    }
    let mut number = 0.0;
    for digit in before.bytes().chain(behind.bytes()) {
        if !digit.is_ascii_digit() {
            return None;
        }
        number = number * 10.0 + f64::from(digit - b'0');
    }
    let places = exponent.saturating_sub(behind.len() as i32);
    let scale = 10_f64.powi(places.saturating_abs());
    number = if number == 0.0 || places == 0 {
        number
    } else if places < 0 {
        number / scale
    } else {
        number * scale
    };
    Some(if negative { -number } else { number })
}

/// An exponent: digits with or without a sign. One beyond all bounds is as good as the bound.
fn whole(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let number = digits.parse().unwrap_or(i32::MAX);
    Some(if text.starts_with('-') { -number } else { number })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// What is a number, and which, is what the standard library says.
        #[test]
        fn reads_decimals_like_the_standard_library(text in "[+-]?[0-9]{0,6}[.]?[0-9]{0,6}([eE][+-]?[0-9]{0,2})?") {
            let (ours, theirs) = (decimal(&text), text.parse::<f64>().ok());
            prop_assert_eq!(ours.is_some(), theirs.is_some());
            if let (Some(ours), Some(theirs)) = (ours, theirs) {
                prop_assert!((ours - theirs).abs() <= theirs.abs() * 1e-14, "{} {}", ours, theirs);
                prop_assert_eq!(ours.fract() == 0.0, theirs.fract() == 0.0);
            }
        }
    }

    #[test]
    fn reads_numbers() {
        for (text, value) in
            [("1", 1.0), ("-2", -2.0), ("+3", 3.0), ("1e3", 1000.0), ("0x1F", 31.0), (".5", 0.5)]
        {
            assert_eq!(number(text), Some(value), "{text}");
        }
        assert_eq!(number("9007199254740992"), Some(9_007_199_254_740_992.0));
        assert_eq!(number("1e999999999999"), Some(f64::INFINITY));
        for text in [
            "", "1_000", "1.2.3", "12:30:00", "0x", "e3", "-", "1-2", ".inf.", "v1", ".", "1e",
            "1e+",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
